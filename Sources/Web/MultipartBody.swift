/// Cuts a body at its boundaries (RFC 2046 §5.1.1), strictly as browsers write it: nothing before the first boundary,
/// nothing after the last.
enum MultipartBody {
    /// One part: its header fields, and where its content stands.
    struct Part {
        var headers: [String: String]
        var content: Range<Int>
    }

    /// The most bytes that the header of one part may have.
    static let maximumHeaderBytes = 4_096

    /// The parts; nil when the body does not hold together, or has more of them.
    static func parts(of body: [UInt8], boundary: String, atMost maximum: Int) -> [Part]? {
        guard isBoundary(boundary) else { return nil }
        let delimiter = lineEnd + dashes + Array(boundary.utf8)
        // The first boundary has no line before it whose end would belong to it.
        guard body.starts(with: delimiter.dropFirst(lineEnd.count)) else { return nil }
        var end = delimiter.count - lineEnd.count
        var parts: [Part] = []
        while true {
            if isLast(body, after: end) { return parts }
            guard parts.count < maximum, isFollowed(body, end, by: lineEnd),
                var part = header(body, from: end + lineEnd.count),
                let next = find(delimiter, in: body, from: part.content.lowerBound)
            else { return nil }
            part.content = part.content.lowerBound..<next
            parts.append(part)
            end = next + delimiter.count
        }
    }

    private static let lineEnd = Array("\r\n".utf8)
    private static let dashes = Array("--".utf8)

    /// 1 to 70 of the characters that a boundary may have.
    private static func isBoundary(_ text: String) -> Bool {
        let marks = Array("'()+_,-./:=? ".utf8)
        return (1...70).contains(text.utf8.count) && text.utf8.last != UInt8(ascii: " ")
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"):
                    true
                default: marks.contains(byte)
                }
            }
    }

    /// True when the boundary that ends here is the last one, and nothing but the end of its line follows.
    private static func isLast(_ body: [UInt8], after end: Int) -> Bool {
        let rest = body[end...]
        return rest.elementsEqual(dashes) || rest.elementsEqual(dashes + lineEnd)
    }

    private static func isFollowed(_ body: [UInt8], _ end: Int, by bytes: [UInt8]) -> Bool {
        body[end...].starts(with: bytes)
    }

    /// Reads a part's header up to its empty line; nil when it is too long, is no UTF-8 or says one thing twice.
    private static func header(_ body: [UInt8], from start: Int) -> Part? {
        var headers: [String: String] = [:]
        var position = start
        while true {
            let window = body[position..<min(body.count, start + maximumHeaderBytes)]
            guard let end = window.firstIndex(of: lineEnd[0]), isFollowed(body, end, by: lineEnd) else { return nil }
            let line = body[position..<end]
            position = end + lineEnd.count
            if line.isEmpty { return Part(headers: headers, content: position..<position) }
            guard let text = String(validating: line, as: UTF8.self),
                let colon = text.utf8.firstIndex(of: UInt8(ascii: ":"))
            else { return nil }
            let value = String(text[text.utf8.index(after: colon)...]).trimmed
            guard headers.updateValue(value, forKey: text[..<colon].lowercased()) == nil else { return nil }
        }
    }

    /// Where the delimiter stands next, followed by what follows a delimiter.
    ///
    /// It begins with the only carriage return in it: what was compared in vain is never compared again, and a body made of
    /// almost-boundaries takes no longer than another.
    private static func find(_ delimiter: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        var position = start
        while let candidate = body[position...].firstIndex(of: delimiter[0]) {
            let end = candidate + delimiter.count
            if end <= body.count, body[candidate..<end].elementsEqual(delimiter),
                isFollowed(body, end, by: lineEnd) || isFollowed(body, end, by: dashes)
            {
                return candidate
            }
            position = candidate + 1
        }
        return nil
    }
}
