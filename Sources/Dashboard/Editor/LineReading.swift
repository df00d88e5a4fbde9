import Accounting
import French
import Invoicing
import Store
import Web

extension LineInput {
    /// The lines that rows say by themselves, whatever else the editor says, or what is wrong with them.
    static func read(_ rows: [LineInput], seller: Seller) -> Reading<[InvoiceLine]> {
        var typed = Typed(Form())
        let lines = read(rows, seller: seller, &typed)
        return typed.isSound ? .sound(lines) : .wrong(typed.messages)
    }

    /// The lines of these rows; nil when one of them cannot be read.
    static func readable(_ rows: [LineInput], seller: Seller) -> [InvoiceLine]? {
        if case .sound(let lines) = read(rows, seller: seller) { lines } else { nil }
    }

    /// The lines of the rows that somebody has filled in, with the messages of what is wrong with them.
    static func read(_ rows: [LineInput], seller: Seller, _ typed: inout Typed) -> [InvoiceLine] {
        let rows = rows.enumerated().filter { !$0.element.isBlank }
        let lines = rows.compactMap { row, line in line.read(row, seller, &typed) }
        if rows.count > Draft.maximumLineCount {
            typed.refuse("lines", "Une facture compte au plus \(Draft.maximumLineCount) lignes.")
        }
        if Totals(of: lines).gross > Draft.maximumGross { typed.refuse("lines", IssueRefusal.amountTooHigh.french) }
        return lines
    }
}

/// What to say of what cannot be read in a line.
enum LineAdvice {
    static let price = "Un prix supérieur à 0, au plus dix millions, par exemple 450,00."
    static let vat = "Choisissez un taux."
}

extension LineInput {
    /// The line of a row, or nil with the messages of what is wrong with it.
    fileprivate func read(_ row: Int, _ seller: Seller, _ typed: inout Typed) -> InvoiceLine? {
        let designation = typed.checkedLines(designation, as: "designation-\(row)", limit: 10_000)
        if designation.isEmpty { typed.refuse("designation-\(row)", "Décrivez ce que vous facturez.") }
        let unit = typed.checked(unit, as: "unit-\(row)", limit: 20)
        let quantity = Quantity(quantity)
        if quantity == nil { typed.refuse("quantity-\(row)", "Un nombre supérieur à 0, 4 décimales au plus.") }
        let price = UnitPrice(price)
        if price == nil { typed.refuse("price-\(row)", LineAdvice.price) }
        let chosen = seller.possibleVAT.first { $0.formValue == self.vat }
        let vat = chosen ?? (seller.isUnderFranchise ? .franchise : nil)
        if vat == nil { typed.refuse("vat-\(row)", LineAdvice.vat) }
        let discount = Discount(discount)
        if discount == nil, !self.discount.trimmed.isEmpty, self.discount.trimmed != "0" {
            typed.refuse("discount-\(row)", "Un pourcentage, au plus 100.")
        }
        if discount != nil, vat == .exempt(.disbursement) {
            typed.refuse("discount-\(row)", IssueRefusal.disbursementDiscounted.french)
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
