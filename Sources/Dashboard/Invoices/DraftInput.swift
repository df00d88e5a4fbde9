import Accounting
import Invoicing
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
        var vat = String(VATRate.normal.rawValue)

        /// A row that nobody has filled in is not a line of the invoice.
        var isBlank: Bool { designation.trimmed.isEmpty && price.trimmed.isEmpty }
    }

    var clientID = ""
    var subject = ""
    var suppliedOn = ""
    var paymentTermDays = ""
    var lines: [Line] = [Line()]

    /// An empty editor.
    init(paymentTermDays: Int) {
        self.paymentTermDays = String(paymentTermDays)
    }

    /// The editor of a draft that was saved.
    init(_ draft: SavedDraft) {
        clientID = String(draft.clientID)
        subject = draft.subject
        suppliedOn = draft.suppliedOn?.iso ?? ""
        paymentTermDays = String(draft.paymentTermDays)
        lines = draft.lines.map(Line.init) + [Line()]
    }

    /// The editor as it was sent.
    init(_ form: Form) {
        clientID = form["client"] ?? ""
        subject = form["subject"] ?? ""
        suppliedOn = form["supplied_on"] ?? ""
        paymentTermDays = form["payment_term_days"] ?? ""
        let columns = ["designation", "quantity", "unit", "price", "vat"].map(form.all)
        lines = columns[0].indices.map { row in
            let cells = columns.map { row < $0.count ? $0[row] : "" }
            return Line(designation: cells[0], quantity: cells[1], unit: cells[2], price: cells[3], vat: cells[4])
        }
    }
}

extension DraftInput.Line {
    init(_ line: InvoiceLine) {
        designation = line.designation
        quantity = line.quantity.text
        unit = line.unit
        price = line.unitPrice.text
        if case .rate(let rate) = line.vat { vat = String(rate.rawValue) }
    }
}
