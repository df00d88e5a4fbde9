import Accounting
import Operations
import Web

/// What stands in the form of a receipt or a refund by hand, as texts.
struct ReceiptInput {
    var amount: String
    var means = MeansOfPayment.transfer.rawValue
    var receivedOn: String
    var note = ""
    var key: String

    /// What can be chosen: money through Stripe comes by itself.
    static let means = MeansOfPayment.allCases.filter { $0 != .stripe }

    /// Which way money went.
    enum Direction {
        /// From the client.
        case receipt
        /// Back to the client.
        case refund
    }

    /// The form for all that remains, received or given back today.
    init(due: Cents, today: Day, key: Token) {
        amount = due.euros
        receivedOn = today.iso
        self.key = key.text
    }

    /// The form as it was sent, to be sent again: with a key of its own where it has none.
    init(_ form: Form, in outside: Outside) {
        amount = form["amount"] ?? ""
        means = form["means"] ?? ""
        receivedOn = form["received_on"] ?? ""
        note = form["note"] ?? ""
        key = (Token(form["cle"] ?? "") ?? Token.random(from: outside)).text
    }

    /// What stands above the form: what is wrong with it as a whole, or that some fields are.
    static func alert(_ messages: [String: String]) -> HTML? {
        guard !messages.isEmpty else { return nil }
        return "<p class=\"alert\" role=\"alert\">\(messages["cle"] ?? "Vérifiez les champs signalés ci-dessous.")</p>"
    }

    /// What the form says.
    struct Receipt {
        let amount: Cents
        let means: MeansOfPayment
        let receivedOn: Day
        let note: String
        let key: Token
    }

    /// What the form says, or what is wrong with it.
    ///
    /// - Parameters:
    ///   - form: the form as it was sent.
    ///   - direction: whether money came or went back.
    ///   - most: what remains to pay, or to give back.
    ///   - today: no money came or went later.
    /// - Returns: the receipt, or the messages.
    static func read(_ form: Form, _ direction: Direction, upTo most: Cents, today: Day) -> Reading<Receipt> {
        var typed = Typed(form)
        let amount = typed.value("amount", amountAdvice) { Cents(euros: $0) }
        if amount == nil { typed.refuse("amount", amountAdvice) }
        if let amount, amount <= .zero { typed.refuse("amount", "Le montant doit être supérieur à zéro.") }
        if let amount, amount > most {
            typed.refuse("amount", "Il reste \(most.euros)\u{A0}€ à \(direction == .receipt ? "payer" : "rembourser").")
        }
        let means = typed.value("means", "Choisissez un mode de règlement.") { word in
            Self.means.first { $0.rawValue == word }
        }
        if means == nil { typed.refuse("means", "Choisissez un mode de règlement.") }
        let missing = "Indiquez le jour où vous avez \(direction == .receipt ? "reçu" : "rendu") l’argent."
        let day = typed.day("received_on", .receipt(today), missing: missing)
        let note = typed.text("note", limit: 100)
        let key = Token(form["cle"] ?? "")
        if key == nil { typed.refuse("cle", staleForm) }
        guard typed.isSound, let amount, let means, let day, let key else {
            return .wrong(typed.messages)
        }
        return .sound(Receipt(amount: amount, means: means, receivedOn: day, note: note, key: key))
    }
}

private let staleForm = "Ce formulaire n’est plus valable\u{A0}: vérifiez ce qui suit, puis enregistrez de nouveau."
private let amountAdvice = "Indiquez un montant, par exemple 150,00."
