import Accounting

extension InvoiceState {
    /// The state after an event, and what follows from it.
    public func after(_ event: InvoiceEvent) throws(InvoiceRefusal) -> (InvoiceState, [InvoiceEffect]) {
        switch self {
        case .draft: try Self.afterDraft(event)
        case .open(let paid, let total): try Self.afterOpen(event, paid: paid, total: total)
        case .processing(let paid, let total): try Self.afterProcessing(event, paid: paid, total: total)
        case .paid(let total): try Self.afterPaid(event, total: total)
        case .cancelled(let paid): try Self.afterCancelled(event, paid: paid)
        }
    }

    private static func afterDraft(_ event: InvoiceEvent) throws(InvoiceRefusal) -> (InvoiceState, [InvoiceEffect]) {
        guard case .issue(let total) = event else { throw .notIssued }
        guard total > .zero else { throw .notAnAmount }
        return (.open(paid: .zero, of: total), [.numberAndFreeze])
    }

    private static func afterOpen(
        _ event: InvoiceEvent,
        paid: Cents,
        total: Cents
    ) throws(InvoiceRefusal) -> (InvoiceState, [InvoiceEffect]) {
        switch event {
        case .issue: throw .alreadyIssued
        case .paymentBegan: (.processing(paid: paid, of: total), [])
        case .paymentFailed: throw .noPaymentUnderWay
        case .receive(let amount): (try afterReceipt(of: amount, paid: paid, total: total), announced(amount))
        case .receiveByHand(let amount): (try afterReceipt(of: amount, paid: paid, total: total), typed(amount))
        case .undoReceipt(let amount): (.open(paid: try rest(of: paid, without: amount), of: total), undone(amount))
        case .cancel: (.cancelled(paid: paid), [.closeCheckout])
        case .credit(let amount): (try askedLess(amount, paid: paid, total: total), [.closeCheckout])
        case .giveBack(let amount): (.open(paid: try rest(of: paid, without: amount), of: total), [.closeCheckout])
        }
    }

    private static func afterProcessing(
        _ event: InvoiceEvent,
        paid: Cents,
        total: Cents
    ) throws(InvoiceRefusal) -> (InvoiceState, [InvoiceEffect]) {
        switch event {
        case .issue: throw .alreadyIssued
        case .paymentBegan: (.processing(paid: paid, of: total), [])
        case .paymentFailed: (.open(paid: paid, of: total), [])
        case .receive(let amount): (try afterReceipt(of: amount, paid: paid, total: total), announced(amount))
        case .receiveByHand(let amount):
            (try afterReceipt(of: amount, paid: paid, total: total).whileProcessing, typed(amount))
        case .undoReceipt(let amount):
            (.processing(paid: try rest(of: paid, without: amount), of: total), undone(amount))
        case .cancel: (.cancelled(paid: paid), [.closeCheckout])
        case .credit(let amount):
            (try askedLess(amount, paid: paid, total: total).whileProcessing, [.closeCheckout])
        case .giveBack(let amount):
            (.processing(paid: try rest(of: paid, without: amount), of: total), [.closeCheckout])
        }
    }

    private static func afterPaid(
        _ event: InvoiceEvent,
        total: Cents
    ) throws(InvoiceRefusal) -> (InvoiceState, [InvoiceEffect]) {
        switch event {
        case .issue: throw .alreadyIssued
        case .paymentBegan, .paymentFailed, .receive, .receiveByHand: throw .alreadyPaid
        case .undoReceipt(let amount): (.open(paid: try rest(of: total, without: amount), of: total), undone(amount))
        case .cancel: (.cancelled(paid: total), [])
        // What was paid stays paid: the part that is taken back is given back, or owed to the client.
        case .credit, .giveBack: (.paid(total), [])
        }
    }

    private static func afterCancelled(
        _ event: InvoiceEvent,
        paid: Cents
    ) throws(InvoiceRefusal) -> (InvoiceState, [InvoiceEffect]) {
        switch event {
        case .issue: throw .alreadyIssued
        case .undoReceipt(let amount): (.cancelled(paid: try rest(of: paid, without: amount)), undone(amount))
        case .giveBack: (.cancelled(paid: paid), [])
        case .paymentBegan, .paymentFailed, .receive, .receiveByHand, .cancel, .credit: throw .cancelled
        }
    }

    private static func afterReceipt(
        of amount: Cents,
        paid: Cents,
        total: Cents
    ) throws(InvoiceRefusal) -> InvoiceState {
        guard amount > .zero else { throw .notAnAmount }
        guard amount <= total - paid else { throw .moreThanDue }
        return paid + amount == total ? .paid(total) : .open(paid: paid + amount, of: total)
    }

    /// The client is asked less, but never less than they have paid.
    private static func askedLess(
        _ amount: Cents,
        paid: Cents,
        total: Cents
    ) throws(InvoiceRefusal) -> InvoiceState {
        guard amount > .zero else { throw .notAnAmount }
        guard amount <= total - paid, amount < total else { throw .moreThanDue }
        return paid == total - amount ? .paid(paid) : .open(paid: paid, of: total - amount)
    }

    /// The same, with a delayed payment still on its way, unless nothing is left to pay.
    private var whileProcessing: InvoiceState {
        if case .open(let paid, let total) = self { .processing(paid: paid, of: total) } else { self }
    }

    private static func rest(of paid: Cents, without amount: Cents) throws(InvoiceRefusal) -> Cents {
        guard amount > .zero else { throw .notAnAmount }
        guard amount <= paid else { throw .moreThanReceived }
        return paid - amount
    }

    private static func announced(_ amount: Cents) -> [InvoiceEffect] {
        [.bookReceipt(amount), .announceReceipt(amount), .closeCheckout]
    }

    /// Who types a receipt need not be told of it.
    private static func typed(_ amount: Cents) -> [InvoiceEffect] {
        [.bookReceipt(amount), .closeCheckout]
    }

    private static func undone(_ amount: Cents) -> [InvoiceEffect] {
        [.bookReceipt(-amount), .closeCheckout]
    }
}
