public import Accounting

/// Where a client's data stand on the way to being erased.
public enum ClientPresence: Sendable, Equatable {
    /// Everything is here; so many of their invoices still await money, and so many quotes an answer.
    case present(awaitingPayment: Int, openQuotes: Int)
    /// Only what was issued is left.
    case erased

    /// Erases them.
    ///
    /// - Returns: what they are then.
    /// - Throws: ``ErasureRefusal``.
    public func erased() throws(ErasureRefusal) -> ClientPresence {
        switch self {
        case .present(awaitingPayment: 0, openQuotes: 0): return .erased
        // Accepted afterwards, a quote would bind the seller to nobody.
        case .present(awaitingPayment: 0, let count): throw .awaitsAnswer(count)
        // What is needed to claim a debt is kept (RGPD, article 17-3 e).
        case .present(let count, _): throw .awaitsPayment(count)
        case .erased: throw .alreadyErased
        }
    }
}

/// Why a client is not erased.
public enum ErasureRefusal: Error, Sendable, Equatable {
    /// So many of their invoices still await money.
    case awaitsPayment(Int)
    /// So many quotes that were sent to them may still be accepted.
    case awaitsAnswer(Int)
    /// They were erased before.
    case alreadyErased
}

/// How long the law asks for what was issued.
public enum Retention {
    /// Ten years (code de commerce, article L123-22).
    public static let years = 10

    /// The last day on which a document is kept: the years run from the end of the year it was written in, which is when a
    /// micro-entrepreneur's year closes.
    public static func lastDay(for document: Day) -> Day? {
        Day(year: document.year + years, month: 12, day: 31)
    }
}
