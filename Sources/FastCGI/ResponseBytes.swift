import Web

extension Response {
    /// The answer as CGI writes it (RFC 3875 §6): a status line, header fields, an empty line, the body.
    ///
    /// An answer to HEAD announces the length of the body that it leaves out (RFC 9110 §9.3.2); an answer of which more
    /// follows announces none.
    func wireBytes(includingBody: Bool) -> [UInt8] {
        var head = "Status: \(status)\(ReasonPhrase.of(status).map { " " + $0 } ?? "")\r\n"
        for field in headers.fields where !Self.written.contains(field.name) {
            precondition(field.name.utf8.allSatisfy(Self.isNameByte), "The name of a header field is one token")
            head += "\(field.name): \(field.value)\r\n"
        }
        if mayHaveBody, rest == nil { head += "content-length: \(body.count)\r\n" }
        head += "\r\n"
        return includingBody && mayHaveBody ? Array(head.utf8) + body : Array(head.utf8)
    }

    /// Fields that are the front door's to write.
    private static let written: Set<String> = ["status", "content-length"]

    /// Neither 204 nor 304 has a body (RFC 9110 §6.4.1).
    private var mayHaveBody: Bool { status != 204 && status != 304 }

    /// Letters, digits and hyphens: a part of RFC 9110's tokens that is enough for us.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
