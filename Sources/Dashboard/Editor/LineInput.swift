import Accounting
import Invoicing
import Web

/// One row of an editor, as texts.
struct LineInput {
    var designation = ""
    var quantity = "1"
    var unit = ""
    var price = ""
    var vat = VAT.rate(.normal).formValue
    var discount = ""

    /// A row that nobody has filled in is not a line of the document.
    var isBlank: Bool { designation.trimmed.isEmpty && price.trimmed.isEmpty }
}

extension LineInput {
    init(_ line: InvoiceLine) {
        designation = line.designation
        quantity = line.quantity.text
        unit = line.unit
        price = line.unitPrice.text
        vat = line.vat.formValue
        discount = line.discount?.text ?? ""
    }

    /// The rows of what was saved, and a blank one for the next supply, at the rate of the last one.
    ///
    /// A « débours » says nothing about what follows it: what is outside the turnover is chosen, line by line.
    static func rows(_ charged: [InvoiceLine], vat usual: VAT) -> [LineInput] {
        let vat = charged.last { !$0.isDisbursement }?.vat ?? usual
        return charged.map(LineInput.init) + [LineInput(vat: vat.formValue)]
    }

    /// The rows of an editor as it was sent.
    static func rows(_ form: Form) -> [LineInput] {
        let columns = ["designation", "quantity", "unit", "price", "vat", "discount"].map(form.all)
        return columns[0].indices.map { row in
            let cells = columns.map { row < $0.count ? $0[row] : "" }
            return LineInput(
                designation: cells[0],
                quantity: cells[1],
                unit: cells[2],
                price: cells[3],
                vat: cells[4],
                discount: cells[5]
            )
        }
    }
}

extension [LineInput] {
    /// Puts an article into the first row that nobody has filled in, or into a new one.
    mutating func insert(_ offer: Offer, of seller: Seller) {
        let line = LineInput(
            designation: offer.designation,
            unit: offer.unit,
            price: offer.unitPrice.text,
            vat: (seller.possibleVAT.contains(offer.vat) ? offer.vat : seller.usualVAT).formValue
        )
        if let blank = firstIndex(where: \.isBlank) { self[blank] = line } else { append(line) }
    }
}

extension VAT {
    /// The value of the treatment in a form: the rate in hundredths of a percent, or a word.
    var formValue: String {
        switch self {
        case .franchise: "franchise"
        case .rate(let rate): String(rate.rawValue)
        case .exempt(let exemption): exemption.rawValue
        }
    }
}
