/// A text as cairo, PDF and XML all take it: noncharacters and NUL, which one or the other refuses, become U+FFFD.
///
/// cairo 1.16 draws nothing more after one of them, and says that the text is no UTF-8.
func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isUnprintable(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
}

/// The same on one line, as properties are: each control character becomes a space.
func printableLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in printable(text).unicodeScalars {
        result.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(result)
}

/// Noncharacters (Unicode 15, §23.7) and NUL.
private func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0 || 0xFDD0...0xFDEF ~= scalar.value || scalar.value & 0xFFFE == 0xFFFE
}
