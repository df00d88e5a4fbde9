import Accounting
import Invoicing
import Payments
import Store

/// Money that an invoice awaits is recorded: the payment, the invoice's new state, the register's line, the news.
///
/// The caller holds the invoice's lock and has found that the payment is not known yet.
struct BookPayment {
    let money: IncomingMoney
    let amount: Cents
    let state: InvoiceState
    let effects: [InvoiceEffect]

    /// - Returns: the payment's id.
    func run(with writer: StoreWriter, at now: Instant) throws -> Int64 {
        let receivedOn = money.paidAt.parisDay
        let paymentID = try writer.addPayment(
            of: amount,
            through: money.record,
            account: money.testimony.account,
            reference: money.reference,
            receivedOn: receivedOn,
            at: now
        )
        let paidOn = state.due == .zero ? receivedOn : nil
        try writer.update(money.invoice, to: state, paidOn: paidOn, means: .stripe, at: now)
        try writer.update(money.record, state: .paid, session: money.session, url: nil)
        for effect in effects { try perform(effect, paymentID, with: writer, at: now) }
        return paymentID
    }

    private func perform(
        _ effect: InvoiceEffect,
        _ paymentID: Int64,
        with writer: StoreWriter,
        at now: Instant
    ) throws {
        let invoice = money.invoice
        switch effect {
        case .bookReceipt(let amount):
            try writer.addRegisterLine(
                try registerEntry(of: amount, writer.reader, at: now),
                of: invoice.companyID,
                paymentID: paymentID,
                chain: RegisterChain(digest: sha256)
            )
        case .announceReceipt(let amount):
            try writer.notify(invoice.companyID, of: .receipt, invoiceID: invoice.id, amount: amount, at: now)
            try writer.leave(.mailReceipt, about: paymentID, at: now)
        case .closeCheckout:
            // Another session of this invoice, had one been opened, no longer awaits the right amount.
            if let other = try writer.liveAttempt(of: invoice.id), other.id != money.record.id {
                try writer.leave(.closeCheckout, about: other.id, at: now)
            }
        case .numberAndFreeze:
            preconditionFailure("Money never issues an invoice.")
        }
    }

    private func registerEntry(
        of amount: Cents,
        _ reader: StoreReader,
        at now: Instant
    ) throws -> RegisterLine.Entry {
        guard let issued = try reader.issuedInvoice(money.invoice.id) else { throw NotFound() }
        return RegisterLine.Entry(
            receivedOn: money.paidAt.parisDay,
            document: issued.number.text,
            client: issued.buyer.name,
            nature: issued.nature,
            activity: issued.seller.activity,
            amount: amount,
            means: .stripe,
            reference: money.reference,
            recordedAt: now
        )
    }
}
