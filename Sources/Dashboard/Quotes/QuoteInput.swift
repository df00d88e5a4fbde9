import Accounting
import Invoicing
import Operations
import Store
import Web

/// What stands in the editor of a quote, as texts; its lines are those of the invoice editor.
struct QuoteInput: EditorInput {
    /// The key of the form of a new quote: sent twice, it is one.
    var key = ""
    /// The edition that was changed; empty for a new quote.
    var seen = ""
    var clientID = ""
    var subject = ""
    var reference = ""
    var validUntil: String
    var conditions = ""
    var lines: [LineInput]

    /// An empty editor.
    init(today: Day, vat: VAT) {
        validUntil = today.adding(days: DuplicateQuote.validity).iso
        lines = [LineInput(vat: vat.formValue)]
    }

    /// The editor of a quote that was saved, with its lines as they are charged today.
    init(_ quote: SavedQuote, _ charged: [InvoiceLine], vat: VAT) {
        seen = Edition(of: quote).text
        clientID = String(quote.clientID)
        subject = quote.subject
        reference = quote.reference
        validUntil = quote.validUntil.iso
        conditions = quote.conditions
        lines = LineInput.rows(charged, vat: vat)
    }

    /// The editor as it was sent.
    init(_ form: Form) {
        key = form[KeyField.name] ?? ""
        seen = form.seen?.text ?? ""
        clientID = form["client"] ?? ""
        subject = form["subject"] ?? ""
        reference = form["reference"] ?? ""
        validUntil = form["valid_until"] ?? ""
        conditions = form["conditions"] ?? ""
        lines = LineInput.rows(form)
    }

    /// What the editor says, or what is wrong with it.
    ///
    /// - Parameters:
    ///   - form: the form as it was sent.
    ///   - seller: under the franchise no VAT can be written at all.
    ///   - today: a quote is not valid until a day that has passed.
    /// - Returns: the quote, or the messages.
    static func read(_ form: Form, seller: Seller, today: Day) -> Reading<SavedQuote> {
        var typed = Typed(form)
        let client = typed.value("client", "Choisissez un client.") { Int64($0) }
        if client == nil { typed.refuse("client", "Choisissez un client.") }
        let subject = typed.text("subject")
        let reference = typed.text("reference", limit: 100)
        let conditions = typed.checkedLines(form["conditions"] ?? "", as: "conditions", limit: 2_000)
        let missing = "Indiquez jusqu’à quand votre client peut accepter."
        let validUntil = typed.day("valid_until", .coming(today), missing: missing)
        let lines = LineInput.read(LineInput.rows(form), seller: seller, &typed)
        guard typed.isSound, let client, let validUntil else { return .wrong(typed.messages) }
        return .sound(
            SavedQuote(
                clientID: client,
                subject: subject,
                reference: reference,
                lines: lines,
                validUntil: validUntil,
                conditions: conditions
            )
        )
    }
}
