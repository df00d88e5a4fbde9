import Accounting
import Documents
import Store

/// What a file turns out to be that a client has received as this invoice.
///
/// It is decided from bytes alone: the file is never kept.
enum CopyVerdict: Equatable {
    /// (a) The very file that was issued, to the last bit.
    case issuedFile
    /// (a) The very file that is downloaded at this moment, with today's stamp or codes, to the last bit.
    case todaysFile
    /// (b) Another file that carries the data of the invoice, to the last bit: an earlier copy, with another stamp or code,
    /// or one that was saved anew, whose looks may have changed.
    case issuedData
    /// (c) A PDF that carries other data, or none.
    case different
    /// (d) No PDF.
    case notPDF
    /// (d) Larger than any invoice, and not read.
    case tooLarge
    /// (d) A PDF that is damaged or wants a password.
    case unreadable

    /// The largest file that is read, in bytes: 5 Mo.
    static let maximumBytes = 5 << 20

    /// Compares a file with the one that was issued.
    ///
    /// - Parameters:
    ///   - copy: the file's bytes.
    ///   - sha256: its SHA-256.
    ///   - issued: the file that was issued.
    ///   - today: draws the file that is downloaded at this moment; asked only of a copy that carries the invoice's data.
    ///   - attachment: reads the data of the electronic invoice that a PDF carries; nil when there are none, throws when the
    ///     PDF cannot be read.
    /// - Throws: what `today` throws.
    init(
        of copy: [UInt8],
        sha256: Fingerprint,
        issued: IssuedFile,
        today: () throws -> [UInt8],
        attachment: ([UInt8]) throws -> [UInt8]? = ElectronicInvoice.read
    ) throws {
        guard copy.count <= Self.maximumBytes else {
            self = .tooLarge
            return
        }
        if sha256 == issued.sha256 {
            self = .issuedFile
            return
        }
        guard Self.saysItIsPDF(copy) else {
            self = .notPDF
            return
        }
        let carriesIssuedData: Bool
        do {
            let data = try attachment(copy)
            carriesIssuedData = try data != nil && data == attachment(issued.pdf)
        } catch {
            self = .unreadable
            return
        }
        guard carriesIssuedData else {
            self = .different
            return
        }
        self = try copy == today() ? .todaysFile : .issuedData
    }

    /// Readers look for the mark in the first kilobyte (ISO 32000-1 annex H, note 13).
    private static func saysItIsPDF(_ file: [UInt8]) -> Bool {
        let mark = Array("%PDF-".utf8)
        let head = file.prefix(1_024 + mark.count)
        return head.indices.contains { head[$0...].starts(with: mark) }
    }
}
