import TestSupport

/// A document as other programs read it.
struct Reader {
    private let scratch: Scratch
    private let path: String

    init(_ document: [UInt8]) throws {
        scratch = try Scratch()
        path = try scratch.file(document)
    }

    /// What a program writes when it is given the document, by its path or where `FILE` stands.
    func run(_ arguments: String...) throws -> String {
        let placed = arguments.contains("FILE") ? arguments.map { $0 == "FILE" ? path : $0 } : arguments + [path]
        return String(decoding: try Command(placed, in: scratch).result(), as: UTF8.self)
    }

    /// Whether qpdf finds its syntax good.
    func isSound() throws -> Bool { try Command(["qpdf", "--check", path], in: scratch).wait() == 0 }

    /// The text in reading order.
    func text() throws -> String { try run("pdftotext", "-enc", "UTF-8", "FILE", "-") }

    /// The structure with its texts, indented.
    func structure() throws -> String { try run("pdfinfo", "-struct-text") }

    /// Every object as text, streams decoded.
    func objects() throws -> String {
        try run("qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids", "FILE", "-")
    }
}
