public import Accounting

/// What is true of an issued document today, and is laid over its file.
public struct Marks: Sendable, Equatable {
    /// A stamp at the head of the first page.
    public enum Stamp: Sendable, Equatable {
        /// « Facture acquittée le … ».
        case paid(on: Day?)
        /// « Annulée par l’avoir A-… ».
        case cancelled(by: String)
    }

    /// The stamp, if any.
    public var stamp: Stamp?
    /// What remains to pay, when credit notes or payments have taken off a part.
    public var remainder: Cents?
    /// True for another copy of what the client has already (BOI-TVA-DECLA-30-20-30-10).
    public var isDuplicate: Bool
    /// The address that « Payer par carte » opens, when the invoice can be paid so.
    public var cardAddress: String?
    /// What « Payer par virement » says to a bank's app, when there is something to transfer.
    public var transfer: TransferCode?

    /// Marks.
    public init(
        stamp: Stamp? = nil,
        remainder: Cents? = nil,
        isDuplicate: Bool = false,
        cardAddress: String? = nil,
        transfer: TransferCode? = nil
    ) {
        self.stamp = stamp
        self.remainder = remainder
        self.isDuplicate = isDuplicate
        self.cardAddress = cardAddress
        self.transfer = transfer
    }

    /// True when the file stays as it is.
    public var isEmpty: Bool { self == Marks() }

    var hasCodes: Bool { cardAddress != nil || transfer != nil }
}
