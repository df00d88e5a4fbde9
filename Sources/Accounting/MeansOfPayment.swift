/// How the client paid, as the register of receipts says it (CGI article 50-0 5° and 102 ter 4°: « mode de règlement »).
public enum MeansOfPayment: String, Sendable, CaseIterable {
    /// By card or another means of Stripe Checkout.
    case stripe = "STRIPE"
    /// By bank transfer.
    case transfer = "VIREMENT"
    /// By cheque.
    case cheque = "CHÈQUE"
    /// In cash.
    case cash = "ESPÈCES"
    /// By card on a terminal.
    case offlineCard = "CARTE"
    /// Otherwise.
    case other = "AUTRE"
}
