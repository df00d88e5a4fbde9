import Accounting
import French
import Invoicing
import Web

/// An issued invoice as a document: everything the law wants on it, in HTML.
struct InvoiceDocument {
    let issued: IssuedInvoice
    let stamp: HTML?

    var html: HTML {
        """
        <article class="invoice" aria-label="Facture \(issued.number.text)">
        <header>
        <div class="seller">\(seller)</div>
        <div class="buyer"><p class="label">Facturé à</p>\(buyer)</div>
        </header>
        <div class="band">
        <div><h2>Facture <span class="number">\(issued.number.text)</span></h2>
        \(dates)</div>
        \(stamp)
        </div>
        \(if: !issued.subject.isEmpty, "<p class=\"subject\">Objet\u{A0}: \(issued.subject)</p>")
        \(lines)
        \(totals)
        \(bank)
        <footer>\(issued.mentions.map { "<p>\($0)</p>" as HTML })</footer>
        </article>
        """
    }

    private var seller: HTML {
        let seller = issued.seller
        return """
            \(seller.tradeName.map { "<p class=\"name\">\($0)</p>" as HTML })
            <p class="name">\(seller.legalName)</p>
            \(seller.address.lines.map { "<p>\($0)</p>" as HTML })
            <p>SIREN \(seller.siren.text)</p>
            \(seller.vatNumber.map { "<p>N° TVA \($0)</p>" as HTML })
            """
    }

    private var buyer: HTML {
        let buyer = issued.buyer
        return """
            <p class="name">\(buyer.name)</p>
            \(buyer.address.lines.map { "<p>\($0)</p>" as HTML })
            \(buyer.siren.map { "<p>SIREN \($0.text)</p>" as HTML })
            \(buyer.vatNumber.map { "<p>N° TVA \($0)</p>" as HTML })
            """
    }

    private var dates: HTML {
        """
        <dl class="facts">
        <dt>Date d’émission</dt><dd>\(issued.issuedOn.frenchShort)</dd>
        \(issued.suppliedOn.map { "<dt>Date de la prestation</dt><dd>\($0.frenchShort)</dd>" as HTML })
        <dt>Date d’échéance</dt><dd>\(issued.dueOn.frenchShort)</dd>
        </dl>
        """
    }

    private var lines: HTML {
        let showsVAT = !issued.seller.isUnderFranchise
        let rows: [HTML] = issued.lines.map { line in
            """
            <tr><th scope="row">\(line.designation)</th>\
            <td class="amount" data-label="Quantité">\(line.quantity.french) \(line.unit)</td>\
            <td class="amount" data-label="Prix unitaire HT">\(line.unitPrice.french)</td>\
            \(if: showsVAT, "<td class=\"amount\" data-label=\"TVA\">\(line.vat.french)</td>")\
            <td class="amount" data-label="Total HT">\(line.net.french)</td></tr>
            """
        }
        return """
            <table class="list"><caption>Détail de la facture</caption>
            <thead><tr><th scope="col">Désignation</th><th scope="col" class="amount">Quantité</th>\
            <th scope="col" class="amount">Prix unitaire HT</th>\
            \(if: showsVAT, "<th scope=\"col\" class=\"amount\">TVA</th>")\
            <th scope="col" class="amount">Total HT</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            """
    }

    /// The totals, by rate.
    ///
    /// Under the franchise there is one total and no word of VAT but the mention (CGI article 283-3).
    private var totals: HTML {
        let totals = issued.totals
        let taxes: [HTML] = totals.breakdown.map { line in
            "<dt>TVA \(line.vat.french) sur \(line.base.french)</dt><dd>\(line.tax.french)</dd>"
        }
        return """
            <dl class="totals">
            \(if: !issued.seller.isUnderFranchise, "<dt>Total HT</dt><dd>\(totals.net.french)</dd>\(taxes)")
            <dt class="due">\(issued.seller.isUnderFranchise ? "Net à payer" : "Total TTC")</dt>\
            <dd class="due">\(totals.gross.french)</dd>
            </dl>
            """
    }

    private var bank: HTML? {
        issued.seller.bank.map { bank in
            let bic = bank.bic.map { " – BIC " + $0.code } ?? ""
            return "<p class=\"bank\">Règlement par virement\u{A0}: IBAN \(bank.iban.text)\(bic)</p>"
        }
    }
}
