import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    /// How many stand on a page.
    private static let pageSize = 100

    /// « Notifications »: day by day, the newest first.
    func notifications(_ desk: Desk, _ visit: Visit) throws -> Response {
        let before = visit.request.query["avant"].flatMap { Int64($0) }
        let found = try reader.notifications(of: desk.companyID, before: before, limit: Self.pageSize + 1)
        let notifications = found.prefix(Self.pageSize)
        let body: HTML = """
            <div class="head"><h1>Notifications</h1>
            \(if: desk.member.unreadCount > 0, """
                <form method="post" action="/notifications/lues">\(formToken(desk.member))
                <button class="quiet">Tout marquer comme lu</button></form>
                """)</div>
            \(notifications.isEmpty ? nothing : nil)
            \(days(of: notifications))
            \(found.count > Self.pageSize ? notifications.last.map { older(than: $0) } : nil)
            """
        return layout("Notifications", desk).response(body)
    }

    func markNotificationsRead(_ desk: Desk) throws -> Response {
        try MarkNotificationsRead(companyID: desk.companyID).run(in: office)
        return .done(.notificationsRead, at: "/notifications")
    }

    private func days(of notifications: some Collection<Notification>) -> [HTML] {
        Dictionary(grouping: notifications) { $0.createdAt.parisDay }.sorted { $0.key > $1.key }.map { day, news in
            "<h2>\(name(of: day))</h2>\n<ul class=\"news\">\(news.map(item))</ul>\n"
        }
    }

    private func name(of day: Day) -> String {
        switch today.number - day.number {
        case 0: "Aujourd’hui"
        case 1: "Hier"
        default: day.frenchLong
        }
    }

    private func older(than last: Notification) -> HTML {
        """
        <p class="actions"><a class="button quiet" rel="next" href="/notifications?avant=\(last.id)">\
        Notifications plus anciennes</a></p>
        """
    }

    private var nothing: HTML {
        "<div class=\"empty\"><p>Rien de nouveau.</p><p>Chaque règlement encaissé s’annonce ici.</p></div>"
    }

    /// A notification in a list of them.
    func item(_ notification: Notification) -> HTML {
        let facts = ([number(notification)] + notification.facts.map { "\($0)" }).compactMap(\.self)
        let detail = facts.dropFirst().reduce(facts.first) { "\($0), \($1)" }
        return """
            <li\(if: notification.isUnread, " class=\"unread\"")>
            <p><strong>\(notification.headline)</strong>\(detail.map { " — \($0)" as HTML })\
            \(if: notification.isUnread, " <span class=\"mark\">non lue</span>")</p>
            \(notification.kind.page.map { "<p><a href=\"\($0.path)\">\($0.words)</a></p>" as HTML })
            <p class="hint">\(ParisTime(notification.createdAt).french)</p></li>
            """
    }

    private func number(_ notification: Notification) -> HTML? {
        guard let number = notification.number else { return nil }
        if let id = notification.quoteID { return "<a href=\"/devis/\(id)\">\(number)</a>" }
        return notification.invoiceID.map { "<a href=\"/factures/\($0)\">\(number)</a>" }
    }
}

extension Notification.Kind {
    /// The page on which something is to be done or seen about it.
    fileprivate var page: (path: String, words: String)? {
        switch self {
        case .receipt, .paymentFailed, .invoiceSeen, .quoteAccepted, .quoteRefused, .occurrenceSent: nil
        case .mailFailed: (undeliveredPath, "Voir les e-mails non remis")
        case .occurrenceDrafted, .occurrenceUndecided: ("/factures?etat=brouillons", "Voir les brouillons")
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
