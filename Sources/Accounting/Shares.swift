/// What a sum of money is made of: turnover, VAT, and « débours » that are neither.
public struct Shares: Sendable, Equatable {
    /// All of it.
    public let amount: Cents
    /// The turnover in it, without VAT: what is declared, and what thresholds count.
    public let net: Cents
    /// The « débours » in it (CGI article 267 II 2°).
    public let disbursed: Cents

    /// Shares as they were computed.
    public init(amount: Cents, net: Cents, disbursed: Cents) {
        self.amount = amount
        self.net = net
        self.disbursed = disbursed
    }

    /// The VAT in it.
    public var tax: Cents { amount - net - disbursed }

    /// Of no money.
    public static let zero = Shares(amount: .zero, net: .zero, disbursed: .zero)

    /// The sum, share by share.
    public static func + (left: Shares, right: Shares) -> Shares {
        Shares(
            amount: left.amount + right.amount,
            net: left.net + right.net,
            disbursed: left.disbursed + right.disbursed
        )
    }

    /// The difference, share by share.
    public static func - (left: Shares, right: Shares) -> Shares { left + -right }

    /// The opposite, share by share.
    public static prefix func - (shares: Shares) -> Shares {
        Shares(amount: -shares.amount, net: -shares.net, disbursed: -shares.disbursed)
    }

    /// A part of it, made of the same as the whole and rounded half up; the part that is the whole is all of it, to the cent.
    ///
    /// The « débours » are cut first and the turnover from what is left, so that rounding never makes a VAT of its own.
    public func part(_ part: Cents) -> Shares {
        let cut = Self.share(of: part, disbursed, in: amount) ?? .zero
        let net = Self.share(of: part - cut, net, in: amount - disbursed) ?? part - cut
        return Shares(amount: part, net: net, disbursed: cut)
    }

    /// What of an amount is so much of a whole; nil when the whole is nothing.
    private static func share(of amount: Cents, _ part: Cents, in whole: Cents) -> Cents? {
        guard whole != .zero else { return nil }
        let product = Int128(amount.value) * Int128(part.value)
        let sign: Int128 = whole > .zero ? 1 : -1
        return Cents(roundedHalfUp(sign * product, dividedBy: sign * Int128(whole.value)))
    }
}

extension Sequence<Shares> {
    /// The total, share by share.
    public var sum: Shares { reduce(.zero, +) }
}

extension Totals {
    /// The « débours » among the lines (CGI article 267 II 2°).
    public var disbursed: Cents { breakdown.filter { $0.vat == .exempt(.disbursement) }.map(\.base).sum }

    /// What was supplied, before tax: the lines without the « débours ».
    public var supplied: Cents { net - disbursed }

    /// What the amount is made of that is left of a document once its deposits are taken off.
    ///
    /// A deposit is always for what is supplied, so that what is left holds every « débours ».
    public func shares(of payable: Cents) -> Shares {
        let disbursed = min(disbursed, payable)
        let whole = Shares(amount: supplied + tax, net: supplied, disbursed: .zero)
        return whole.part(payable - disbursed) + Shares(amount: disbursed, net: .zero, disbursed: disbursed)
    }
}
