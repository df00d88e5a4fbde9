import Accounting
import French
import Invoicing
import Web

/// The lines of a document that its seller looks at: a table, or cards where there is no room for columns.
struct DocumentLineTable {
    let lines: [InvoiceLine]
    let caption: String

    var html: HTML {
        """
        <div class="scroll" role="region" aria-label="\(caption)" tabindex="0">
        <table class="list"><caption>\(caption)</caption>
        <thead><tr><th scope="col">Désignation</th><th scope="col" class="amount">Quantité</th>\
        <th scope="col" class="amount">Prix unitaire HT</th><th scope="col" class="amount">Total HT</th></tr></thead>
        <tbody>\(lines.map(row))</tbody></table></div>
        """
    }

    private func row(_ line: InvoiceLine) -> HTML {
        """
        <tr><th scope="row" class="text">\(line.designation)\
        \(if: line.isDisbursement, " <span class=\"hint\">Débours</span>")\
        \(line.discount.map { " <span class=\"hint\">\($0.french)\u{A0}: \((-line.discounted).french)</span>" as HTML })</th>\
        <td class="amount words" data-label="Quantité">\(line.quantity.french) \(line.unit)</td>
        <td class="amount" data-label="Prix unitaire HT">\(line.unitPrice.french)</td>\
        <td class="amount" data-label="Total HT">\(line.net.french)</td></tr>
        """
    }
}
