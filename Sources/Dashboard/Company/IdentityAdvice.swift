import Invoicing
import Web

/// What to say of a SIREN that is not one.
func sirenAdvice(_ text: String) -> String { advice("Ce numéro SIREN", 9, text) }

/// What to say of a SIRET that is not one.
func siretAdvice(_ text: String) -> String { advice("Ce SIRET", 14, text) }

/// A number that has all its digits has a wrong one among them: to count them again would not help.
private func advice(_ number: String, _ length: Int, _ text: String) -> String {
    let isWhole = text.filter { !$0.isWhitespace }.isDigits(length...length)
    let fault = isWhole ? "sa clé de contrôle est fausse, vérifiez chaque chiffre" : "\(length) chiffres attendus"
    return "\(number) n’est pas valide\u{A0}: \(fault)."
}

let telephoneAdvice = "Ce numéro de téléphone n’est pas valide, par exemple 06 12 34 56 78 ou +33 6 12 34 56 78."

/// A telephone number as typed, with whatever sets its digits apart; nil when it cannot be one.
func telephone(_ text: String) -> String? {
    let signs = text.filter { !" \u{A0}\u{202F}.-()/".contains($0) }
    let digits = signs.hasPrefix("+") ? String(signs.dropFirst()) : signs
    return digits.isDigits(6...20) ? text : nil
}

extension Typed {
    /// Refuses a postal code that no place in France has.
    mutating func checkPostalCode(of address: Address) {
        let code = address.postalCode
        guard address.country == "FR", !code.isEmpty, messages["postal_code"] == nil, !code.isDigits(5...5) else {
            return
        }
        refuse("postal_code", "Un code postal français a 5 chiffres.")
    }
}

extension String {
    fileprivate func isDigits(_ length: ClosedRange<Int>) -> Bool {
        length.contains(utf8.count) && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
