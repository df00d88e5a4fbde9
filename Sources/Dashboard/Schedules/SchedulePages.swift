import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    func schedules(_ desk: Desk, _ visit: Visit) throws -> Response {
        let before = visit.request.query["avant"].flatMap(Route.id)
        let found = try reader.schedules(of: desk.companyID, before: before, limit: 51)
        let undecided = try reader.schedulesWithoutRate(of: desk.companyID)
        let rows: [HTML] = found.prefix(50).map { schedule in
            """
            <tr><th scope="row"><a href="/recurrentes/\(schedule.id)">\(schedule.clientName)</a></th>
            <td data-label="Rythme">\(schedule.rhythm.french)</td>\
            <td data-label="Prochaine">\(schedule.state == .active ? schedule.nextOn?.frenchShort ?? "–" : "–")</td>
            <td class="amount" data-label="Montant">\(schedule.total.french)</td>\
            <td class="status" data-label="Statut">\(statusChip(schedule.state.forSeller))\
            \(if: undecided.contains(schedule.id), " <span class=\"hint\">Taux de TVA à choisir</span>")</td></tr>
            """
        }
        let empty: HTML = """
            <div class="empty"><p>Vous n’avez pas encore de facture récurrente.</p>
            <p>Un abonnement, une maintenance, un loyer\u{A0}: NeedMe prépare ou envoie la facture à votre place.</p>
            <p><a href="/recurrentes/nouvelle">Créer une facture récurrente</a></p></div>
            """
        let table: HTML = """
            <div class="scroll"><table class="list"><caption>Vos factures récurrentes, la plus récente d’abord</caption>
            <thead><tr><th scope="col">Client</th><th scope="col">Rythme</th><th scope="col">Prochaine</th>\
            <th scope="col" class="amount">Montant</th><th scope="col">Statut</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
        let body: HTML = """
            <div class="head"><h1>Factures récurrentes</h1><a class="button" href="/recurrentes/nouvelle">Nouvelle récurrente</a></div>
            \(found.isEmpty ? empty : table)
            \(if: found.count > 50, "<p><a class=\"button quiet\" href=\"/recurrentes?avant=\(found[49].id)\">Plus anciennes</a></p>")
            """
        return layout("Factures récurrentes", desk, at: .schedules).response(body)
    }

    func schedule(_ desk: Desk, _ id: Int64) throws -> Response {
        guard let schedule = try reader.schedule(id, of: desk.companyID) else { throw NotFound() }
        let client = try reader.client(schedule.clientID, of: desk.companyID)
        let standing = try reader.standingSchedule(id, of: desk.companyID)
        let charged = try company(desk).seller.charging(try reader.lines(ofSchedule: id))
        let body: HTML = """
            <div class="head"><h1>Facture récurrente</h1>\(statusChip(schedule.state.forSeller))</div>
            <div class="two">
            <div class="sheet"><p class="lead">\(schedule.sentence(isDecided: schedule.state == .stopped || charged.change != .beginsVAT))</p>
            \(schedule.trouble.map { "<p class=\"warning\" role=\"status\">\($0.french)</p>" as HTML })
            \(schedule.state == .stopped ? nil : regime(charged, schedule))
            \(DocumentLineTable(lines: charged.lines, caption: "Lignes de chaque facture").html)
            \(made(try reader.occurrences(of: id)))</div>
            <aside class="options" aria-label="Suite">\(gestures(desk, schedule, standing?.id ?? id, isArchived: client?.isArchived == true))</aside>
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

    private func gestures(_ desk: Desk, _ schedule: Schedule, _ standing: Int64, isArchived: Bool) -> HTML {
        let button = { (word: String, label: String, kind: String) -> HTML in
            """
            <form method="post" action="/recurrentes/\(schedule.id)/\(word)">\(formToken(desk.member))
            <button class="\(kind)">\(label)</button></form>
            """
        }
        let change: HTML = """
            <section><h2>Changer</h2><a class="button quiet" href="/recurrentes/\(schedule.id)/modifier">Modifier</a></section>
            """
        switch schedule.state {
        case .stopped where standing != schedule.id:
            return
                "<p class=\"hint\">Elle a été modifiée, donc <a href=\"/recurrentes/\(standing)\">remplacée par une autre</a>.</p>"
        case .stopped: return "<p class=\"hint\">Elle est terminée. Pour recommencer, créez-en une nouvelle.</p>"
        case .active:
            return """
                \(change)
                <section><h2>Suspendre</h2>\(button("pause", "Mettre en pause", "quiet"))</section>
                <section><h2>Arrêter</h2>\(button("terminer", "Terminer", "danger"))
                <p class="hint">Les factures déjà faites restent.</p></section>
                """
        case .paused where isArchived:
            return """
                <section><h2>Reprendre</h2><p class="hint">Ce client est archivé\u{A0}: <a href="/clients/\(schedule.clientID)">désarchivez-le</a> \
                pour reprendre.</p></section>
                <section><h2>Arrêter</h2>\(button("terminer", "Terminer", "danger"))</section>
                """
        case .paused:
            return """
                <section><h2>Reprendre</h2>\(button("reprendre", "Reprendre", "button"))
                <p class="hint">Les échéances passées pendant la pause ne sont pas rattrapées.</p></section>
                \(change)
                <section><h2>Arrêter</h2>\(button("terminer", "Terminer", "danger"))</section>
                """
        }
    }
}

extension Schedule {
    /// What will happen, in one sentence; while rates of VAT are to be chosen, nothing is sent.
    fileprivate func sentence(isDecided: Bool) -> String {
        let gesture =
            mode == .send && isDecided
            ? "émettra et enverra à \(clientName)" : "préparera pour \(clientName), en brouillon,"
        let what = "\(rhythm.french), NeedMe \(gesture) une facture de \(total.french)"
        guard state == .active, let nextOn else { return what + "." }
        return what + "\u{202F}; la prochaine le \(nextOn.frenchShort)" + ending + "."
    }

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
