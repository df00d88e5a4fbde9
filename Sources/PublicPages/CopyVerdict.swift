import Accounting
import Store

/// What a file turns out to be that a client has received as this invoice.
///
/// It is decided from bytes alone: the file is never kept.
enum CopyVerdict: Equatable {
    /// (a) The very file that was issued, to the last bit.
    case issuedFile
    /// (b) Another file that carries the data of the invoice, to the last bit: a later copy, with stamp or code, or one that
    /// was saved anew, whose looks may have changed.
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
    ///   - attachment: reads the data of the electronic invoice that a PDF carries; nil when there are none, throws when the
    ///     PDF cannot be read.
    init(of copy: [UInt8], sha256: Fingerprint, issued: IssuedFile, attachment: PublicPages.Attachment) {
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
        do {
            let data = try attachment(copy)
            self = try data != nil && data == attachment(issued.pdf) ? .issuedData : .different
        } catch {
            self = .unreadable
        }
    }

    /// Readers look for the mark in the first kilobyte (ISO 32000-1 annex H, note 13).
    private static func saysItIsPDF(_ file: [UInt8]) -> Bool {
        let mark = Array("%PDF-".utf8)
        let head = file.prefix(1_024 + mark.count)
        return head.indices.contains { head[$0...].starts(with: mark) }
    }
}
