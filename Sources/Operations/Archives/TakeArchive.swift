import Accounting
import Documents
import Exports
import French
import Invoicing
import Store

/// A company takes away everything it has: documents as they were issued, tables for people and for programs, and a page
/// that leads through them.
///
/// What opens an account is not in it: no password, no second factor, no session. A client's link is, as its seller may
/// copy it. Everything is as it stands at one moment.
public struct TakeArchive {
    private let companyID: Int64

    /// - Parameter companyID: which company.
    public init(companyID: Int64) {
        self.companyID = companyID
    }

    /// - Parameters:
    ///   - email: the address that its owner logs in with.
    ///   - office: where they are looked for.
    /// - Throws: ``NotFound`` when nobody with this address has a company.
    public init(ownedBy email: String, in office: Office) throws {
        let reader = office.store.reader
        guard let user = try reader.user(email: email), let id = try reader.company(ownedBy: user.id) else {
            throw NotFound()
        }
        companyID = id
    }

    /// - Returns: the bytes of a ZIP file, a piece at a time.
    /// - Throws: ``NotFound`` when there is no such company.
    public func run(in office: Office) throws -> ArchiveStream {
        let reader = try office.store.snapshot()
        guard let company = try reader.company(companyID) else { throw NotFound() }
        let (now, contents, name) = (office.outside.now(), ArchiveContents(), company.seller.name)
        let moment = ParisTime(now).french
        let tables = ArchivedTables(companyID, reader, contents)
        let register = try ArchivedRegister(companyID, reader, office.press, on: now.parisDay)
        let index = ArchiveIndex(company: name, moment: moment)
        let opening = index.opening(
            sheets: ArchivedSheet.all.map(Self.path),
            registers: register.paths,
            tables: ArchivedTable.all.map(ArchivedTables.path)
        )
        let listings = ArchivedPapers.Kind.allCases.map { ArchivedPapers($0, companyID, reader).listing(in: index) }
        let last = [
            file { ArchiveFile("index.html", next: joined([once(opening)] + listings + [once(index.closing)])) },
            file {
                let manifest = contents.manifest(company: name, companyID: companyID, madeAt: moment)
                return ArchiveFile(ArchiveFormat.manifest, manifest)
            },
            file { ArchiveFile(ArchiveFormat.checksums, contents.checksums) },
        ]
        let papers = ArchivedPapers.Kind.allCases.map { ArchivedPapers($0, companyID, reader).shelf }
        let shelves = [tables.shelf, try logos(reader)] + papers + [register.shelf, sheets(reader)]
        return try ArchiveStream(shelves + last, noting: contents, at: now)
    }

    private static func path(of sheet: ArchivedSheet) -> String { ArchiveFormat.sheets + sheet.name + ".csv" }

    private func sheets(_ reader: StoreReader) -> ArchiveShelf {
        var sheets = ArchivedSheet.all[...]
        return {
            guard let sheet = sheets.popFirst() else { return nil }
            return ArchiveFile(Self.path(of: sheet), next: rows(of: sheet, reader))
        }
    }

    private func rows(of sheet: ArchivedSheet, _ reader: StoreReader) -> ArchivePieces {
        let columns = sheet.columnNames.map(Column.init)
        let header = CSV(header: columns.map(\.header))
        var step: CompanyStep?
        let body: ArchivePieces = {
            guard let rows = try reader.sheetRows(sheet, of: companyID, &step) else { return nil }
            var table = CSV()
            for row in rows { table.append(zip(columns, row).map(Self.cell)) }
            return table.bytes
        }
        return joined([once(header.bytes), body])
    }

    private static func cell(_ column: Column, _ value: ArchivedSheet.Value) -> CSV.Cell {
        switch value {
        case .null: .plain("")
        case .integer(let number): column.cell(number)
        case .text(let text): column.cell(text)
        }
    }

    private func logos(_ reader: StoreReader) throws -> ArchiveShelf {
        var logos = try reader.archivedLogos(of: companyID)[...]
        return {
            guard let logo = logos.popFirst() else { return nil }
            guard let png = try reader.logo(logo) else { throw NotFound() }
            return ArchiveFile("\(ArchiveFormat.logos)\(logo.hexadecimal).png", png, isCompressed: true)
        }
    }

    /// A shelf with one file, which is made when those before it are written.
    private func file(_ make: @escaping () -> ArchiveFile) -> ArchiveShelf {
        var isTaken = false
        return {
            defer { isTaken = true }
            return isTaken ? nil : make()
        }
    }
}
