import Accounting
import French
import Invoicing
import Web

/// The lines of a document: a table, or cards where there is no room for columns.
struct DocumentLines {
    let document: LegalDocument

    var html: HTML {
        """
        <table class="list"><caption>Détail \(ofDocument)</caption>
        <thead><tr><th scope="col">Désignation</th><th scope="col" class="amount">Quantité</th>\
        <th scope="col" class="amount">Prix unitaire HT</th>\
        \(if: showsVAT, "<th scope=\"col\" class=\"amount\">TVA</th>")\
        <th scope="col" class="amount">Total HT</th></tr></thead>
        <tbody>\(document.lines.map(row))</tbody></table>
        """
    }

    private var ofDocument: String {
        switch document {
        case .invoice, .preview: "de la facture"
        case .creditNote: "de l’avoir"
        case .quote: "du devis"
        }
    }

    /// Under the franchise there is no word of VAT but the mention (CGI article 283-3).
    private var showsVAT: Bool { !document.invoice.seller.isUnderFranchise }

    private func row(_ line: InvoiceLine) -> HTML {
        """
        <tr><th scope="row"><span class="designation">\(line.designation)</span>\(if: line.isDisbursement, "<span class=\"discount\">\(InvoiceLine.disbursementWords)</span>")\(discount(line))</th>\
        <td class="amount words" data-label="Quantité">\(line.quantity.french)\(if: !line.unit.isEmpty, "\u{A0}\(line.unit)")</td>\
        <td class="amount" data-label="Prix unitaire \(line.isDisbursement ? "payé" : "HT")">\(line.unitPrice.french)</td>\
        \(if: showsVAT, "<td class=\"amount\" data-label=\"TVA\">\(line.vat.french)</td>")\
        <td class="amount" data-label="\(line.isDisbursement ? "Débours" : "Total HT")">\(line.net.french)</td></tr>

        """
    }

    /// What is taken off, shown apart (CGI annexe II article 242 nonies A I-9°).
    private func discount(_ line: InvoiceLine) -> HTML? {
        line.discount.map { discount in
            """
            <span class="discount">\(discount.french)\u{A0}: −\(line.discounted.french) \
            sur \(line.beforeDiscount.french)</span>
            """
        }
    }
}
