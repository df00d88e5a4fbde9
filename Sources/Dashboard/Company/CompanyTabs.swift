import Web

/// The tabs of « Mon entreprise ».
enum CompanyTab: CaseIterable {
    case identity
    case documents
    case onlinePayment
    case mails
    case security
    case data

    var path: String {
        switch self {
        case .identity: "/entreprise"
        case .documents: "/entreprise/documents"
        case .onlinePayment: "/entreprise/paiement-en-ligne"
        case .mails: "/entreprise/e-mails"
        case .security: "/entreprise/securite"
        case .data: "/entreprise/donnees"
        }
    }

    private var label: String {
        switch self {
        case .identity: "Identité et banque"
        case .documents: "Documents"
        case .onlinePayment: "Paiement en ligne"
        case .mails: "E-mails et relances"
        case .security: "Équipe et sécurité"
        case .data: "Données"
        }
    }

    /// The heading and the tabs, this one being open.
    var heading: HTML {
        let tabs: [HTML] = Self.allCases.map { tab in
            "<li><a href=\"\(tab.path)\"\(if: tab == self, " aria-current=\"page\"")>\(tab.label)</a></li>"
        }
        return """
            <h1>Mon entreprise</h1>
            <nav class="tabs" aria-label="Mon entreprise"><ul>\(tabs)</ul></nav>
            """
    }
}
