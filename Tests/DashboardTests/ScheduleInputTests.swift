import Accounting
import Invoicing
import Store
import Testing
import Web

@testable import Dashboard

@Suite struct `The form of a schedule` {
    private static let today = Day(number: 20_780)

    private static let form = Form([
        Form.Field("client", "7"), Form.Field("payment_term_days", "30"), Form.Field("designation", "Maintenance"),
        Form.Field("quantity", "1"), Form.Field("unit", "jour"), Form.Field("price", "100"), Form.Field("every", "1"),
        Form.Field("period", "mois"), Form.Field("first_on", today.iso), Form.Field("end", "jamais"),
        Form.Field("mode", "send"),
    ])

    private func read(_ changes: [String: String?] = [:]) throws -> Reading<SavedSchedule> {
        let seller = Seller(
            name: "Jeanne Martin",
            tradeName: nil,
            address: Address(street: "1 rue de la Paix", postalCode: "75002", city: "Paris"),
            siren: try #require(SIREN("732829320")),
            vatNumber: nil,
            isUnderFranchise: true,
            activity: .service,
            bank: nil
        )
        return ScheduleInput.read(Self.form.with(changes), seller: seller, today: Self.today)
    }

    @Test(
        arguments: [("semaines", 2, .week), ("mois", 2, .month), ("trimestres", 6, .month), ("années", 2, .year)]
            as [(String, Int, Rhythm.Unit)]
    )
    func `counts in what was chosen, whatever the unit of its lines`(word: String, every: Int, unit: Rhythm.Unit) throws
    {
        let schedule = try read(["period": word, "every": "2"]).value
        #expect(schedule.rhythm == Rhythm(every: every, unit: unit, first: Self.today, end: .never))
        #expect(schedule.draft.lines.map(\.unit) == ["jour"])
        #expect(schedule.mode == .send)
    }

    @Test func `ends on a day or after a count`() throws {
        let last = Self.today.adding(days: 40)
        #expect(try read(["end": "date", "last_on": last.iso]).value.rhythm.end == .on(last))
        #expect(try read(["end": "nombre", "count": "3"]).value.rhythm.end == .after(3))
    }

    @Test(
        arguments: [
            ("client", ""), ("every", "0"), ("every", "13"), ("first_on", "2020-01-01"), ("first_on", ""),
            ("payment_term_days", "61"), ("price", "x"),
        ]
    )
    func `says what is wrong beside its field`(field: String, value: String) throws {
        let messages = try read([field: value]).messages
        #expect(messages.keys.contains(field) || messages.keys.contains("\(field)-0"))
    }

    @Test func `has lines that come to something`() throws {
        #expect(try read(["designation": "", "price": ""]).messages.keys.contains("lines"))
        #expect(try read(["end": "date"]).messages.keys.contains("last_on"))
        #expect(try read(["end": "nombre"]).messages.keys.contains("count"))
    }
}
