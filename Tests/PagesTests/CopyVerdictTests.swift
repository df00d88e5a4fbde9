import Accounting
import Operations
import Store
import Testing

@testable import PublicPages

/// A copy of an invoice is judged by its bytes.
@Suite struct `A copy that is compared` {
    private static let pdf = Array("%PDF-1.7 issued <data/>".utf8)
    private let issued = IssuedFile(sha256: sha256(pdf), pdf: pdf)

    private func verdict(_ copy: [UInt8], data: [UInt8]? = nil) -> CopyVerdict {
        CopyVerdict(of: copy, sha256: sha256(copy), issued: issued) { file in
            file == Self.pdf ? Array("<data/>".utf8) : data
        }
    }

    @Test func `is the issued file when not a bit differs`() {
        #expect(verdict(Self.pdf) == .issuedFile)
    }

    @Test func `is the issued file even when its data cannot be read`() {
        let verdict = CopyVerdict(of: Self.pdf, sha256: issued.sha256, issued: issued) { _ in throw Unreadable() }
        #expect(verdict == .issuedFile)
    }

    @Test func `carries the issued data in other clothes`() {
        #expect(verdict(Self.pdf + [0], data: Array("<data/>".utf8)) == .issuedData)
    }

    @Test(arguments: ["<data />", "", "<data/>\n"]) func `is different with other data, to a bit`(data: String) {
        #expect(verdict(Self.pdf + [0], data: Array(data.utf8)) == .different)
    }

    @Test func `is different without data, even if the issued file has none`() {
        #expect(verdict(Self.pdf + [0]) == .different)
        let both = CopyVerdict(of: Self.pdf + [0], sha256: .none, issued: issued) { _ in nil }
        #expect(both == .different)
    }

    @Test(arguments: ["", "%PD", "PK\u{3}\u{4}", "<html>", String(repeating: " ", count: 1_025) + "%PDF-1.7"])
    func `is no PDF without its mark`(text: String) {
        #expect(verdict(Array(text.utf8)) == .notPDF)
    }

    @Test func `may have its mark a little further`() {
        #expect(verdict(Array("\u{FEFF}\n%PDF-1.4".utf8)) == .different)
    }

    @Test func `that cannot be read says so`() {
        let verdict = CopyVerdict(of: Self.pdf + [0], sha256: .none, issued: issued) { _ in throw Unreadable() }
        #expect(verdict == .unreadable)
    }

    @Test func `is not read when it is larger than 5 Mo`() {
        let largest = Self.pdf + [UInt8](repeating: 0, count: CopyVerdict.maximumBytes - Self.pdf.count)
        #expect(verdict(largest, data: Array("<data/>".utf8)) == .issuedData)
        #expect(verdict(largest + [0], data: Array("<data/>".utf8)) == .tooLarge)
    }

    private struct Unreadable: Error {}
}
