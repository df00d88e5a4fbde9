/// A form sent as `multipart/form-data` (RFC 7578), the one way in which browsers send files: its fields and its files.
public struct MultipartForm: Sendable, Equatable {
    /// A file that was chosen in a form.
    public struct File: Sendable, Equatable {
        /// The name of its field.
        public let name: String
        /// What the visitor calls it: good for showing it to them, and for nothing else.
        public let fileName: String
        /// The media type that the browser guessed from the name, often wrong; empty when it said nothing.
        public let type: String
        /// Its bytes.
        public let bytes: [UInt8]
    }

    /// More parts than any form of ours has.
    public static let maximumPartCount = 100

    /// The fields that are no files.
    public private(set) var fields = Form()
    /// The files, in the order they were sent, those that were not chosen included.
    public private(set) var files: [File] = []

    /// Reads a body; nil when it is no such form, has more parts than ``maximumPartCount``, or does not hold together to its
    /// last boundary.
    ///
    /// The time it takes grows with the length of the body alone.
    public init?(body: [UInt8], contentType: String) {
        guard let type = HeaderParameters(contentType), type.value == "multipart/form-data",
            let boundary = type.parameters["boundary"],
            let parts = MultipartBody.parts(of: body, boundary: boundary, atMost: Self.maximumPartCount)
        else { return nil }
        var fields: [Form.Field] = []
        for part in parts {
            guard let disposition = part.headers["content-disposition"].flatMap(HeaderParameters.init),
                disposition.value == "form-data", let name = disposition.parameters["name"]
            else { return nil }
            if let fileName = disposition.parameters["filename"] {
                let type = part.headers["content-type"] ?? ""
                let bytes = Array(body[part.content])
                files.append(File(name: name.unquoted, fileName: fileName.unquoted, type: type, bytes: bytes))
            } else if let value = String(validating: body[part.content], as: UTF8.self) {
                fields.append(Form.Field(name.unquoted, value))
            }
        }
        self.fields = Form(fields)
    }

    /// The first value under this name.
    public subscript(name: String) -> String? { fields[name] }

    /// The first file under this name; nil when none was chosen, which browsers send as a nameless file of no bytes.
    public func file(_ name: String) -> File? {
        files.first { $0.name == name && !($0.fileName.isEmpty && $0.bytes.isEmpty) }
    }
}

extension String {
    /// Without the three escapes that browsers use in a quoted name (WHATWG HTML, "multipart form data").
    fileprivate var unquoted: String {
        guard utf8.contains(UInt8(ascii: "%")) else { return self }
        let pieces = split(separator: "%", omittingEmptySubsequences: false)
        return String(pieces[0])
            + pieces.dropFirst().map { piece in
                let escapes = ["22": "\"", "0D": "\r", "0A": "\n"]
                return escapes[String(piece.prefix(2))].map { $0 + piece.dropFirst(2) } ?? "%" + piece
            }.joined()
    }
}
