import Accounting
import Web

/// The frame of every page of the simulator.
func page(_ title: String, kind: String, _ content: HTML, status: Int = 200) -> Response {
    Response.page(
        """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>\(title) · Stripe (simulation)</title>
        <link rel="stylesheet" href="/simulator.css">
        </head>
        <body class="\(kind)">
        <aside class="simulation" aria-label="Simulation"><strong>Stripe (simulation)</strong> Aucun argent réel ne circule ici.</aside>
        \(content)
        </body>
        </html>

        """,
        status: status
    )
    .with("content-security-policy", "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
    .with("referrer-policy", "no-referrer")
    .with("x-content-type-options", "nosniff")
}

/// A page that says one thing.
func notice(_ title: String, _ sentence: String, link: (address: String, words: String)? = nil, status: Int) -> Response
{
    let way: HTML? = link.map { "<p><a class=\"bouton\" href=\"\($0.address)\">\($0.words)</a></p>" }
    return page(title, kind: "avis", "<main><h1>\(title)</h1><p>\(sentence)</p>\(way)</main>", status: status)
}

/// What must be corrected, read aloud at once.
func alert(_ complaint: String?) -> HTML? {
    complaint.map { "<p class=\"erreur\" id=\"erreur\" role=\"alert\">\($0)</p>" }
}

/// An amount as French readers expect it, « 1 234,56 € », with narrow spaces that do not break.
func euros(_ cents: Int64) -> String {
    if cents < 0 { return "\u{2212}" + euros(-cents) }
    var digits = String(cents / 100)
    var groups: [String] = []
    while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    let rest = cents % 100
    return groups.joined(separator: "\u{202F}") + "," + (rest < 10 ? "0" : "") + "\(rest)\u{A0}€"
}

extension Day {
    /// The day as French readers expect it, « 24/11/2026 ».
    var french: String {
        [day, month].map { ($0 < 10 ? "0" : "") + "\($0)/" }.joined() + "\(year)"
    }
}

extension Simulator {
    /// Nothing at this address.
    func notFoundPage() -> Response {
        notice("Page introuvable", "Cette adresse ne mène à rien chez Stripe (simulation).", status: 404)
    }

    /// A payment page after its time.
    func expiredPage(_ session: SessionRecord) -> Response {
        notice(
            "Cette page de paiement a expiré",
            "Rien n’a été débité. Retournez à la facture pour ouvrir une nouvelle page de paiement.",
            link: session.cancelURL.map { ($0, "Retour à la facture") },
            status: 410
        )
    }

    /// A payment page after the payment.
    func completePage(_ session: SessionRecord) -> Response {
        notice(
            "Ce paiement est terminé",
            "Le paiement de \(euros(session.amount)) a été transmis à \(sellerName(session)).",
            link: (session.successAddress, "Continuer"),
            status: 200
        )
    }

    /// The name of the freelancer who is paid.
    func sellerName(_ session: SessionRecord) -> String {
        guard let account = state.account(session.account) else { return session.account }
        return account.name.isEmpty ? account.email ?? account.id : account.name
    }
}
