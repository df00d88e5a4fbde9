import Accounting
import French
import Invoicing
import Store
import Web

extension DraftInput {
    /// What the editor says, or what is wrong with it; the messages of row 2 are named "price-2".
    ///
    /// - Parameters:
    ///   - form: the form as it was sent.
    ///   - seller: under the franchise no VAT can be written at all (CGI article 283-3).
    ///   - today: what is far from it is no day of a supply.
    /// - Returns: the draft, or the messages.
    static func read(_ form: Form, seller: Seller, today: Day) -> Reading<SavedDraft> {
        var typed = Typed(form)
        let client = typed.value("client", "Choisissez un client.") { Int64($0) }
        if client == nil { typed.refuse("client", "Choisissez un client.") }
        let kind = typed.value("kind", "Choisissez une sorte de facture.", InvoiceKind.init(rawValue:)) ?? .invoice
        let subject = typed.text("subject")
        let purchaseOrder = typed.text("purchase_order", limit: 100)
        let deposits = kind == .deposit ? [] : form.all("deposit").compactMap(Route.id)
        let suppliedOn = typed.day("supplied_on", .supply(today))
        let term = typed.value("payment_term_days", paymentTermAdvice, paymentTerm)
        if term == nil { typed.refuse("payment_term_days", paymentTermAdvice) }
        let lines = LineInput.read(LineInput.rows(form), seller: seller, &typed)
        if kind == .deposit, lines.contains(where: \.isDisbursement) {
            typed.refuse("kind", IssueRefusal.disbursementInDeposit.french)
        }
        guard typed.isSound, let client, let term else { return .wrong(typed.messages) }
        return .sound(
            SavedDraft(
                clientID: client,
                subject: subject,
                lines: lines,
                suppliedOn: suppliedOn,
                paymentTermDays: term,
                kind: kind,
                purchaseOrder: purchaseOrder,
                depositIDs: Set(deposits).sorted()
            )
        )
    }
}
