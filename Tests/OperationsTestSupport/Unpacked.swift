import Accounting
import Archive
import Operations
import TestSupport

/// What is in an archive, by path.
public struct Unpacked {
    /// The files.
    public let files: [String: [UInt8]]

    /// Unpacks the bytes of a ZIP file.
    public init(_ bytes: [UInt8]) throws {
        let scratch = try Scratch()
        let zip = try ZipReader(path: try scratch.file(bytes))
        var files: [String: [UInt8]] = [:]
        while let path = try zip.next() {
            var content: [UInt8] = []
            while let piece = try zip.read() { content += piece }
            files[path] = content
        }
        self.files = files
    }

    /// A file as a text; empty when there is none.
    public subscript(path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    /// The files whose fingerprint is not the one that the archive says, those it does not know included.
    public var altered: [String] {
        let sums = self["SHA256SUMS"].split(separator: "\n").map { ($0.suffix($0.count - 66), $0.prefix(64)) }
        let known = Dictionary(uniqueKeysWithValues: sums.map { (String($0.0), String($0.1)) })
        let missing = known.keys.filter { files[$0] == nil }
        return missing + files.filter { $0.key != "SHA256SUMS" && known[$0.key] != sha256($0.value).hexadecimal }.keys
    }
}

extension Story {
    /// A company takes everything away, with the dashboard's account.
    public func archive(of companyID: Int64) throws -> [UInt8] {
        let archive = try TakeArchive(companyID: companyID).run(in: office(of: .dashboard))
        var bytes: [UInt8] = []
        while let piece = try archive.next() { bytes += piece }
        return bytes
    }
}
