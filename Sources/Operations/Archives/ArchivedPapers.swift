import Documents
import Exports
import Store

/// The documents that a company issued: each as it was issued, and its data for software beside it.
struct ArchivedPapers {
    enum Kind: CaseIterable {
        case invoices
        case creditNotes
    }

    private let kind: Kind
    private let companyID: Int64
    private let reader: StoreReader

    init(_ kind: Kind, _ companyID: Int64, _ reader: StoreReader) {
        self.kind = kind
        self.companyID = companyID
        self.reader = reader
    }

    var shelf: ArchiveShelf {
        var (page, last): (ArraySlice<ArchivedDocument>, Int64) = ([], 0)
        var data: ArchiveFile?
        return {
            if let file = data {
                data = nil
                return file
            }
            if page.isEmpty { page = try documents(after: last)[...] }
            guard let document = page.popFirst() else { return nil }
            last = document.id
            guard let file = try file(of: document) else { throw NotFound() }
            data = try ElectronicInvoice.read(from: file.pdf).map { ArchiveFile(path(of: document) + ".xml", $0) }
            return ArchiveFile(path(of: document) + ".pdf", file.pdf, isCompressed: true)
        }
    }

    /// Its table in the index.
    func listing(in index: ArchiveIndex) -> ArchivePieces {
        var last: Int64 = 0
        let rows: ArchivePieces = {
            let page = try documents(after: last)
            last = page.last?.id ?? last
            return page.isEmpty ? nil : page.flatMap { index.row(entry($0)) }
        }
        let title = kind == .invoices ? "Factures" : "Avoirs"
        return joined([once(index.tableOpening(title)), rows, once(index.tableClosing)])
    }

    private func entry(_ document: ArchivedDocument) -> ArchiveIndex.Document {
        ArchiveIndex.Document(
            number: document.number,
            issuedOn: document.issuedOn,
            client: document.client,
            amount: document.amount,
            path: path(of: document)
        )
    }

    private func path(of document: ArchivedDocument) -> String {
        (kind == .invoices ? ArchiveFormat.invoices : ArchiveFormat.creditNotes) + document.number
    }

    private func documents(after id: Int64) throws -> [ArchivedDocument] {
        switch kind {
        case .invoices: try reader.archivedInvoices(of: companyID, after: id)
        case .creditNotes: try reader.archivedCreditNotes(of: companyID, after: id)
        }
    }

    private func file(of document: ArchivedDocument) throws -> IssuedFile? {
        switch kind {
        case .invoices: try reader.file(ofInvoice: document.id)
        case .creditNotes: try reader.file(ofCreditNote: document.id)
        }
    }
}
