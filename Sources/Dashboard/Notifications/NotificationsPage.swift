import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    func notifications(_ desk: Desk) throws -> Response {
        let notifications = try reader.notifications(of: desk.companyID)
        let body: HTML = """
            <div class="head"><h1>Notifications</h1>
            \(if: notifications.contains(where: \.isUnread), """
                <form method="post" action="/notifications/lues">\(formToken(desk.member))
                <button class="quiet">Tout marquer comme lu</button></form>
                """)</div>
            \(notifications.isEmpty ? nothing : "<ul class=\"news\">\(notifications.map(item))</ul>")
            """
        return layout("Notifications", desk).response(body)
    }

    func markNotificationsRead(_ desk: Desk) throws -> Response {
        try MarkNotificationsRead(companyID: desk.companyID).run(in: office)
        return .redirect(to: "/notifications")
    }

    private var nothing: HTML {
        "<div class=\"empty\"><p>Rien de nouveau.</p><p>Chaque règlement encaissé s’annonce ici.</p></div>"
    }

    /// A notification in a list of them.
    func item(_ notification: Notification) -> HTML {
        let when = ParisTime(notification.createdAt).french
        return """
            <li\(if: notification.isUnread, " class=\"unread\"")>
            <p><strong>\(notification.kind.french)</strong>\(if: notification.isUnread, " <span class=\"mark\">non lue</span>")</p>
            \(detail(notification))
            <p class="hint">\(when)</p></li>
            """
    }

    private func detail(_ notification: Notification) -> HTML? {
        let amount = notification.amount?.french
        if let id = notification.quoteID, let number = notification.number {
            let rest = [amount, notification.client].compactMap(\.self).map { ", " + $0 }.joined()
            return "<p><a href=\"/devis/\(id)\">\(number)</a>\(rest)</p>"
        }
        guard let id = notification.invoiceID, let number = notification.number else {
            let day = notification.day.map { "prévu le " + $0.frenchLong }
            let words = [amount, day].compactMap(\.self).joined(separator: ", ")
            return words.isEmpty && notification.kind.page == nil
                ? nil : "<p>\(words)\(way(notification, after: words))</p>"
        }
        let rest = [amount, notification.client].compactMap(\.self).map { ", " + $0 }.joined()
        return "<p><a href=\"/factures/\(id)\">\(number)</a>\(rest)\(way(notification, after: number))</p>"
    }

    /// Where the freelancer acts, when that is another page than the invoice.
    private func way(_ notification: Notification, after words: String) -> HTML? {
        notification.kind.page.map { page in
            "\(words.isEmpty ? "" : " – ")<a href=\"\(page.path)\">\(page.words)</a>"
        }
    }
}

extension Notification.Kind {
    fileprivate var french: String {
        switch self {
        case .receipt: "Règlement encaissé"
        case .quarantine: "Paiement à vérifier"
        case .discrepancy: "Écart avec Stripe"
        case .paymentFailed: "Paiement non abouti"
        case .accountActive: "Paiement en ligne activé"
        case .accountAction: "Compte Stripe à compléter"
        case .accountLost: "Compte Stripe déconnecté"
        case .refund: "Remboursement constaté chez Stripe"
        case .refundFailed: "Remboursement non abouti chez Stripe"
        case .dispute: "Paiement contesté par le client"
        case .disputeLost: "Litige perdu\u{A0}: le paiement a été repris"
        case .disputeWon: "Litige gagné\u{A0}: le paiement vous reste"
        case .payout: "Versement prévu"
        case .payoutFailed: "Versement refusé par votre banque"
        case .invoiceSeen: "Facture vue"
        case .mailFailed: "E-mail non remis"
        case .occurrenceSent: "Facture récurrente envoyée"
        case .occurrenceDrafted: "Facture récurrente à finaliser"
        case .schedulePaused: "Facture récurrente mise en pause"
        case .quoteAccepted: "Devis accepté"
        case .quoteRefused: "Devis refusé"
        }
    }

    /// The page on which something is to be done or seen about it.
    fileprivate var page: (path: String, words: String)? {
        switch self {
        case .receipt, .paymentFailed, .invoiceSeen, .mailFailed, .quoteAccepted, .quoteRefused, .occurrenceSent: nil
        case .occurrenceDrafted: ("/factures", "Voir les brouillons")
        case .schedulePaused: ("/recurrentes", "Voir pourquoi")
        case .quarantine: ("/paiements", "Décider")
        case .discrepancy: ("/paiements/ecarts", "Voir l’écart")
        case .refund, .refundFailed, .dispute, .disputeLost, .disputeWon:
            ("/paiements/remboursements", "Voir la suite à donner")
        case .payout, .payoutFailed: ("/paiements/versements", "Voir les versements")
        case .accountActive, .accountAction, .accountLost: ("/entreprise/paiement-en-ligne", "Paiement en ligne")
        }
    }
}
