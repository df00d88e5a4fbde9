import Accounting
import Payments
import Store

/// Money went back at Stripe: it is noted once, its owner is told of each turn, and no invoice changes.
///
/// Money that had only been set aside is decided by it: who gave it back has nothing more to do.
struct NoteReversal {
    let reversal: Reversal

    func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let (known, invoice) = try lockPayment(writer) else { return }
            let before = try writer.reader.reversal(account: reversal.account, reference: reversal.reference)
            // An answer that comes late says nothing new.
            guard before.map({ $0.state.mayBecome(reversal.state) }) ?? true else { return }
            if let before {
                try writer.update(before, state: reversal.state, at: now)
            } else {
                try writer.addReversal(reversal, of: invoice, paymentID: known.paymentID, at: now)
            }
            try tell(invoice, isNew: before == nil, writer, at: now)
            try decide(known, writer, at: now)
        }
    }

    /// What we know of the payment, once nobody can assign it any more, with the invoice it is for.
    private func lockPayment(_ writer: StoreWriter) throws -> (KnownPayment, Invoice)? {
        guard let found = try KnownPayment(account: reversal.account, reference: reversal.payment, writer.reader),
            let invoice = try writer.lockInvoice(found.invoiceID)
        else { return nil }
        guard let quarantined = found.quarantined, found.paymentID == nil else { return (found, invoice) }
        _ = try writer.lockQuarantinedPayment(quarantined.id)
        let known = try KnownPayment(account: reversal.account, reference: reversal.payment, writer.reader)
        guard let known, let invoice = try writer.lockInvoice(known.invoiceID) else { return nil }
        return (known, invoice)
    }

    private func tell(_ invoice: Invoice, isNew: Bool, _ writer: StoreWriter, at now: Instant) throws {
        guard let news = Notification.Kind(reversal, isNew: isNew) else { return }
        try writer.notify(invoice.companyID, of: news, invoiceID: invoice.id, amount: reversal.amount, at: now)
    }

    /// Set aside and then given back in whole: decided, unless the money comes again.
    private func decide(_ known: KnownPayment, _ writer: StoreWriter, at now: Instant) throws {
        guard let quarantined = known.quarantined, known.paymentID == nil else { return }
        let gone = try writer.reader.reversals(ofPayment: reversal.payment, account: reversal.account)
            .filter { $0.state == .done }.map(\.amount).sum
        if gone >= quarantined.amount {
            try writer.noteRefund(of: quarantined, at: now)
        } else {
            try writer.takeBackRefund(of: quarantined)
        }
    }
}

extension Notification.Kind {
    /// What the freelancer is told of money that went back; nil when there is nothing new to tell.
    fileprivate init?(_ reversal: Reversal, isNew: Bool) {
        switch (reversal.kind, reversal.state) {
        // A refund on its way has been announced already.
        case (.refund, .pending), (.refund, .done):
            guard isNew else { return nil }
            self = .refund
        case (.refund, .failed):
            if isNew { return nil }
            self = .refundFailed
        case (.dispute, .pending): self = .dispute
        case (.dispute, .done): self = .disputeLost
        case (.dispute, .failed): self = .disputeWon
        }
    }
}
