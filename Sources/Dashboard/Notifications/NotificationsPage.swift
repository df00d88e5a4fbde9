import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    /// How many stand on a page.
    private static let pageSize = 50

    func notifications(_ desk: Desk, _ visit: Visit) throws -> Response {
        let before = visit.request.query["avant"].flatMap(Route.id)
        let found = try reader.notifications(of: desk.companyID, before: before, limit: Self.pageSize + 1)
        let notifications = found.prefix(Self.pageSize)
        let body: HTML = """
            <div class="head"><h1>Notifications</h1>
            \(if: desk.member.unreadCount > 0, """
                <form method="post" action="/notifications/lues">\(formToken(desk.member))
                <button class="quiet">Tout marquer comme lu</button></form>
                """)</div>
            \(if: notifications.isEmpty, nothing)
            \(days(of: notifications))
            \(if: found.count > Self.pageSize, older(than: notifications.last))
            """
        return layout("Notifications", desk).response(body)
    }

    func markNotificationsRead(_ desk: Desk) throws -> Response {
        try MarkNotificationsRead(companyID: desk.companyID).run(in: office)
        return .redirect(to: "/notifications")
    }

    private func days(of notifications: some Collection<Notification>) -> [HTML] {
        let days = Dictionary(grouping: notifications) { $0.createdAt.parisDay }
        return days.sorted { $0.key > $1.key }.map { day, news in
            "<h2>\(name(of: day))</h2><ul class=\"news\">\(news.map(item))</ul>"
        }
    }

    private func name(of day: Day) -> String {
        switch today.number - day.number {
        case 0: "Aujourd’hui"
        case 1: "Hier"
        default: day.frenchLong
        }
    }

    private func older(than last: Notification?) -> HTML {
        "<p><a class=\"button quiet\" href=\"/notifications?avant=\(last?.id ?? 1)\">Notifications plus anciennes</a></p>"
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
    /// The page on which something is to be done or seen about it.
    fileprivate var page: (path: String, words: String)? {
        switch self {
        case .receipt, .paymentFailed, .invoiceSeen, .mailFailed, .quoteAccepted, .quoteRefused: nil
        case .quarantine: ("/paiements", "Décider")
        case .discrepancy: ("/paiements/ecarts", "Voir l’écart")
        case .refund, .refundFailed, .dispute, .disputeLost, .disputeWon:
            ("/paiements/remboursements", "Voir la suite à donner")
        case .payout, .payoutFailed: ("/paiements/versements", "Voir les versements")
        case .accountActive, .accountAction, .accountLost: ("/entreprise/paiement-en-ligne", "Paiement en ligne")
        }
    }
}
