import Web

/// What is asked of a quote behind its link.
enum QuoteRoute: Equatable {
    case quote
    /// Its PDF.
    case file
    case logo
    /// The client agrees or declines.
    case answer
    /// A person's browser says that it shows the quote.
    case opening

    /// The route of a request to `/d/TOKEN` and what follows; nil when there is no such page.
    init?(_ method: Method, after path: ArraySlice<String>) {
        switch (method, path.first, path.count) {
        case (.get, nil, 0), (.head, nil, 0): self = .quote
        case (.get, "devis.pdf", 1), (.head, "devis.pdf", 1): self = .file
        case (.get, "logo.png", 1), (.head, "logo.png", 1): self = .logo
        case (.post, "reponse", 1): self = .answer
        case (.post, "vu", 1), (.get, "vu", 1): self = .opening
        default: return nil
        }
    }
}
