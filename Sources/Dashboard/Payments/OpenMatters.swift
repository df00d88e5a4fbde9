import Accounting
import Payments
import Store

/// What Stripe says of a company's money beside plain payments; some of it waits for its owner.
struct OpenMatters {
    let payments: [QuarantinedPayment]
    let reversals: [ReversalRecord]
    let discrepancies: [Discrepancy]
    /// Failed refunds whose money was written down again.
    private let restored: Set<Int64>

    /// More than a freelancer has of refunds and disputes in a life.
    private static let limit = 2_000

    init(of companyID: Int64, _ reader: StoreReader) throws {
        payments = try reader.quarantinedPayments(of: companyID)
        reversals = try reader.reversals(of: companyID, limit: Self.limit)
        discrepancies = try reader.discrepancies(of: companyID)
        let failed = reversals.filter(\.failedAfterItsCreditNote)
        let bookings = try Set(failed.map(\.invoiceID)).flatMap { try reader.payments(of: $0) }
        restored = Set(bookings.filter { $0.amount > .zero }.compactMap(\.reversalID))
    }

    /// How much waits for the freelancer.
    func waiting(in tab: PaymentsTab) -> Int {
        switch tab {
        case .toCheck: payments.count { $0.resolution == nil }
        case .reversals: reversals.count(where: waits)
        case .discrepancies: discrepancies.count { $0.resolvedAt == nil }
        case .payouts, .journal: 0
        }
    }

    /// True while the freelancer has something to do about money that went back, or may.
    func waits(_ reversal: ReversalRecord) -> Bool {
        reversal.awaitsCreditNote || canBeRestored(reversal) || reversal.kind == .dispute && reversal.state == .pending
    }

    /// True when money is here again although the register says that it went back.
    func canBeRestored(_ reversal: ReversalRecord) -> Bool {
        reversal.failedAfterItsCreditNote && !isRestored(reversal)
    }

    func isRestored(_ reversal: ReversalRecord) -> Bool { restored.contains(reversal.id) }

    /// What went back, or is about to, of money that was set aside.
    func reversals(of payment: QuarantinedPayment) -> [ReversalRecord] {
        reversals.filter {
            $0.account == payment.account && $0.paymentReference == payment.reference && $0.state != .failed
        }
    }
}

extension ReversalRecord {
    fileprivate var failedAfterItsCreditNote: Bool { state == .failed && creditNote != nil }
}
