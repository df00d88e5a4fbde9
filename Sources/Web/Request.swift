/// What nginx passed to us: one request, whole, as a value.
public struct Request: Sendable {
    /// The method.
    public var method: Method
    /// The path as sent, without the query, not percent-decoded; it begins with "/".
    public var path: String
    /// The decoded query string.
    public var query: Form
    /// The header fields.
    public var headers: Headers
    /// The body's bytes, as sent.
    public var body: [UInt8]
    /// The address of the browser, as nginx saw it.
    public var remoteAddress: String
    /// The identifier that nginx gave this request and that every log line about it carries.
    public var id: String

    /// A request.
    public init(
        _ method: Method,
        _ path: String,
        query: Form = Form(),
        headers: Headers = Headers(),
        body: [UInt8] = [],
        remoteAddress: String = "",
        id: String = ""
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.remoteAddress = remoteAddress
        self.id = id
    }

    /// The path cut at its slashes, each part percent-decoded; "/f/abc" is ["f", "abc"], "/" is empty.
    ///
    /// Nil when a part does not decode to UTF-8.
    public var pathComponents: [String]? {
        var components: [String] = []
        for part in path.split(separator: "/") {
            guard let decoded = PercentEncoding.decode(part.utf8, plusIsSpace: false) else { return nil }
            components.append(decoded)
        }
        return components
    }

    /// The body as an HTML form, whichever way it was sent, without its files; empty when it is no form.
    public var form: Form {
        guard let type = headers["content-type"]?.lowercased() else { return Form() }
        if type.hasPrefix("application/x-www-form-urlencoded") { return Form(encoded: body) }
        return multipartForm?.fields ?? Form()
    }

    /// The body as a form with files (`multipart/form-data`), read anew each time; nil when it is none.
    public var multipartForm: MultipartForm? {
        headers["content-type"].flatMap { MultipartForm(body: body, contentType: $0) }
    }

    /// The value of the cookie with this name.
    public func cookie(_ name: String) -> String? {
        Cookie.value(of: name, in: headers.values("cookie"))
    }
}
