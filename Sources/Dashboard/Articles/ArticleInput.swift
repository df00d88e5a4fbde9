import Accounting
import Invoicing
import Operations
import Store
import Web

/// What stands in the form of an article, as texts.
struct ArticleInput {
    /// The edition that was changed; empty for a new article.
    var seen = ""
    var designation = ""
    var unit = ""
    var price = ""
    var vat: String

    /// An empty form of a seller's.
    init(_ seller: Seller) {
        vat = seller.usualVAT.formValue
    }

    /// The form of an article that is known.
    init(_ offer: Offer) {
        seen = Edition(of: offer).text
        designation = offer.designation
        unit = offer.unit
        price = offer.unitPrice.text
        vat = offer.vat.formValue
    }

    /// The form as it was sent.
    init(_ form: Form) {
        seen = form.seen?.text ?? ""
        designation = form["designation"] ?? ""
        unit = form["unit"] ?? ""
        price = form["price"] ?? ""
        vat = form["vat"] ?? ""
    }

    /// What the form says, or what is wrong with it.
    static func read(_ form: Form, seller: Seller) -> Reading<Offer> {
        var typed = Typed(form)
        let designation = typed.lines("designation", "Décrivez ce que vous facturez.", limit: Offer.maximumLength)
        let unit = typed.text("unit", limit: 20)
        let price = typed.value("price", LineAdvice.price, limit: 20) { UnitPrice($0) }
        if price == nil { typed.refuse("price", LineAdvice.price) }
        let chosen = seller.possibleVAT.first { $0.formValue == form["vat"] }
        let vat = chosen ?? (seller.isUnderFranchise ? .franchise : nil)
        if vat == nil { typed.refuse("vat", LineAdvice.vat) }
        guard typed.isSound, let price, let vat else { return .wrong(typed.messages) }
        return .sound(Offer(designation: designation, unit: unit, unitPrice: price, vat: vat))
    }
}
