/// A page that says, plainly and in French, why there is no other page.
public struct ErrorPage: Sendable {
    /// The status code.
    public let status: Int
    /// What happened, in a few words.
    public let title: String
    /// What the reader can do about it.
    public let advice: String
    /// Where the reader can go from here.
    public let back: WayBack

    /// A page of its own.
    public init(status: Int, title: String, advice: String, back: WayBack = .home) {
        self.status = status
        self.title = title
        self.advice = advice
        self.back = back
    }

    /// A button that leads on from a page where nothing can be done.
    public struct WayBack: Sendable {
        /// The address, on this site.
        public let path: String
        /// What stands on the button.
        public let words: String

        /// A way of one's own.
        public init(_ path: String, _ words: String) {
            self.path = path
            self.words = words
        }

        /// The site's first page.
        public static let home = WayBack("/", "Revenir à l’accueil")
    }

    /// The page does not exist, or is not for this reader (404).
    public static let notFound = ErrorPage(
        status: 404,
        title: "Page introuvable",
        advice: "L’adresse est peut-être incomplète. Vérifiez le lien que vous avez reçu."
    )

    /// The form came from elsewhere, or its session is over (403).
    public static let refusedForm = ErrorPage(
        status: 403,
        title: "Formulaire expiré",
        advice: "Revenez à la page précédente, rechargez-la et recommencez."
    )

    /// The database does not answer (503).
    public static let unavailable = ErrorPage(
        status: 503,
        title: "Service momentanément indisponible",
        advice: "Vos données sont en sécurité. Réessayez dans quelques instants."
    )

    /// Something of ours is broken (500).
    ///
    /// - Parameter id: the request's id, by which the operator finds what happened.
    /// - Returns: the page.
    public static func broken(id: String) -> ErrorPage {
        ErrorPage(
            status: 500,
            title: "Une erreur est survenue",
            advice: "Elle a été enregistrée sous la référence \(id). Réessayez dans quelques instants."
        )
    }

    /// The answer that shows the page.
    public func response(_ assets: Assets) -> Response {
        let body: HTML = """
            <main class="message">
            <a class="brand" href="/">NeedMe</a>
            <h1>\(title)</h1>
            <p>\(advice)</p>
            <p><a class="button quiet" href="\(back.path)">\(back.words)</a></p>
            </main>
            """
        let page = Document(title: title, assets: assets, style: "plain", body: body)
        let response = Response.page(page.html, status: status)
        return status == 503 ? response.with("retry-after", "5") : response
    }
}
