import Store
import Web

/// The frame of the freelancer's pages: where they can go, what they have not read, who they are.
struct Layout {
    let title: String
    let assets: Assets
    let member: Session
    let place: Place?
    /// What the gesture that led here has done.
    let done: HTML?

    /// The entries of the navigation.
    ///
    /// On a phone there is room for these few: what belongs to a room is reached from its first page.
    enum Place: CaseIterable {
        case home
        case invoices
        case quotes
        case schedules
        case payments
        case clients
        case articles
        case register
    }

    func response(status: Int = 200, _ body: HTML) -> Response {
        let page: HTML = """
            <a class="skip" href="#contenu">Aller au contenu</a>
            <header class="top">
            <a class="brand" href="/">NeedMe</a>
            \(if: member.companyID != nil, navigation)
            <div class="tools">
            \(if: member.companyID != nil, bell)
            \(profile)
            </div>
            </header>
            <main id="contenu">
            \(if: !member.isConfirmed, unconfirmed)
            \(done)
            \(body)
            </main>
            """
        return .page(Document(title: title, assets: assets, style: "desk", body: page).html, status: status)
    }

    private var navigation: HTML {
        let entries: [HTML] = Place.allCases.map { entry in
            "<li><a href=\"\(entry.path)\"\(if: entry == place, " aria-current=\"page\"")>\(entry.label)</a></li>"
        }
        return "<nav aria-label=\"Navigation principale\"><ul>\(entries)</ul></nav>"
    }

    private var bell: HTML {
        let count = member.unreadCount
        let label = count == 0 ? "Notifications" : "Notifications : \(count) non lue\(count > 1 ? "s" : "")"
        return """
            <a class="bell" href="/notifications" aria-label="\(label)"><span aria-hidden="true">\(Icon.bell)</span>\
            \(if: count > 0, "<span class=\"count\" aria-hidden=\"true\">\(count)</span>")</a>
            """
    }

    /// Until the address is confirmed, on each page.
    private var unconfirmed: HTML {
        """
        <form method="post" action="/entreprise/securite/confirmation" class="warning">\(formToken(member))
        <p>Confirmez votre adresse e-mail\u{A0}: ouvrez le lien que nous avons envoyé à <strong>\(member.email)</strong>. \
        D’ici là, NeedMe n’envoie pas d’e-mail à vos clients.</p>
        <button>Renvoyer le lien</button>
        </form>
        """
    }

    private var profile: HTML {
        """
        <details class="profile">
        <summary>Profil</summary>
        <div class="menu">
        <p class="who">\(member.email)</p>
        <a href="/entreprise">Mon entreprise</a>
        <a href="/entreprise/securite">Équipe et sécurité</a>
        <a href="/aide">Aide</a>
        <form method="post" action="/deconnexion">\(formToken(member))<button>Se déconnecter</button></form>
        </div>
        </details>
        """
    }
}

extension Layout.Place {
    fileprivate var path: String {
        switch self {
        case .home: "/"
        case .invoices: "/factures"
        case .quotes: "/devis"
        case .schedules: "/recurrentes"
        case .payments: "/paiements"
        case .clients: "/clients"
        case .articles: "/articles"
        case .register: "/registre"
        }
    }

    fileprivate var label: HTML {
        switch self {
        case .home: "Accueil"
        case .invoices: "Factures"
        case .quotes: "Devis"
        case .schedules: "Récurrentes"
        case .payments: "Paiements"
        case .clients: "Clients"
        case .articles: "Articles"
        // On a phone its first word is what there is room for.
        case .register: "Registre<span class=\"wide\"> des recettes</span>"
        }
    }
}

/// The hidden field that tells a member's forms from another site's.
func formToken(_ member: Session) -> HTML {
    "<input type=\"hidden\" name=\"\(CrossSite.fieldName)\" value=\"\(member.formToken)\">"
}

/// Small drawings.
enum Icon {
    static let bell: HTML = """
        <svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="2" \
        stroke-linecap="round" stroke-linejoin="round"><path d="M18 8a6 6 0 0 0-12 0c0 7-3 9-3 9h18s-3-2-3-9"/>\
        <path d="M13.7 21a2 2 0 0 1-3.4 0"/></svg>
        """
}

extension Dashboard {
    /// The frame around whoever may have no company yet.
    func layout(_ title: String, _ guest: Guest) -> Layout {
        Layout(title: title, assets: assets, member: guest.member, place: nil, done: Done.notice(guest.visit))
    }

    func layout(_ title: String, _ desk: Desk, at place: Layout.Place? = nil) -> Layout {
        Layout(title: title, assets: assets, member: desk.member, place: place, done: desk.done)
    }
}
