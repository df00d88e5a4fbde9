public import Documents
public import Invoicing
public import Store

/// The file of a quote as it is downloaded today: what was sent, and what the client answered.
public struct RenderQuote {
    private let id: Int64
    private let sent: SentQuote

    /// - Parameters:
    ///   - id: the quote's row.
    ///   - sent: what it says.
    public init(id: Int64, sent: SentQuote) {
        self.id = id
        self.sent = sent
    }

    /// The bytes of the file.
    public func run(_ reader: StoreReader, _ press: Press) throws -> [UInt8] {
        try press.file(of: .quote(sent), logo: try reader.logo(ofQuote: id))
    }
}
