extension Totals {
    /// What a part of a document's amount is without VAT: the same share as of the whole, rounded half up.
    ///
    /// Money that goes back has the share, with the opposite sign, that it had when it came.
    public func netShare(of amount: Cents) -> Cents {
        guard gross.value > 0 else { return amount }
        return Cents(roundedHalfUp(Int128(amount.value) * Int128(net.value), dividedBy: Int128(gross.value)))
    }
}
