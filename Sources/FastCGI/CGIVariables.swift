import Web

/// The variables by which a web server describes a request (RFC 3875 §4.1), with REQUEST_URI and REQUEST_ID of nginx.
struct CGIVariables {
    private var values: [String: String] = [:]
    private var headers = Headers()

    /// Takes one "NAME=value".
    mutating func add(_ entry: String) {
        guard let equals = entry.utf8.firstIndex(of: UInt8(ascii: "=")) else { return }
        let name = String(entry[..<equals])
        let value = String(entry[entry.utf8.index(after: equals)...])
        if let field = Self.headerName(name) {
            if !value.isEmpty { headers.add(field, value) }
        }
        values[name] = value
    }

    /// The header field behind a variable: HTTP_ACCEPT_LANGUAGE is accept-language.
    ///
    /// nginx gives the type and the length twice, with the prefix and without: only the latter are CGI's.
    private static func headerName(_ name: String) -> String? {
        switch name {
        case "CONTENT_TYPE", "CONTENT_LENGTH": hyphenated(name)
        case "HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH": nil
        case _ where name.hasPrefix("HTTP_"): hyphenated(name.dropFirst("HTTP_".count))
        default: nil
        }
    }

    private static func hyphenated(_ name: some StringProtocol) -> String {
        String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    }

    var method: Method { Method(values["REQUEST_METHOD"] ?? "") }

    /// How many bytes of body were announced; none when nothing is said.
    func bodyLength(atMost maximum: Int) throws(RequestRefusal) -> Int {
        let announced = values["CONTENT_LENGTH"] ?? ""
        guard announced.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { throw .malformed }
        if announced.isEmpty { return 0 }
        // Digits that no Int holds are a length too, and too large.
        guard let length = Int(announced), length <= maximum else { throw .tooLarge }
        return length
    }

    /// The request, with a body of the announced length.
    func request(body: [UInt8]) throws(RequestRefusal) -> Request {
        guard try body.count == bodyLength(atMost: .max) else { throw .malformed }
        let path = String((values["REQUEST_URI"] ?? "").prefix { $0 != "?" })
        guard path.hasPrefix("/") else { throw .malformed }
        return Request(
            method,
            path,
            query: Form(encoded: (values["QUERY_STRING"] ?? "").utf8),
            headers: headers,
            body: body,
            remoteAddress: values["REMOTE_ADDR"] ?? "",
            id: identifier
        )
    }

    /// What nginx called the request, or 32 random hexadecimal digits like it.
    var identifier: String {
        if let given = values["REQUEST_ID"], !given.isEmpty { return given }
        let digits = String(UInt128.random(in: 0 ... .max), radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}
