import Accounting
import Exports

/// What an archive was found to hold while it was written: its last two files say so.
final class ArchiveContents {
    private var sums = ""
    private var tables: [(name: String, columns: String, rows: Int)] = []

    /// Notes a file that is whole.
    func note(_ path: String, _ sum: Fingerprint) {
        sums += "\(sum.hexadecimal)  \(path)\n"
    }

    /// Notes a table that is whole.
    func note(table: String, columns: [String], rows: Int) {
        tables.append((table, columns.joined(separator: ","), rows))
    }

    /// The fingerprints, as `sha256sum -c` reads them.
    var checksums: [UInt8] { Array(sums.utf8) }

    /// What the tables held, for whoever takes them up again.
    func manifest(company: String, companyID: Int64, madeAt moment: String) -> [UInt8] {
        let counts = tables.map { table in
            let value = JSON.object([("rows", String(table.rows)), ("columns", JSON.text(table.columns))])
            return (name: table.name, value: value)
        }
        let members = [
            ("format", JSON.text(ArchiveFormat.name)), ("company", JSON.text(company)),
            ("company_id", String(companyID)),
            ("made_at", JSON.text(moment)), ("tables", JSON.object(counts)),
        ]
        return Array((JSON.object(members) + "\n").utf8)
    }
}

/// Where an archive has what.
enum ArchiveFormat {
    static let name = "needme-1"
    static let manifest = "manifest.json"
    static let checksums = "SHA256SUMS"
    static let tables = "donnees/"
    static let invoices = "factures/"
    static let creditNotes = "avoirs/"
    static let logos = "logos/"
    static let sheets = "tableurs/"
    static let register = "registre/"
}
