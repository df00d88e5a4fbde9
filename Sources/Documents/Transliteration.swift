/// Texts in the letters that every bank can read: A to Z, digits and few signs (EPC217-08).
enum Transliteration {
    /// A text in plain Latin letters, "Łódź" as "Lodz"; nil when it has letters of another script, or nothing is left.
    static func latin(_ text: String) -> String? {
        var latin = ""
        for scalar in text.unicodeScalars {
            guard let written = written(scalar) else { return nil }
            latin += written
        }
        let words = latin.split(separator: " ")
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// What stands for a character: nothing when it can be left out, nil for a letter that cannot.
    private static func written(_ scalar: Unicode.Scalar) -> String? {
        if signs.contains(scalar) || scalar.isASCIILetterOrDigit { return String(scalar) }
        if let ligature = ligatures[scalar] { return ligature }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            return base(of: scalar)
        case .dashPunctuation: return "-"
        case .initialPunctuation, .finalPunctuation: return "'"
        case .nonspacingMark, .enclosingMark, .format: return ""
        case .decimalNumber: return scalar.properties.numericType.flatMap { _ in digit(scalar) }
        default: return " "
        }
    }

    /// The letter under the accents, which the name of a character tells: "LATIN SMALL LETTER E WITH ACUTE".
    private static func base(of scalar: Unicode.Scalar) -> String? {
        let words = (scalar.properties.name ?? "").split(separator: " ")
        guard let place = words.firstIndex(of: "LETTER"), words.prefix(place).contains("LATIN"),
            let letter = words.dropFirst(place + 1).first, letter.utf8.count == 1
        else { return nil }
        return words.contains("SMALL") ? letter.lowercased() : String(letter)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> String? {
        scalar.properties.numericValue.map { String(Int($0)) }
    }

    /// The signs that banks take.
    private static let signs = Set("/-?:().,'+ ".unicodeScalars)

    private static let ligatures: [Unicode.Scalar: String] = [
        "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "ß": "ss", "ẞ": "SS", "Ð": "D", "ð": "d", "Þ": "TH", "þ": "th",
        "ı": "i", "ĸ": "k", "ŋ": "n", "Ŋ": "N", "ſ": "s", "ª": "a", "º": "o", "&": "+", "_": "-",
    ]
}

extension Unicode.Scalar {
    fileprivate var isASCIILetterOrDigit: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
