import Accounting
import Invoicing
import Store

/// « Vue »: somebody has opened an invoice by its link, and their browser has said so.
public struct NoteOpening {
    private let link: Token
    private let session: Token?

    /// - Parameters:
    ///   - link: the link's token.
    ///   - session: of who is logged in in that browser, if anybody: the seller does not count.
    public init(link: Token, session: Token?) {
        self.link = link
        self.session = session
    }

    /// Notes the first opening, and tells the seller while they still await money.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        try office.store.write { writer in
            guard let id = try writer.invoiceID(tokenHash: link.fingerprint), let invoice = try writer.lockInvoice(id),
                invoice.seenAt == nil
            else { return }
            if let session, try writer.reader.isSession(session.fingerprint, ofOwnerOf: invoice.companyID, at: now) {
                return
            }
            try writer.noteOpening(of: invoice, delivery: invoice.delivery.after(.opened), at: now)
            guard invoice.state.due > .zero else { return }
            try writer.notify(invoice.companyID, of: .invoiceSeen, invoiceID: invoice.id, at: now)
        }
    }
}
