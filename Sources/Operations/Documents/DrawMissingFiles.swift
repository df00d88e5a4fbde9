public import Accounting
public import Documents
import Invoicing
public import Store

/// Documents issued before files were kept get theirs, and credit notes their lines: from what was frozen, as they would
/// have been drawn on the day of issue.
public struct DrawMissingFiles {
    private let press: Press

    /// How many documents are read at a time.
    private static let batch = 100

    /// - Parameter press: where documents are drawn.
    public init(press: Press) {
        self.press = press
    }

    /// Draws them, each in a transaction of its own: what was interrupted goes on when it is run again.
    ///
    /// - Returns: how many were drawn.
    public func run(in store: Store, at now: Instant) throws -> Int {
        var count = 0
        while case let ids = try store.reader.invoicesWithoutFile(limit: Self.batch), !ids.isEmpty {
            for id in ids { try store.write { writer in try draw(invoice: id, writer, at: now) } }
            count += ids.count
        }
        while case let notes = try store.reader.creditNotesWithoutFile(limit: Self.batch), !notes.isEmpty {
            for note in notes {
                try store.write { writer in try draw(creditNote: note.id, of: note.invoiceID, writer, at: now) }
            }
            count += notes.count
        }
        return count
    }

    private func draw(invoice id: Int64, _ writer: StoreWriter, at now: Instant) throws {
        guard let issued = try writer.reader.issuedInvoice(id) else { throw NotFound() }
        try writer.keepFile(of: issued, id: id, press: press, at: now)
    }

    private func draw(creditNote id: Int64, of invoiceID: Int64, _ writer: StoreWriter, at now: Instant) throws {
        let all = try writer.reader.creditNotes(of: invoiceID)
        guard let issued = try writer.reader.issuedInvoice(invoiceID),
            let old = all.first(where: { $0.id == id })?.creditNote
        else { throw NotFound() }
        let earlier = all.prefix { $0.id != id }.map(\.creditNote)
        let content = try CreditedContent(.amount(old.amount), of: issued, after: earlier)
        let creditNote = CreditNote(
            number: old.number,
            issuedOn: old.issuedOn,
            amount: old.amount,
            isTotal: old.isTotal,
            reason: old.reason,
            lines: content.lines,
            totals: content.totals
        )
        if old.lines.isEmpty { try writer.addContent(of: creditNote, id: id) }
        try writer.keepFile(
            of: creditNote,
            id: id,
            correcting: issued,
            invoiceID: invoiceID,
            press: press,
            at: now
        )
    }
}
