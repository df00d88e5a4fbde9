import Accounting
import Store

/// The files of an archive on their way into the database, in the order in which they come.
final class TakingUp {
    private let writer: StoreWriter
    private let columns: [String: [ArchivedColumn]]
    private let passwordHash: String
    /// How many rows of each table were taken up, or were here as pictures are.
    private(set) var rows: [String: Int] = [:]
    /// The rows that wait for their files, by the fingerprint of those, in hexadecimal.
    private var waiting: [String: [(table: ArchivedTable, json: String)]] = [:]

    /// The tables whose rows have a file.
    private static let tablesWithFiles = ["logos", "invoice_files", "credit_note_files"]

    init(writer: StoreWriter, columns: [String: [ArchivedColumn]], passwordHash: String) {
        self.writer = writer
        self.columns = columns
        self.passwordHash = passwordHash
    }

    /// How many files did not come.
    var missingFiles: Int { waiting.count }

    /// Takes up a file: a table's rows, or what such a row waits for; the others are for people.
    func file(_ path: String, _ read: () throws -> [UInt8]?) throws {
        if let table = ArchivedTable.all.first(where: { ArchivedTables.path(of: $0) == path }) {
            try rows(of: table, read)
        } else if path.hasSuffix(".pdf") || path.hasSuffix(".png") {
            var bytes: [UInt8] = []
            while let piece = try read() { bytes += piece }
            try document(bytes)
        }
    }

    /// An object a line, as we write them.
    private func rows(of table: ArchivedTable, _ read: () throws -> [UInt8]?) throws {
        var line: [UInt8] = []
        while let bytes = try read() {
            var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
            while lines.count > 1, let end = lines.popFirst() {
                try row(line + end, of: table)
                line = []
            }
            line += lines.joined()
        }
        try row(line, of: table)
    }

    private func row(_ line: [UInt8], of table: ArchivedTable) throws {
        guard line.first == UInt8(ascii: "{") else { return }
        let bytes = line.last == UInt8(ascii: ",") ? line.dropLast() : line[...]
        let json = String(decoding: bytes, as: UTF8.self)
        rows[table.name, default: 0] += 1
        if Self.tablesWithFiles.contains(table.name) {
            guard let sum = Self.fingerprint(in: json) else { throw ArchiveRefusal.incomplete(table.name) }
            waiting[sum, default: []].append((table, json))
        } else if table.name == "users" {
            try check(table) { try writer.takeUp(json, passwordHash: passwordHash, into: table, $0) }
        } else {
            try check(table) { try writer.takeUp(json, into: table, $0) }
        }
    }

    private func document(_ bytes: [UInt8]) throws {
        let sum = sha256(bytes)
        for (table, json) in waiting.removeValue(forKey: sum.hexadecimal) ?? [] {
            if table.name == "logos", try writer.hasLogo(sum) { continue }
            try check(table) { try writer.takeUp(json, file: bytes, into: table, $0) }
        }
    }

    private func check(_ table: ArchivedTable, _ insert: ([ArchivedColumn]) throws -> Bool) throws {
        guard try insert(columns[table.name] ?? []) else { throw ArchiveRefusal.alreadyHere(table.name) }
    }

    /// The fingerprint of a row's file.
    private static func fingerprint(in json: String) -> String? {
        json.firstMatch(of: /"sha256": "([0-9A-F]{64})"/).map { $0.output.1.lowercased() }
    }
}
