import French
import Invoicing
import Operations
import Store
import Web

/// A credit note as the client sees it, reached from the invoice that it corrects.
struct CreditNotePage {
    let shared: SharedInvoice
    let creditNote: CreditNote
    let token: Token

    private var issued: IssuedInvoice { shared.issued }
    private var address: String { "/f/" + token.text }

    var title: String { "Avoir " + creditNote.number.text }

    var html: HTML {
        """
        <main class="two">
        <aside class="options" aria-label="Avoir et facture">
        <div class="first">
        <p class="from">\(issued.seller.tradeName ?? issued.seller.name)</p>
        <h1>Avoir <span class="number">\(creditNote.number.text)</span></h1>
        <p class="sum">\(creditNote.amount.french)</p>
        <p class="hint">Avoir du \(creditNote.issuedOn.frenchLong). \(effect)</p>
        <p><a href="\(address)">Revenir à la facture <span class="number">\(issued.number.text)</span></a></p>
        </div>
        <div class="rest">
        <p><a class="button quiet" href="\(address)/avoirs/\(creditNote.number.text).pdf">Télécharger en PDF</a></p>
        \(contact)
        </div>
        </aside>
        \(sheet.html)
        </main>
        """
    }

    private var effect: String {
        creditNote.isTotal ? "Il annule la facture\u{A0}: vous n’avez rien à payer." : "Il réduit la facture d’autant."
    }

    private var contact: HTML? {
        ContactLinks(seller: issued.seller, subject: title).map { links in
            "<section><h2>Contacter \(issued.seller.tradeName ?? issued.seller.name)</h2>\(links.html)</section>"
        }
    }

    private var sheet: DocumentSheet {
        DocumentSheet(
            document: .creditNote(creditNote, correcting: issued),
            logo: shared.hasLogo ? address + "/logo.png" : nil
        )
    }
}
