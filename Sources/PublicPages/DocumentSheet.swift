import Accounting
import French
import Invoicing
import Web

/// An issued document as HTML: everything that the law wants on an invoice or a credit note, and nothing else.
///
/// It says the same to whoever reads it, and leads nowhere: what may be done about the document stands beside it.
struct DocumentSheet {
    let document: LegalDocument
    /// The address of the seller's logo, when the document shows one.
    var logo: String?
    /// What has become of it, across the paper.
    var stamp: HTML?
    /// What remains of what was asked, when it is no longer the whole of it.
    var remainder: Remainder?

    private var invoice: IssuedInvoice { document.invoice }

    var html: HTML {
        """
        <article class="invoice" aria-label="\(document.title) \(document.number.text)">
        <header>
        <div class="seller">\(logo.map { picture($0) })\(SellerBlock(seller: invoice.seller).html)</div>
        <div class="buyer"><p class="label">\(document.buyerTitle)</p>\
        \(BuyerBlock(buyer: invoice.buyer).html)</div>
        </header>
        <div class="band">
        <div><h2>\(document.title) <span class="number">\(document.number.text)</span></h2>
        <dl class="facts">\(facts)</dl></div>
        \(stamp)
        </div>
        \(about)
        \(DocumentLines(document: document).html)
        \(DocumentTotals(document: document, remainder: remainder).html)
        \(bank)
        <footer>\(document.mentions.map { "<p>\($0)</p>" as HTML })</footer>
        </article>
        """
    }

    private func picture(_ address: String) -> HTML {
        "<p class=\"logo\"><img src=\"\(address)\" alt=\"Logo de \(invoice.seller.tradeName ?? invoice.seller.name)\"></p>"
    }

    private var facts: [HTML] {
        var facts = [fact(document.quote == nil ? "Date d’émission" : "Date du devis", document.issuedOn.frenchShort)]
        if let quote = document.quote { facts.append(fact("Valable jusqu’au", quote.validUntil.frenchShort)) }
        if document.asksForPayment {
            let supplied = invoice.seller.activity == .sale ? "Date de la livraison" : "Date de la prestation"
            facts += [invoice.suppliedOn.map { fact(supplied, $0.frenchShort) }].compactMap(\.self)
            facts.append(fact("Date d’échéance", invoice.dueOn.frenchShort))
        }
        facts.append(fact("Nature", invoice.seller.activity.natureOfSupply))
        if !invoice.purchaseOrder.isEmpty {
            facts.append(fact(document.quote == nil ? "Votre commande" : "Votre référence", invoice.purchaseOrder))
        }
        return facts
    }

    private func fact(_ name: String, _ value: String) -> HTML { "<dt>\(name)</dt><dd>\(value)</dd>" }

    /// What it is about: the subject, or the invoice that is corrected and why.
    private var about: [HTML] {
        guard let creditNote = document.creditNote else {
            return invoice.subject.isEmpty ? [] : ["<p class=\"subject\">Objet\u{A0}: \(invoice.subject)</p>"]
        }
        let reason: HTML = "<p class=\"reason\">Motif\u{A0}: \(creditNote.reason)</p>"
        return ["<p class=\"subject\">\(creditNote.french(correcting: invoice))</p>"]
            + (creditNote.reason.isEmpty ? [] : [reason])
    }

    /// Where to pay, which neither a credit note nor a quote asks for.
    private var bank: HTML? {
        guard document.asksForPayment else { return nil }
        return invoice.seller.bank.map { bank in
            """
            <p class="bank">Règlement par virement\u{A0}: \(invoice.seller.name), \
            IBAN <span class="number">\(bank.iban.text)</span>\
            \(bank.bic.map { ", BIC\u{A0}<span class=\"number\">\($0.code)</span>" as HTML })</p>
            """
        }
    }
}
