import Accounting
import Store
import Web

/// What somebody looks at in the register: a period, perhaps one category, from a line on.
struct RegisterView {
    let period: RegisterPeriod
    let activity: Activity?
    let place: RegisterSelection.Place?

    init(period: RegisterPeriod, activity: Activity? = nil, place: RegisterSelection.Place? = nil) {
        self.period = period
        self.activity = activity
        self.place = place
    }

    /// Reads an address; what is no period is the one that is being declared now.
    init(_ query: Form, now: RegisterPeriod) {
        period = query["periode"].flatMap(RegisterPeriod.init) ?? now
        activity = query["categorie"].flatMap(Activity.init)
        place = query["apres"].flatMap(RegisterSelection.Place.init(text:))
    }

    func selection(_ desk: Desk) -> RegisterSelection {
        RegisterSelection(companyID: desk.companyID, period: period, activity: activity)
    }

    /// The same lines, on a page or in a file.
    func address(_ path: String = "/registre") -> String {
        var fields = [Form.Field("periode", period.text)]
        if let activity { fields.append(Form.Field("categorie", activity.rawValue)) }
        if let place { fields.append(Form.Field("apres", place.text)) }
        return path + "?" + Form(fields).encoded
    }
}

extension RegisterSelection.Place {
    /// As addresses have it: "2026-11-03.128".
    var text: String { "\(day.iso).\(sequence)" }

    fileprivate init?(text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(iso: String(parts[0])), let sequence = Route.id(String(parts[1])) else {
            return nil
        }
        self.init(day: day, sequence: sequence)
    }
}
