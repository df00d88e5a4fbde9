import Accounting
import Invoicing
import Payments
import Store

/// A movement of money on an invoice is written down: the payment, where the invoice stands then, the register's line.
///
/// The caller holds the invoice's lock.
struct BookMovement {
    let invoice: Invoice
    let entry: Payment.Entry
    /// Where the invoice stands afterwards.
    let state: InvoiceState
    /// What the register says of it.
    let line: Line

    /// What the register says beside amount, day and means.
    enum Line {
        /// Money for an invoice.
        case receipt
        /// The undoing of a receipt.
        case undoing
        /// The undoing of a refund by hand, which a credit note had proved.
        case undoingRefund(creditNote: CreditNote)
        /// Money that went back, proved by a credit note.
        case reversal(creditNote: CreditNote)
        /// Money that came again, since going back had failed.
        case restoration
    }

    /// How much the register says of what was sold: the document, which it names, says all of it.
    private static let longestNature = 1_000

    /// - Returns: the payment's row; nil when it was booked before, and nothing is changed then.
    func run(with writer: StoreWriter, at now: Instant) throws -> Int64? {
        guard let issued = try writer.reader.issuedInvoice(invoice.id) else { throw NotFound() }
        guard let paymentID = try writer.addPayment(entry, of: invoice, at: now) else { return nil }
        if state != invoice.state { try noteState(writer, at: now) }
        try writer.addRegisterLine(
            registerEntry(issued, at: now),
            of: invoice.companyID,
            shares: try shares(issued, writer.reader),
            paymentID: paymentID,
            chain: RegisterChain(digest: sha256)
        )
        return paymentID
    }

    /// What the money is made of.
    ///
    /// What comes is its part of what is still awaited, so that all receipts together are made of what the invoice asks, to
    /// the cent, however they were cut. What is undone, or comes again, takes the line that it answers back as it is.
    private func shares(_ issued: IssuedInvoice, _ reader: StoreReader) throws -> Shares {
        let registered = try reader.registeredShares(of: invoice.id)
        switch line {
        case .receipt:
            let credited = try reader.creditNotes(of: invoice.id).map(\.creditNote.shares).sum
            let awaited = issued.totals.shares(of: issued.payable) - credited - registered.values.sum
            return awaited.part(entry.amount)
        case .reversal(let creditNote): return creditNote.shares.part(entry.amount)
        case .undoing, .undoingRefund, .restoration:
            let answered = try reader.payments(of: invoice.id).first {
                $0.id == entry.undoes || ($0.reversalID != nil && $0.reversalID == entry.reversalID)
            }
            guard let line = answered.flatMap({ registered[$0.id] }) else {
                preconditionFailure("What is undone, or comes again, was written down.")
            }
            return -line
        }
    }

    /// The invoice is dated and named by the receipt that was received last, whatever the order of the booking.
    private func noteState(_ writer: StoreWriter, at now: Instant) throws {
        let isFirst = invoice.paid == .zero && entry.undoes == nil
        let latest = isFirst ? nil : try writer.reader.latestReceipt(of: invoice.id)
        let receivedOn = isFirst ? entry.receivedOn : latest?.receivedOn
        let means = isFirst ? entry.means : latest?.means
        let isPaid = if case .paid = state { true } else { false }
        try writer.update(invoice, to: state, paidOn: isPaid ? receivedOn : nil, means: means, at: now)
    }

    private func registerEntry(_ issued: IssuedInvoice, at now: Instant) -> RegisterLine.Entry {
        RegisterLine.Entry(
            receivedOn: entry.receivedOn,
            document: line.document(issued),
            client: issued.buyer.name,
            nature: String(line.nature(issued).unicodeScalars.prefix(Self.longestNature)),
            activity: issued.seller.activity,
            amount: entry.amount,
            means: entry.means,
            reference: entry.source.reference,
            recordedAt: now
        )
    }
}

extension CreditNote {
    /// What it takes back, and what that is made of.
    fileprivate var shares: Shares { totals.shares(of: amount) }
}

extension BookMovement.Line {
    fileprivate func document(_ issued: IssuedInvoice) -> String {
        switch self {
        case .receipt, .undoing, .restoration: issued.number.text
        case .reversal(let creditNote), .undoingRefund(let creditNote): creditNote.number.text
        }
    }

    fileprivate func nature(_ issued: IssuedInvoice) -> String {
        switch self {
        case .receipt: issued.nature
        case .undoing: "Annulation d’encaissement\u{A0}: \(issued.nature)"
        case .undoingRefund:
            "Annulation du remboursement de la facture \(issued.number.text)\u{A0}: \(issued.nature)"
        case .reversal: "Remboursement de la facture \(issued.number.text)\u{A0}: \(issued.nature)"
        case .restoration: "Remboursement non abouti de la facture \(issued.number.text)\u{A0}: \(issued.nature)"
        }
    }
}
