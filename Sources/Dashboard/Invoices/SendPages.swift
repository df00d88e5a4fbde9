import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// « Envoyer »: by mail from NeedMe, or by oneself; the switch stands in both.
    func sendForm(_ desk: Desk, _ id: Int64) throws -> Response {
        let matter = try sendMatter(desk, id)
        let words = try letterWords(desk, matter.invoice)
        var input = LetterInput(
            matter.template,
            subject: words.subject,
            message: words.text,
            // Where they are reached today, whatever the document says of then.
            to: try reader.client(matter.invoice.clientID, of: desk.companyID)?.buyer.email,
            key: .random(from: office.outside)
        )
        // The stamp is what the client of a paid invoice wants.
        if case .paid = matter.invoice.state { input.hasFile = true }
        return try sendPage(desk, matter, input)
    }

    /// What a mail about an invoice begins with: that of a payable one may be the seller's own.
    private func letterWords(_ desk: Desk, _ invoice: Invoice) throws -> (subject: String, text: String) {
        switch invoice.state {
        case .paid: return (InvoiceLetter.paidSubject, InvoiceLetter.paidText)
        case .cancelled:
            let number = try reader.creditNotes(of: invoice.id).last?.creditNote.number.text ?? ""
            return (InvoiceLetter.cancelledSubject, InvoiceLetter.cancelledText(by: number))
        case .draft, .open, .processing:
            let settings = try mailSettings(of: desk)
            return (settings.invoiceSubject, settings.invoiceText)
        }
    }

    func send(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let matter = try sendMatter(desk, id)
        let isOnline = visit.form["online_payment"].map { $0 != "non" } ?? matter.invoice.offersOnlinePayment
        if visit.form["mode"] == "manuel" {
            try SwitchOnlinePayment(companyID: desk.companyID, invoiceID: id, isOn: isOnline).run(in: office)
            try MarkAsSent(companyID: desk.companyID, invoiceID: id).run(in: office)
            return .done(.invoiceMarkedAsSent, at: "/factures/\(id)")
        }
        let input = LetterInput(visit.form, in: office.outside)
        switch LetterInput.read(visit.form, matter.template) {
        case .wrong(let messages):
            return try sendPage(desk, matter, input, messages: messages, status: 422)
        case .sound(let mail) where visit.form["mode"] == "apercu":
            return try sendPage(desk, matter, input, preview: mail.letter)
        case .sound(let mail):
            do {
                try SendInvoice(
                    companyID: desk.companyID,
                    invoiceID: id,
                    letter: mail.letter,
                    offersOnlinePayment: isOnline,
                    key: mail.key
                ).run(in: office)
            } catch let error as TooManyMails {
                return try sendPage(desk, matter, input, messages: [KeyField.name: error.french], status: 422)
            }
            return .done(.mailed, at: "/factures/\(id)")
        }
    }

    private func sendMatter(_ desk: Desk, _ id: Int64) throws -> SendMatter {
        let invoice = try issuedInvoice(desk, id)
        guard let issued = try reader.issuedInvoice(id), let link = try reader.newestLink(of: id) else {
            throw NotFound()
        }
        return SendMatter(
            invoice: invoice,
            issued: issued,
            link: office.publicOrigin + "/f/" + link,
            account: try reader.connectedAccount(of: desk.companyID),
            isRefused: try reader.refusesMail(client: invoice.clientID, of: desk.companyID)
        )
    }

    private func sendPage(
        _ desk: Desk,
        _ matter: SendMatter,
        _ input: LetterInput,
        messages: [String: String] = [:],
        preview: CoveringLetter? = nil,
        status: Int = 200
    ) throws -> Response {
        let form = SendForm(desk: desk, matter: matter, input: input, messages: messages, preview: preview)
        let body: HTML = """
            <h1>Envoyer la \(matter.issued.kind.french.lowercased()) \(matter.issued.number.text)</h1>
            \(formAlert(messages))
            \(form.html)
            """
        return layout("Envoyer la facture", desk, at: .invoices).response(status: status, body)
    }
}

/// What a sending is about.
struct SendMatter {
    let invoice: Invoice
    let issued: IssuedInvoice
    /// The address of the client's page.
    let link: String
    let account: StripeAccount?
    /// True when the client's address has refused our last mail.
    let isRefused: Bool

    /// The variables, with what remains to pay.
    var template: LetterTemplate {
        LetterTemplate(issued, amount: invoice.state.due > .zero ? invoice.state.due : issued.payable)
    }
}
