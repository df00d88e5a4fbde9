import Accounting
import Web

extension Simulator {
    /// A screen of Stripe's forms, filled in.
    func screenPage(
        _ screen: OnboardingScreen,
        _ visit: Visit,
        typed: [String: String] = [:],
        complaint: String? = nil
    ) -> Response {
        page(
            screen.title,
            kind: "inscription",
            """
            <main>
            <p class="vendeur">NeedMe travaille avec Stripe pour les paiements sécurisés.</p>
            \(progress(screen, visit))
            <h1>\(screen.title)</h1>
            <p class="aide">\(screen.explanation)</p>
            \(alert(complaint))
            \(if: visit.account.isDocumentRefused && screen == .document, refusedDocument)
            <form method="post" action="\(visit.address(of: screen))" autocomplete="off">
            \(screen.fields.map { field($0, value: typed[$0.name] ?? visit.account.shown($0)) })
            \(if: screen == .summary, summary(visit))
            \(buttons(screen, visit))
            </form>
            </main>
            """,
            status: complaint == nil ? 200 : 422
        )
    }

    private func progress(_ screen: OnboardingScreen, _ visit: Visit) -> HTML {
        guard visit.isWhole else {
            return "<p class=\"etape\">Une information manque à votre compte</p>"
        }
        let count = OnboardingScreen.allCases.count
        return """
            <p class="etape">Étape \(screen.rawValue) sur \(count)</p>
            <progress max="\(count)" value="\(screen.rawValue)" aria-hidden="true"></progress>
            """
    }

    private var refusedDocument: HTML {
        """
        <p class="erreur">Le document précédent était illisible : trop flou ou mal éclairé. Envoyez-en un autre.</p>
        """
    }

    private func field(_ field: OnboardingField, value: String) -> HTML {
        let label = field.isRequired ? field.label : field.label + " (facultatif)"
        let described: HTML = field.hint == nil ? "" : " aria-describedby=\"\(field.name)-aide\""
        let hint: HTML? = field.hint.map { "<p class=\"aide\" id=\"\(field.name)-aide\">\($0)</p>" }
        guard field.options.isEmpty else {
            let options = field.options.map { option -> HTML in
                "<option\(if: option == value, " selected")>\(option)</option>"
            }
            return """
                <p><label for="\(field.name)">\(label)</label>
                <select id="\(field.name)" name="\(field.name)"\(described)>\(options)</select></p>\(hint)
                """
        }
        return """
            <p><label for="\(field.name)">\(label)</label>
            <input id="\(field.name)" name="\(field.name)" type="\(field.kind)" maxlength="\(field.limit)"
            value="\(value)"\(if: field.isRequired, " required")\(described)></p>\(hint)
            """
    }

    /// Everything that was entered, with a way back to each screen.
    private func summary(_ visit: Visit) -> HTML {
        let parts = OnboardingScreen.allCases.filter { !$0.fields.isEmpty }.map { screen -> HTML in
            let lines = screen.fields.map { field -> HTML in
                let shown = visit.account.shown(field)
                let value = field.kind == "date" ? Day(iso: shown)?.french ?? shown : shown
                return "<div><dt>\(field.label)</dt><dd>\(value.isEmpty ? "—" : value)</dd></div>"
            }
            return """
                <section class="carte"><h2>\(screen.title)
                <a href="\(visit.address(of: screen))">Modifier<span class="discret"> : \(screen.title)</span></a></h2>
                <dl>\(lines)</dl></section>
                """
        }
        return "\(parts)"
    }

    private func buttons(_ screen: OnboardingScreen, _ visit: Visit) -> HTML {
        let isLast = screen == .summary || !visit.isWhole
        let canBeReviewed = screen == .summary || visit.account.stage == .restricted
        let review: HTML = """
            <button id="verifier" class="second" name="action" value="review">Valider, dossier à vérifier</button>
            """
        let back: HTML? = OnboardingScreen(rawValue: screen.rawValue - 1).flatMap { previous in
            visit.isWhole ? "<p class=\"retour\"><a href=\"\(visit.address(of: previous))\">Précédent</a></p>" : nil
        }
        return """
            <button id="continuer" name="action" value="next">\(isLast ? "Valider" : "Continuer")</button>
            \(if: canBeReviewed, review)
            <button id="quitter" class="second" name="action" value="leave" formnovalidate>Quitter avant la fin</button>
            \(back)
            """
    }
}
