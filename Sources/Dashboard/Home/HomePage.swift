import Accounting
import French
import Store
import Web

extension Dashboard {
    /// « Accueil »: how the business goes, and what is to be done.
    func home(_ desk: Desk) throws -> Response {
        guard let company = try reader.company(desk.companyID) else { return .redirect(to: "/entreprise") }
        let month = CalendarPeriod(.month, of: today)
        let counts = try reader.invoiceCounts(of: desk.companyID, on: today)
        let days = month.advanced(by: -23).firstDay...month.lastDay
        let receipts = Receipts(today: today, months: try reader.monthlyReceipts(of: desk.companyID, in: days))
        let turnover = Receipts(today: today, months: try reader.monthlyTurnover(of: desk.companyID, in: days))
        let toDo = ToDo(
            matters: try OpenMatters(of: desk.companyID, reader),
            counts: counts,
            reminders: try reader.reminderProposalCount(of: desk.companyID, on: today, upTo: 100),
            undelivered: try reader.undeliveredCount(of: desk.companyID, upTo: 100),
            owedBack: try reader.owedBack(of: desk.companyID),
            schedulesWithoutRate: try reader.schedulesWithoutRate(of: desk.companyID).count,
            account: try reader.connectedAccount(of: desk.companyID),
            turnover: turnover
        )
        let events = try reader.notifications(of: desk.companyID, limit: 5)
        let body: HTML = """
            <div class="head"><h1>Accueil</h1><a class="button" href="/factures/nouvelle">Nouvelle facture</a></div>
            \(figures(receipts.of(month), counts))
            <div class="two">
            <div class="sheet"><h2>Encaissements des douze derniers mois</h2>
            \(MonthlyChart(receipts: receipts).html)
            <h2>Derniers événements</h2>
            \(if: events.isEmpty, "<p class=\"hint\">Rien de nouveau.</p>")
            \(if: !events.isEmpty, "<ul class=\"receipts\">\(events.map(item))</ul>")
            <p><a href="/notifications">Toutes les notifications</a></p></div>
            <aside class="options" aria-label="À faire et seuils">
            \(toDo.html)
            \(ThresholdGauges(seller: company.seller, turnover: turnover).html)
            </aside>
            </div>
            """
        return layout("Accueil", desk, at: .home).response(body)
    }

    private func figures(_ received: Cents, _ counts: InvoiceCounts) -> HTML {
        let figures: [(label: String, amount: Cents, detail: String, path: String)] = [
            (
                "Encaissé ce mois", received, CalendarPeriod(.month, of: today).french,
                RegisterView(period: .month(year: today.year, month: today.month)).address()
            ),
            (
                "À encaisser", counts.awaitedAmount, invoices(counts.awaited),
                InvoiceListQuery().with(.awaited).address()
            ),
            ("En retard", counts.overdueAmount, invoices(counts.overdue), InvoiceListQuery().with(.overdue).address()),
        ]
        let items: [HTML] = figures.map { figure in
            """
            <li><a class="sheet" href="\(figure.path)">\(figure.label) <strong>\(figure.amount.french)</strong> \
            <span class="hint">\(figure.detail)</span></a></li>
            """
        }
        return "<ul class=\"figures\">\(items)</ul>"
    }

    private func invoices(_ count: Int) -> String {
        count == 0 ? "aucune facture" : "\(count.french)\u{A0}facture\(count > 1 ? "s" : "")"
    }
}

/// What was received, month by month.
struct Receipts {
    let today: Day
    let months: [CalendarPeriod: Cents]

    func of(_ period: CalendarPeriod) -> Cents {
        months.filter { period.days.contains($0.key.firstDay) }.map(\.value).sum
    }

    /// The last twelve months, this one last.
    var lastTwelve: [(month: CalendarPeriod, amount: Cents)] {
        let month = CalendarPeriod(.month, of: today)
        return (-11...0).map { (month.advanced(by: $0), of(month.advanced(by: $0))) }
    }
}
