import Web

/// A text to read, in the frame of whoever reads it.
struct InformationPage {
    let title: String
    /// What search engines say of it.
    let summary: String
    let body: HTML
}

extension Dashboard {
    func informationPage(_ visit: Visit, _ page: InformationPage) -> Response {
        let article: HTML = "<article class=\"reading\"><h1>\(page.title)</h1>\n\(page.body)</article>"
        if let member = visit.member {
            return Layout(title: page.title, assets: assets, member: member, place: nil, done: nil).response(article)
        }
        let body: HTML = """
            \(VisitorFrame.top)
            <main id="contenu">
            \(article)
            </main>
            """
        return .page(
            Document(title: page.title, assets: assets, style: "plain", body: body, summary: page.summary).html
        )
    }
}

/// What stands above the pages of visitors.
enum VisitorFrame {
    static let top: HTML = """
        <a class="skip" href="#contenu">Aller au contenu</a>
        <header class="top"><a class="brand" href="/">NeedMe</a>
        <div class="tools"><a href="/connexion">Se connecter</a></div></header>
        """
}
