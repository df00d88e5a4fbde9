import Accounting
import French
import Operations
import Web

extension VerifyRegister.Verdict {
    /// What the page says of the chain: only what was checked.
    var words: HTML {
        guard breaches.isEmpty else { return alarm }
        guard head.sequence > 0 else { return "<p class=\"notice\">Le registre est vide.</p>" }
        let fingerprint: HTML = "<span class=\"code\">\(String(head.fingerprint.hexadecimal.prefix(16)))…</span>"
        guard !isWhole else {
            return """
                <p class="success"><span aria-hidden="true">✓</span> Registre vérifié\u{A0}: \(lines(head.sequence)), \
                empreinte \(fingerprint)</p>
                """
        }
        return """
            <p class="success"><span aria-hidden="true">✓</span> Fin du registre vérifiée\u{A0}: \
            les \(grouped(checked)) dernières lignes sur \(grouped(head.sequence)), empreinte \(fingerprint). \
            <a href="/registre/verification">Vérifier tout le registre</a></p>
            """
    }

    private var alarm: HTML {
        let items: [HTML] = breaches.prefix(10).map { "<li>\($0.french)</li>" }
        return """
            <div class="alert" role="alert"><p><strong>Ce registre n’est pas intact.</strong> Prévenez la personne qui \
            tient ce site\u{A0}: elle garde de quoi le comparer.</p><ul>\(items)</ul></div>
            """
    }

    private func lines(_ count: Int64) -> String { "\(grouped(count)) ligne\(count > 1 ? "s" : "")" }

    private func grouped(_ count: Int64) -> String { Int(count).frenchGrouped }
}

extension RegisterBreach {
    fileprivate var french: String {
        switch self {
        case .altered(let sequence): "La ligne \(sequence) ne correspond plus à son empreinte."
        case .misplaced(let found, let expected):
            "La ligne \(found) se trouve à la place de la ligne \(expected)."
        case .endsElsewhere(let found, let expected):
            "Le registre finit à la ligne \(found) au lieu de la ligne \(expected), ou sur une autre empreinte."
        }
    }
}
