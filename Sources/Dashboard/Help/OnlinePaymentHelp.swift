import Web

/// « Le paiement en ligne », question by question.
struct OnlinePaymentHelp {
    var page: InformationPage {
        InformationPage(
            title: "Le paiement en ligne",
            summary: "Activer le paiement par carte sur vos factures, ce que voient vos clients, ce que cela coûte.",
            body: """
                <p class="lead">Votre client règle sa facture par carte, depuis son téléphone ou son ordinateur. Stripe encaisse, et \
                NeedMe met à jour la facture et votre registre des recettes.</p>
                <nav class="contents" aria-label="Questions">\(chapters.map(\.contents))</nav>
                \(chapters.map(\.html))
                """
        )
    }

    private var chapters: [HelpChapter] {
        [.activating, .offering, .client, .afterwards, .trouble]
    }
}

/// Questions that belong together.
struct HelpChapter {
    let title: String
    let questions: [HelpQuestion]

    fileprivate var contents: HTML {
        let links: [HTML] = questions.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" }
        return "<div><strong>\(title)</strong><ul>\(links)</ul></div>"
    }

    fileprivate var html: HTML {
        let answers: [HTML] = questions.map { "<h3 id=\"\($0.id)\">\($0.title)</h3>\n\($0.answer)" }
        return "<section><h2>\(title)</h2>\n\(answers)</section>"
    }
}

/// A question of somebody who gets paid, and its answer.
struct HelpQuestion {
    /// Where links lead, for as long as the page exists.
    let id: String
    let title: String
    let answer: HTML
}
