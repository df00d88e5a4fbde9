import Accounting
import French
import Testing

@Suite struct `The letter about a receipt` {
    let letter = ReceiptLetter(
        number: "F-2026-0001",
        amount: Cents(50_000),
        client: "Atelier Durand",
        receivedOn: Day(number: 20_780),
        invoiceAddress: "https://needme.example/factures/7",
        registerAddress: "https://needme.example/registre"
    )

    @Test func `says everything in its subject`() {
        #expect(letter.subject == "Règlement encaissé — F-2026-0001, 500,00\u{202F}€, Atelier Durand")
    }

    @Test func `leads to the invoice and to the register`() {
        let sentence =
            "Atelier Durand a réglé 500,00\u{202F}€ en ligne le 23\u{A0}novembre\u{A0}2026, pour la facture F-2026-0001."
        #expect(letter.passages.first?.text == "Bonjour,\n\n" + sentence)
        #expect(
            letter.passages.map(\.link?.address) == [
                "https://needme.example/factures/7", "https://needme.example/registre",
            ]
        )
    }
}
