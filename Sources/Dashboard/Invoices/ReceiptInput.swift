import Accounting
import French
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

    /// The form for all that remains, received or given back today.
    init(due: Cents, today: Day, key: Token) {
        amount = due.euros
        receivedOn = today.iso
        self.key = key.text
    }

    /// The form as it was sent, to be sent again.
    init(_ form: Form, in outside: Outside) {
        amount = form["amount"] ?? ""
        means = form["means"] ?? ""
        receivedOn = form["received_on"] ?? ""
        note = form["note"] ?? ""
        key = form.key(in: outside).text
    }

    /// What the form says, or what is wrong with it.
    ///
    /// - Parameters:
    ///   - form: the form as it was sent.
    ///   - way: whether money came or went back.
    ///   - most: what remains to pay, or to give back.
    ///   - today: no money came or went later.
    /// - Returns: what is written down, or the messages.
    static func read(_ form: Form, _ way: WayOfMoney, upTo most: Cents, today: Day) -> Reading<MoneyByHand> {
        var typed = Typed(form)
        let amount = typed.value("amount", amountAdvice) { Cents(euros: $0) }
        if amount == nil { typed.refuse("amount", amountAdvice) }
        if let amount, amount <= .zero { typed.refuse("amount", "Le montant doit être supérieur à zéro.") }
        if let amount, amount > most { typed.refuse("amount", "Il reste \(most.french) à \(way.verb).") }
        let means = typed.value("means", "Choisissez un mode de règlement.") { word in
            Self.means.first { $0.rawValue == word }
        }
        if means == nil { typed.refuse("means", "Choisissez un mode de règlement.") }
        let missing = "Indiquez le jour où vous avez \(way.participle) l’argent."
        let day = typed.day("received_on", .receipt(today), missing: missing)
        let note = typed.text("note", limit: 100)
        let key = typed.key(of: form)
        guard typed.isSound, let amount, let means, let day, let key else { return .wrong(typed.messages) }
        return .sound(MoneyByHand(amount, by: means, on: day, note: note, key: key))
    }
}

private let amountAdvice = "Indiquez un montant, par exemple 150,00."
