import Accounting
import French
import Invoicing
import Web

/// The totals of a document, by rate, and what is left to pay.
struct DocumentTotals {
    let document: LegalDocument
    let remainder: Remainder?

    var html: HTML { "<dl class=\"totals\">\(rows.map(\.html))</dl>" }

    private struct Row {
        let label: String
        let amount: String
        var isDue = false

        var html: HTML {
            let mark: HTML = isDue ? " class=\"due\"" : ""
            return "<div\(mark)><dt>\(label)</dt><dd>\(amount)</dd></div>"
        }
    }

    private var rows: [Row] {
        var rows = document.sums.map { Row(label: $0.label, amount: $0.amount.french) } + deposits
        if !rows.isEmpty || document.invoice.seller.isUnderFranchise || document.creditNote != nil {
            rows.append(Row(label: document.totalTitle, amount: document.payable.french, isDue: remainder == nil))
        }
        guard let remainder else { return rows }
        rows += remainder.credited.map { Row(label: $0.label, amount: "−" + $0.amount.french) }
        if remainder.paid > .zero { rows.append(Row(label: "Déjà réglé", amount: "−" + remainder.paid.french)) }
        rows.append(Row(label: "Reste à payer", amount: remainder.due.french, isDue: true))
        return rows
    }

    private var deposits: [Row] {
        guard document.creditNote == nil else {
            return document.prepaid == .zero
                ? [] : [Row(label: "Acomptes de la facture", amount: "−" + document.prepaid.french)]
        }
        return document.invoice.deposits.map { deposit in
            Row(
                label: "Acompte \(deposit.number.text) du \(deposit.issuedOn.frenchLong)",
                amount: "−" + deposit.amount.french
            )
        }
    }
}
