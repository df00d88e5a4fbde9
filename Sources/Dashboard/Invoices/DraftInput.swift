import Accounting
import Invoicing
import Operations
import Store
import Web

/// What stands in the invoice editor, as texts.
struct DraftInput {
    /// One row of the editor.
    struct Line {
        var designation = ""
        var quantity = "1"
        var unit = ""
        var price = ""
        var vat = VAT.rate(.normal).formValue
        var discount = ""

        /// A row that nobody has filled in is not a line of the invoice.
        var isBlank: Bool { designation.trimmed.isEmpty && price.trimmed.isEmpty }
    }

    /// The edition that was changed; empty for a new draft.
    var seen = ""
    var clientID = ""
    var kind = InvoiceKind.invoice.rawValue
    var purchaseOrder = ""
    /// The deposits to take off, by the ids of their invoices.
    var deposits: [String] = []
    var subject = ""
    var suppliedOn = ""
    var paymentTermDays = ""
    var lines: [Line] = [Line()]

    /// An empty editor.
    init(paymentTermDays: Int) {
        self.paymentTermDays = String(paymentTermDays)
    }

    /// The editor of a draft that was saved, with its lines as they are charged today.
    ///
    /// - Parameters:
    ///   - draft: what was saved.
    ///   - charged: its lines.
    ///   - vat: that of the next line, as long as no supply says another one.
    init(_ draft: SavedDraft, _ charged: [InvoiceLine], vat: VAT) {
        seen = Edition(of: draft).text
        clientID = String(draft.clientID)
        kind = draft.kind.rawValue
        purchaseOrder = draft.purchaseOrder
        deposits = draft.depositIDs.map(String.init)
        subject = draft.subject
        suppliedOn = draft.suppliedOn?.iso ?? ""
        paymentTermDays = String(draft.paymentTermDays)
        lines = Self.lines(charged, vat: vat)
    }

    /// The editor as it was sent.
    init(_ form: Form) {
        seen = form.seen?.text ?? ""
        clientID = form["client"] ?? ""
        kind = form["kind"] ?? InvoiceKind.invoice.rawValue
        purchaseOrder = form["purchase_order"] ?? ""
        deposits = form.all("deposit")
        subject = form["subject"] ?? ""
        suppliedOn = form["supplied_on"] ?? ""
        paymentTermDays = form["payment_term_days"] ?? ""
        lines = Self.lines(form)
    }

    /// The rows of what was saved, and a blank one for the next supply, at the rate of the last one.
    ///
    /// A « débours » says nothing about what follows it: what is outside the turnover is chosen, line by line.
    static func lines(_ charged: [InvoiceLine], vat usual: VAT) -> [Line] {
        let vat = charged.last { !$0.isDisbursement }?.vat ?? usual
        return charged.map(Line.init) + [Line(vat: vat.formValue)]
    }

    /// The rows of an editor as it was sent.
    static func lines(_ form: Form) -> [Line] {
        let columns = ["designation", "quantity", "unit", "price", "vat", "discount"].map(form.all)
        return columns[0].indices.map { row in
            let cells = columns.map { row < $0.count ? $0[row] : "" }
            return Line(
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

extension DraftInput.Line {
    init(_ line: InvoiceLine) {
        designation = line.designation
        quantity = line.quantity.text
        unit = line.unit
        price = line.unitPrice.text
        vat = line.vat.formValue
        discount = line.discount?.text ?? ""
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
