/// A page's drawing as cairo wrote it: operators, whose marks are to be made ours.
struct ContentStream {
    /// The pieces that cairo has numbered: the name of the element, nil for decoration.
    let pieces: [String?]
    /// The number of the first piece of content (MCID).
    var firstNumber = 0
    /// What stands before the names of resources, so that they meet no others.
    var prefix = ""
    /// The resources' names, each with its slash.
    var resources: Set<[UInt8]> = []

    /// The drawing with its marks renumbered, and with decoration marked as such.
    ///
    /// cairo writes `/P << /MCID 0 >> BDC`; decoration becomes `/Artifact BMC` (ISO 32000-1 §14.8.2.2).
    /// Throws when the marks are not those that were asked for.
    func rewritten(_ source: [UInt8]) throws(DrawingError) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(source.count + 64)
        var place = 0
        var piece = 0
        var number = firstNumber
        while place < source.count {
            switch source[place] {
            case UInt8(ascii: "("):
                let end = literalEnd(source, from: place)
                output += source[place..<end]
                place = end
            case UInt8(ascii: "/"):
                let end = nameEnd(source, from: place + 1)
                let name = source[place..<end]
                guard let next = markEnd(source, from: end) else {
                    output += resources.contains(Array(name)) ? "/\(prefix)".utf8 + Array(name.dropFirst()) : Array(name)
                    place = end
                    continue
                }
                guard piece < pieces.count else { throw .writing("marks that nobody asked for") }
                if let element = pieces[piece] {
                    output += "/\(element) << /MCID \(number) >> BDC".utf8
                    number += 1
                } else {
                    output += "/Artifact BMC".utf8
                }
                piece += 1
                place = next
            default:
                output.append(source[place])
                place += 1
            }
        }
        guard piece == pieces.count else { throw .writing("marks are missing in a page's content") }
        return output
    }

    /// Where a text in parentheses ends, those within it counted (ISO 32000-1 §7.3.4.2).
    private func literalEnd(_ source: [UInt8], from start: Int) -> Int {
        var depth = 0
        var place = start
        while place < source.count {
            switch source[place] {
            case UInt8(ascii: "\\"): place += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            place += 1
            if depth == 0 { break }
        }
        return min(place, source.count)
    }

    private func nameEnd(_ source: [UInt8], from start: Int) -> Int {
        var place = start
        while place < source.count, !Self.namesEnd.contains(source[place]) { place += 1 }
        return place
    }

    /// White space and delimiters (ISO 32000-1 §7.2.2).
    private static let namesEnd = Set("\0\t\n\u{0C}\r ()<>[]{}/%".utf8)
    private static let markOpening = Array(" << /MCID ".utf8)
    private static let markClosing = Array(" >> BDC".utf8)

    /// Where a mark with a number ends, if one stands here.
    private func markEnd(_ source: [UInt8], from start: Int) -> Int? {
        guard source[start...].starts(with: Self.markOpening) else { return nil }
        let digits = start + Self.markOpening.count
        let end = source[digits...].firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? digits
        return source[end...].starts(with: Self.markClosing) ? end + Self.markClosing.count : nil
    }
}
