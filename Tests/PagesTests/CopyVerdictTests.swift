import Accounting
import Operations
import Store
import Testing

@testable import PublicPages

/// A copy of an invoice is judged by its bytes.
@Suite struct `A copy that is compared` {
    private static let pdf = Array("%PDF-1.7 issued <data/>".utf8)
    private let issued = IssuedFile(sha256: sha256(pdf), pdf: pdf)

    private func verdict(_ copy: [UInt8], data: [UInt8]? = nil, today: [UInt8] = pdf) throws -> CopyVerdict {
        try CopyVerdict(of: copy, sha256: sha256(copy), issued: issued, today: { today }) { file in
            file == Self.pdf ? Array("<data/>".utf8) : data
        }
    }

    /// What a reading that ends like this makes of a file.
    private func verdict(_ copy: [UInt8], reading: ([UInt8]) throws -> [UInt8]?) throws -> CopyVerdict {
        try CopyVerdict(of: copy, sha256: sha256(copy), issued: issued, today: { throw Undrawn() }, attachment: reading)
    }

    @Test func `is the issued file when not a bit differs`() throws {
        #expect(try verdict(Self.pdf) == .issuedFile)
    }

    @Test func `is the issued file even when its data cannot be read`() throws {
        #expect(try verdict(Self.pdf) { _ in throw Unreadable() } == .issuedFile)
    }

    @Test func `carries the issued data in other clothes`() throws {
        #expect(try verdict(Self.pdf + [0], data: Array("<data/>".utf8)) == .issuedData)
    }

    @Test func `is the file of today when not a bit differs from what is downloaded now`() throws {
        let today = Self.pdf + Array(" stamped".utf8)
        #expect(try verdict(today, data: Array("<data/>".utf8), today: today) == .todaysFile)
        #expect(try verdict(today + [0], data: Array("<data/>".utf8), today: today) == .issuedData)
    }

    @Test func `has no verdict when the file of today cannot be drawn`() throws {
        #expect(throws: Undrawn.self) { try verdict(Self.pdf + [0]) { _ in Array("<data/>".utf8) } }
    }

    @Test(arguments: ["<data />", "", "<data/>\n"]) func `is different with other data, to a bit`(data: String) throws {
        #expect(try verdict(Self.pdf + [0], data: Array(data.utf8)) == .different)
    }

    @Test func `is different without data, even if the issued file has none`() throws {
        #expect(try verdict(Self.pdf + [0]) == .different)
        #expect(try verdict(Self.pdf + [0]) { _ in nil } == .different)
    }

    @Test(arguments: ["", "%PD", "PK\u{3}\u{4}", "<html>", String(repeating: " ", count: 1_025) + "%PDF-1.7"])
    func `is no PDF without its mark`(text: String) throws {
        #expect(try verdict(Array(text.utf8)) == .notPDF)
    }

    @Test func `may have its mark a little further`() throws {
        #expect(try verdict(Array("\u{FEFF}\n%PDF-1.4".utf8)) == .different)
    }

    @Test func `that cannot be read says so`() throws {
        #expect(try verdict(Self.pdf + [0]) { _ in throw Unreadable() } == .unreadable)
    }

    @Test func `is not read when it is larger than 5 Mo`() throws {
        let largest = Self.pdf + [UInt8](repeating: 0, count: CopyVerdict.maximumBytes - Self.pdf.count)
        #expect(try verdict(largest, data: Array("<data/>".utf8)) == .issuedData)
        #expect(try verdict(largest + [0], data: Array("<data/>".utf8)) == .tooLarge)
    }

    private struct Unreadable: Error {}
    private struct Undrawn: Error {}
}
