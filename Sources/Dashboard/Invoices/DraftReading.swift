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
    /// - Returns: the draft, or the messages.
    static func read(_ form: Form, seller: Seller) -> Reading<SavedDraft> {
        var typed = Typed(form)
        let client = typed.value("client", "Choisissez un client.") { Int64($0) }
        if client == nil { typed.refuse("client", "Choisissez un client.") }
        let kind = typed.value("kind", "Choisissez une sorte de facture.", InvoiceKind.init(rawValue:)) ?? .invoice
        let subject = typed.text("subject")
        let purchaseOrder = typed.text("purchase_order", limit: 100)
        let deposits = kind == .deposit ? [] : form.all("deposit").compactMap(Route.id)
        let suppliedOn = typed.value("supplied_on", "Cette date n’existe pas.", Day.init(iso:))
        let term = typed.value("payment_term_days", paymentTermAdvice, paymentTerm)
        if term == nil { typed.refuse("payment_term_days", paymentTermAdvice) }
        let rows = DraftInput(form).lines.enumerated().filter { !$0.element.isBlank }
        let lines = rows.compactMap { row, line in line.read(row, seller, &typed) }
        if rows.count > Draft.maximumLineCount {
            typed.refuse("lines", "Une facture compte au plus \(Draft.maximumLineCount) lignes.")
        }
        if Totals(of: lines).gross > Draft.maximumGross { typed.refuse("lines", IssueRefusal.amountTooHigh.french) }
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

extension DraftInput.Line {
    /// The line of a row, or nil with the messages of what is wrong with it.
    fileprivate func read(_ row: Int, _ seller: Seller, _ typed: inout Typed) -> InvoiceLine? {
        let designation = typed.checkedLines(designation, as: "designation-\(row)", limit: 10_000)
        if designation.isEmpty { typed.refuse("designation-\(row)", "Décrivez ce que vous facturez.") }
        let unit = typed.checked(unit, as: "unit-\(row)", limit: 20)
        let quantity = Quantity(quantity)
        if quantity == nil { typed.refuse("quantity-\(row)", "Un nombre supérieur à 0, 4 décimales au plus.") }
        let price = UnitPrice(price)
        if price == nil { typed.refuse("price-\(row)", "Un prix supérieur à 0, par exemple 450,00.") }
        let possible = seller.possibleVAT
        let vat = possible.count == 1 ? possible[0] : possible.first { $0.formValue == self.vat }
        if vat == nil { typed.refuse("vat-\(row)", "Choisissez un taux.") }
        let discount = Discount(discount)
        if discount == nil, !self.discount.trimmed.isEmpty, self.discount.trimmed != "0" {
            typed.refuse("discount-\(row)", "Un pourcentage, au plus 100.")
        }
        guard let quantity, let price, let vat else { return nil }
        return InvoiceLine(
            designation: designation,
            quantity: quantity,
            unit: unit,
            unitPrice: price,
            vat: vat,
            discount: discount
        )
    }
}
