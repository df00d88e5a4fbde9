import Accounting
import French
import Invoicing
import Operations
import Store
import Web

/// Where an invoice stands for its client: the status in a word, the amount, the day, and what was taken back of it.
struct InvoiceStanding {
    let shared: SharedInvoice
    let creditNotes: [CreditNote]
    let token: Token
    let today: Day

    private var issued: IssuedInvoice { shared.issued }
    private var status: InvoiceStatus { shared.invoice.statusForClient(on: today) }
    private var due: Cents { shared.invoice.state.due }

    var html: HTML {
        let word = status.forClient(dueOn: issued.dueOn)
        return """
            <p class="from">\(issued.seller.tradeName ?? issued.seller.name)</p>
            <h1>\(issued.kind.french) <span class="number">\(issued.number.text)</span></h1>
            <p class="status"><span class="chip \(word.tone)"><span aria-hidden="true">\(word.sign)</span> \(word.word)</span>\
            \(detail)</p>
            <p class="sum">\((due > .zero ? due : issued.payable).french)</p>
            \(dueDate)
            \(credited)
            """
    }

    private var detail: HTML? {
        switch status {
        case .cancelled: shared.cancelledBy.map { " <span class=\"hint\">par l’avoir \($0)</span>" as HTML }
        case .paid: shared.invoice.paidOn.map { " <span class=\"hint\">le \($0.frenchLong)</span>" as HTML }
        case .refunded:
            shared.invoice.refunded < shared.invoice.paid
                ? " <span class=\"hint\">de \(shared.invoice.refunded.french)</span>" : nil
        default: nil
        }
    }

    /// The due date while there is something to do, unless the status has just said it.
    private var dueDate: HTML {
        switch status {
        case .dueSoon, .paid, .refunded, .disputed, .cancelled: .empty
        case .processing:
            "<p class=\"hint\">Vous n’avez rien d’autre à faire\u{A0}: cette page dira quand il est confirmé.</p>"
        case .overdue: "<p class=\"hint\">Échéance\u{A0}: \(issued.dueOn.frenchLong)</p>"
        default: "<p class=\"hint\">À régler avant le \(issued.dueOn.frenchLong)</p>"
        }
    }

    private var credited: HTML? {
        guard !creditNotes.isEmpty else { return nil }
        let items: [HTML] = creditNotes.map { creditNote in
            let number = creditNote.number.text
            return """
                <li><a href="/f/\(token.text)/avoirs/\(number)">Avoir <span class="number">\(number)</span></a> \
                du \(creditNote.issuedOn.frenchShort), \(creditNote.amount.french)</li>
                """
        }
        return "<ul class=\"credited\">\(items)</ul>"
    }
}
