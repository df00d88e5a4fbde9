import Accounting
import French
import Store
import Web

/// « À faire »: what waits for the freelancer, each with the page where it is done.
struct ToDo {
    let matters: OpenMatters
    let counts: InvoiceCounts
    /// How many clients may be reminded, counted up to a hundred.
    let reminders: Int
    /// How many documents did not reach their client, counted up to a hundred.
    let undelivered: Int
    /// What is to be given back, the oldest invoice first.
    let owedBack: [OwedBack]
    /// How many recurring invoices want a rate of VAT before they can be sent.
    let schedulesWithoutRate: Int
    let account: StripeAccount?
    /// What is declared: the turnover.
    let turnover: Receipts

    var html: HTML {
        let items: [HTML] = waiting.map { item in
            "<li><a href=\"\(item.path)\">\(item.label)</a>\(item.detail.map { " <span class=\"hint\">\($0)</span>" as HTML })</li>"
        }
        return "<section><h2>À faire</h2><ul class=\"receipts\">\(items)</ul></section>"
    }

    private var waiting: [(label: String, path: String, detail: String?)] {
        let counted: [(Int, one: String, several: String, path: String)] = [
            (matters.waiting(in: .toCheck), "paiement à vérifier", "paiements à vérifier", "/paiements"),
            (
                matters.waiting(in: .reversals), "remboursement ou litige à traiter",
                "remboursements ou litiges à traiter", "/paiements/remboursements"
            ),
            (matters.waiting(in: .discrepancies), "écart avec Stripe", "écarts avec Stripe", "/paiements/ecarts"),
            (
                counts.overdue, "facture en retard", "factures en retard",
                InvoiceListQuery().with(.overdue).address()
            ),
            (
                schedulesWithoutRate, "récurrente, taux de TVA à choisir", "récurrentes, taux de TVA à choisir",
                "/recurrentes"
            ),
            (undelivered, "e-mail non remis", "e-mails non remis", undeliveredPath),
            (reminders, "relance proposée", "relances proposées", "/relances"),
            (
                counts.drafts, "brouillon à terminer", "brouillons à terminer",
                InvoiceListQuery().with(.drafts).address()
            ),
        ]
        let gestures = counted.filter { $0.0 > 0 }.map { count, one, several, path in
            (label: "\(count.french)\u{A0}\(count > 1 ? several : one)", path: path, detail: String?.none)
        }
        return beginnings + refunds + gestures + [declaration]
    }

    /// Each amount that is a client's, and the invoice where it is given back.
    private var refunds: [(label: String, path: String, detail: String?)] {
        var refunds: [(label: String, path: String, detail: String?)] = []
        for owed in owedBack.prefix(Self.mostRefunds) {
            let label = "À rembourser\u{A0}: \(owed.amount.french)"
            refunds.append((label, "/factures/\(owed.invoiceID)", "\(owed.number), \(owed.client)"))
        }
        if owedBack.count > Self.mostRefunds {
            refunds.append(("Autres remboursements à faire", InvoiceListQuery().with(.cancelled).address(), nil))
        }
        return refunds
    }

    private static let mostRefunds = 5

    /// What somebody new does first.
    private var beginnings: [(label: String, path: String, detail: String?)] {
        var first: [(label: String, path: String, detail: String?)] = []
        if counts.all == 0 { first.append(("Créer votre première facture", "/factures/nouvelle", nil)) }
        if account == nil {
            first.append(
                ("Activer le paiement en ligne", "/entreprise/paiement-en-ligne", "Vos clients règlent par carte.")
            )
        }
        return first
    }

    /// What was received is declared every month or every quarter, as the freelancer has chosen at Urssaf; nothing too.
    private var declaration: (label: String, path: String, detail: String?) {
        let month = CalendarPeriod(.month, of: turnover.today).advanced(by: -1)
        // The quarter that ended last is declared in the month that follows it; later, the present one is the next.
        let last = CalendarPeriod(.quarter, of: turnover.today).advanced(by: -1)
        let quarter = last.deadline >= turnover.today ? last : last.advanced(by: 1)
        let isOver = quarter == last
        return (
            "Déclaration Urssaf", "/registre",
            """
            Chaque mois\u{A0}: \(month.french), \(turnover.of(month).french), avant le \(month.deadline.frenchLong). \
            Chaque trimestre\u{A0}: \(quarter.french), \(turnover.of(quarter).french)\(isOver ? "" : " à ce jour"), avant le \
            \(quarter.deadline.frenchLong).
            """
        )
    }
}

extension CalendarPeriod {
    /// The last day on which its receipts are declared, as autoentrepreneur.urssaf.fr says: the end of the month that follows.
    fileprivate var deadline: Day { CalendarPeriod(.month, of: lastDay.adding(days: 1)).lastDay }
}
