import Accounting
import Store

/// A freelancer reminds a client of an invoice, or lets the step pass; the worker asks Stripe before it writes.
public struct RemindClient {
    private let companyID: Int64
    private let invoiceID: Int64
    private let isWanted: Bool

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    ///   - isWanted: false to let the step pass without a mail.
    public init(companyID: Int64, invoiceID: Int64, isWanted: Bool = true) {
        self.companyID = companyID
        self.invoiceID = invoiceID
        self.isWanted = isWanted
    }

    /// Plans the reminder of the step that the invoice has reached; nothing when there is nothing to remind of.
    ///
    /// - Throws: ``NotFound``, ``UnconfirmedAddress`` or ``UnknownAddress``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            let now = office.outside.now()
            if isWanted {
                guard try writer.reader.mayWriteToThirdPersons(companyID) else { throw UnconfirmedAddress() }
                guard try !writer.reader.reminderRecipients(of: invoice.id).isEmpty else { throw UnknownAddress() }
                try writer.planReminder(of: invoice, at: now)
            } else if let step = invoice.reminderStep(on: now.parisDay) {
                _ = try writer.addReminder(step, of: invoice, .dropped, at: now)
            }
        }
    }
}

extension StoreWriter {
    /// Plans the reminder of the step that an invoice has reached, whose lock the caller holds; once.
    func planReminder(of invoice: Invoice, at now: Instant) throws {
        guard let step = invoice.reminderStep(on: now.parisDay),
            let id = try addReminder(step, of: invoice, at: now)
        else { return }
        try leave(.checkReminder, about: id, at: now)
    }
}
