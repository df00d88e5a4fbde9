/// A whole HTML page around its body, with the foot of every page.
public struct Document: Sendable {
    private let title: String
    private let assets: Assets
    private let style: String
    private let body: HTML
    private let opened: String?
    private let summary: String?

    /// A page.
    ///
    /// - Parameters:
    ///   - title: what the browser's tab says, before "NeedMe".
    ///   - assets: where the static files are.
    ///   - style: the class of the body, by which the stylesheet tells families of pages apart.
    ///   - body: what the page shows.
    ///   - opened: the address that a person's browser asks for once it shows the page; nil when nobody wants to know.
    ///   - summary: what search engines say of the page; nil when they must not show it.
    public init(
        title: String,
        assets: Assets,
        style: String,
        body: HTML,
        opened: String? = nil,
        summary: String? = nil
    ) {
        self.title = title
        self.assets = assets
        self.style = style
        self.body = body
        self.opened = opened
        self.summary = summary
    }

    /// The page's markup.
    public var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        \(summary.map { "<meta name=\"description\" content=\"\($0)\">" as HTML } ?? "<meta name=\"robots\" content=\"noindex\">")
        <title>\(title) – NeedMe</title>
        <link rel="stylesheet" href="\(assets.stylesheet)">
        <link rel="icon" href="data:,">
        <script src="\(assets.script)" defer></script>
        \(opened.map { "<noscript><link rel=\"stylesheet\" href=\"\($0)\"></noscript>\n" as HTML })\
        </head>
        <body class="\(style)"\(opened.map { " data-opened=\"\($0)\"" as HTML })>
        \(body)
        \(Footer.html)
        </body>
        </html>

        """
    }
}
