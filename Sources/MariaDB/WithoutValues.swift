/// The server's sentence without the value it quotes.
///
/// `Duplicate entry 'jeanne@exemple.fr' for key 'email'` becomes `Duplicate entry … for key 'email'`: such a value was
/// bound and is often personal.
func withoutValues(_ message: String, code: Int) -> String {
    guard quotingCodes.contains(code), let quote = message.firstIndex(of: "'") else { return message }
    let place = places.lazy.compactMap { message.lastRange(of: $0) }.first
    return message[..<quote] + "…" + (place.map { message[$0...] } ?? "")
}

/// Duplicate entry (1062, 1586), incorrect value (1292, 1366, 1367, 1411), data truncated (1265), out of range (1690).
private let quotingCodes: Set<Int> = [1062, 1265, 1292, 1366, 1367, 1411, 1586, 1690]

/// What follows the value and says where it was going.
private let places = [" for key ", " for column ", " for function "]

extension String {
    /// Where the last occurrence of `part` begins.
    fileprivate func lastRange(of part: String) -> Index? {
        var start = endIndex
        while start > startIndex {
            start = index(before: start)
            if self[start...].hasPrefix(part) { return start }
        }
        return nil
    }
}
