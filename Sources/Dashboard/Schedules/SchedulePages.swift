import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    func schedule(_ desk: Desk, _ id: Int64) throws -> Response {
        guard let schedule = try reader.schedule(id, of: desk.companyID) else { throw NotFound() }
        let client = try reader.client(schedule.clientID, of: desk.companyID)
        let standing = try reader.standingSchedule(id, of: desk.companyID)
        let charged = try company(desk).seller.charging(try reader.lines(ofSchedule: id))
        let gestures = ScheduleGestures(
            desk: desk,
            schedule: schedule,
            standing: standing?.id ?? id,
            isArchived: client?.isArchived == true
        )
        let body: HTML = """
            <div class="head"><h1>Facture récurrente</h1>\(statusChip(schedule.state.forSeller))</div>
            <div class="two">
            <div class="sheet"><p class="lead">\(schedule.sentence(isDecided: charged.change != .beginsVAT))</p>
            \(schedule.trouble.map { "<p class=\"warning\" role=\"status\">\($0.french)</p>" as HTML })
            \(schedule.state == .stopped ? nil : regime(charged, schedule))
            \(DocumentLineTable(lines: charged.lines, caption: "Lignes de chaque facture").html)
            \(made(try reader.occurrences(of: id)))</div>
            <aside class="options" aria-label="Suite">\(gestures.html)</aside>
            </div>
            """
        return layout("Facture récurrente", desk, at: .schedules).response(body)
    }

    func change(_ desk: Desk, _ id: Int64, _ event: ScheduleEvent) throws -> Response {
        do {
            try ChangeSchedule(companyID: desk.companyID, scheduleID: id, event).run(in: office)
        } catch is ScheduleRefusal {
            // It has ended in the meantime: the page says so.
            return .redirect(to: "/recurrentes/\(id)")
        }
        return .done(event.done, at: "/recurrentes/\(id)")
    }

    /// What a change of regime means for what is to come.
    private func regime(_ charged: ChargedLines, _ schedule: Schedule) -> HTML? {
        guard let notice = charged.notice("chaque facture") else { return nil }
        guard charged.change == .beginsVAT else { return notice }
        return """
            \(notice)
            <p class="hint">Jusque-là, chaque facture reste en brouillon\u{A0}: vous la vérifiez avant de l’envoyer. \
            <a href="/recurrentes/\(schedule.id)/modifier">Choisir les taux</a></p>
            """
    }

    private func made(_ occurrences: [MadeOccurrence]) -> HTML {
        guard !occurrences.isEmpty else { return "<p class=\"hint\">Aucune facture n’a encore été faite.</p>" }
        let items: [HTML] = occurrences.map { occurrence in
            let name: HTML =
                occurrence.invoiceID.map { id in
                    "<a href=\"/factures/\(id)\">\(occurrence.number.map { "Facture " + $0 } ?? "Brouillon")</a>"
                } ?? "Brouillon supprimé"
            return "<li>\(occurrence.dueOn.frenchShort)\u{A0}: \(name)</li>"
        }
        return "<h2>Faites récemment</h2><ul class=\"receipts\">\(items)</ul>"
    }
}

extension Schedule {
    /// What will happen, or does no more, in one sentence; while rates of VAT are to be chosen, nothing is sent.
    fileprivate func sentence(isDecided: Bool) -> String {
        switch state {
        case .active:
            let gesture =
                mode == .send && isDecided
                ? "émettra et enverra à \(clientName)" : "préparera pour \(clientName), en brouillon,"
            let next = nextOn.map { "\u{202F}; la prochaine le \($0.frenchShort)\(ending)" } ?? ""
            return "\(rhythm.french), NeedMe \(gesture) une facture de \(total.french)\(next)."
        case .paused: return "\(plan) Elle est en pause\u{A0}: NeedMe n’en fait pas avant sa reprise."
        case .stopped: return "\(plan) Elle est terminée\u{A0}: NeedMe n’en fait plus."
        }
    }

    private var plan: String { "\(rhythm.french), une facture de \(total.french) pour \(clientName)." }

    private var ending: String {
        switch rhythm.end {
        case .never: ""
        case .on(let day): ", jusqu’au \(day.frenchShort)"
        case .after(let count): ", \(count) fois en tout"
        }
    }
}

extension ScheduleEvent {
    fileprivate var done: Done {
        switch self {
        case .pause: .schedulePaused
        case .resume: .scheduleResumed
        case .stop: .scheduleStopped
        }
    }
}
