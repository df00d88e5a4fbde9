import Store
import Web

/// The tabs of « Paiements ».
enum PaymentsTab: CaseIterable {
    case toCheck
    case reversals
    case discrepancies
    case payouts
    case journal

    private var path: String {
        switch self {
        case .toCheck: "/paiements"
        case .reversals: "/paiements/remboursements"
        case .discrepancies: "/paiements/ecarts"
        case .payouts: "/paiements/versements"
        case .journal: "/paiements/journal"
        }
    }

    var label: String {
        switch self {
        case .toCheck: "À vérifier"
        case .reversals: "Remboursements et litiges"
        case .discrepancies: "Écarts"
        case .payouts: "Versements"
        case .journal: "Journal Stripe"
        }
    }

    /// The heading and the tabs, this one being open, with how much waits in each.
    fileprivate func heading(_ matters: OpenMatters) -> HTML {
        let tabs: [HTML] = Self.allCases.map { tab in
            """
            <li><a href="\(tab.path)"\(if: tab == self, " aria-current=\"page\"")>\(tab.label)\
            \(badge(matters.waiting(in: tab)))</a></li>
            """
        }
        return """
            <h1>Paiements</h1>
            <nav class="tabs" aria-label="Paiements"><ul>\(tabs)</ul></nav>
            """
    }

    private func badge(_ count: Int) -> HTML? {
        guard count > 0 else { return nil }
        return """
             <span class="count" aria-hidden="true">\(count)</span><span class="unseen">\u{A0}: \(count) en attente</span>
            """
    }
}

extension Dashboard {
    /// A page of « Paiements ».
    ///
    /// Its content stands in one part, so that every tab is as wide as the next.
    func paymentsPage(
        _ tab: PaymentsTab,
        title: String? = nil,
        _ desk: Desk,
        _ matters: OpenMatters,
        status: Int = 200,
        _ content: HTML
    ) -> Response {
        let body: HTML = """
            \(tab.heading(matters))
            <div class="tab">
            \(content)
            </div>
            """
        return layout(title ?? "Paiements\u{A0}: \(tab.label)", desk, at: .payments).response(status: status, body)
    }
}
