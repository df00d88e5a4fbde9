import Accounting
import French
import Invoicing
import Testing

@Suite struct `The words of a status` {
    private static let dueOn = Day(number: 20_780)

    /// Each status, what the seller reads, its sign, what the client reads; a draft has no client yet.
    private static let table: [(status: InvoiceStatus, seller: String, sign: String, client: String?)] = [
        (.draft, "Brouillon", "✎", nil),
        (.finalised, "Finalisée", "☐", nil),
        (.sent, "Envoyée", "➤", "À régler"),
        (.seen, "Vue", "◉", "À régler"),
        (.dueSoon, "Échéance proche", "⏲", "À régler avant le 23\u{A0}novembre\u{A0}2026"),
        (.overdue(days: 12), "En retard de 12\u{A0}j", "!", "Échéance dépassée"),
        (.processing, "Paiement en cours", "…", "Paiement en cours de confirmation"),
        (
            .partlyPaid(due: Cents(123_456)), "Partiellement payée", "◐",
            "Reste à régler\u{A0}: 1\u{202F}234,56\u{202F}€"
        ),
        (.paid, "Payée", "✓", "Facture acquittée"),
        (.refunded(isWhole: true), "Remboursée", "↩", "Remboursée"),
        (.disputed, "Litige bancaire", "⚠", "Facture acquittée"),
        (.cancelled, "Annulée", "✕", "Annulée"),
    ]

    @Test(arguments: table.indices) func `the seller reads a word and a sign`(row: Int) {
        let (status, word, sign, _) = Self.table[row]
        #expect(status.forSeller.word == word)
        #expect(status.forSeller.sign == sign)
    }

    @Test(arguments: table.indices.filter { table[$0].client != nil }) func `the client reads neutral words`(row: Int) {
        let (status, _, _, word) = Self.table[row]
        #expect(status.forClient(dueOn: Self.dueOn).word == word)
    }

    /// RGAA 3.1: colour is never the only sign.
    @Test(arguments: table.indices) func `RGAA 3.1: a status is a word and a sign for everybody`(row: Int) {
        for shown in [Self.table[row].status.forSeller, Self.table[row].status.forClient(dueOn: Self.dueOn)] {
            #expect(!shown.word.isEmpty)
            #expect(shown.sign.count == 1)
            #expect(shown.tone.allSatisfy { $0.isLowercase || $0 == "-" } && !shown.tone.isEmpty)
        }
    }

    @Test func `the seller's signs and tones are all different`() {
        #expect(Set(Self.table.map(\.status.forSeller.sign)).count == Self.table.count)
        #expect(Set(Self.table.map(\.status.forSeller.tone)).count == Self.table.count)
    }

    @Test func `the table above holds every status`() {
        #expect(Set(Self.table.map { place(of: $0.status) }) == Set(0..<12))
    }

    /// The compiler refuses this when a status is added.
    private func place(of status: InvoiceStatus) -> Int {
        switch status {
        case .draft: 0
        case .finalised: 1
        case .sent: 2
        case .seen: 3
        case .dueSoon: 4
        case .overdue: 5
        case .processing: 6
        case .partlyPaid: 7
        case .paid: 8
        case .refunded: 9
        case .disputed: 10
        case .cancelled: 11
        }
    }
}

@Suite struct `The sentence of a refusal` {
    private static let issue: [IssueRefusal] = [
        .noLine, .tooManyLines, .vatMismatch, .paymentTermTooLong, .nothingToPay, .amountTooHigh,
        .incomplete([.buyerAddress]), .depositOfDeposit, .depositsCoverAll,
        .depositUnavailable(InvoiceNumber(series: .invoice, year: 2026, sequence: 7)), .exemptionUnknown,
        .otherKindThanQuoted("D-2026-0001"), .otherClientThanQuoted("D-2026-0001"),
        .alreadyIssued, .dateWouldGoBackwards,
    ]
    private static let invoice: [InvoiceRefusal] = [
        .notIssued, .alreadyIssued, .alreadyPaid, .cancelled, .moreThanDue, .notAnAmount, .noPaymentUnderWay,
        .moreThanReceived, .moreThanOwedBack, .notOwedBackBefore(Day(number: 20_000)), .creditedInPart,
    ]
    private static let creditNote: [CreditNoteRefusal] = [
        .notAnAmount, .moreThanInvoiced, .otherThanReversal, .depositDeducted,
    ]

    private static func isSentence(_ text: String) -> Bool {
        text.first?.isUppercase == true && text.last == "." && text.contains(" ") && !text.contains("\"")
    }

    @Test(arguments: issue) func `a draft that cannot be issued says why`(refusal: IssueRefusal) {
        #expect(Self.isSentence(refusal.french))
    }

    @Test(arguments: MissingMention.allCases) func `what is missing is named`(missing: MissingMention) {
        #expect(Self.isSentence(missing.french))
    }

    @Test(arguments: invoice) func `an invoice that refuses says why`(refusal: InvoiceRefusal) {
        #expect(Self.isSentence(refusal.french))
    }

    @Test(arguments: creditNote) func `a credit note that cannot be issued says why`(refusal: CreditNoteRefusal) {
        #expect(Self.isSentence(refusal.french))
    }

    @Test func `a refund in part is called so`() {
        #expect(InvoiceStatus.refunded(isWhole: false).forSeller.word == "Remboursée en partie")
    }

    @Test func `each refusal has a sentence of its own`() {
        #expect(Set(Self.issue.map(\.french)).count == Self.issue.count)
        #expect(Set(Self.invoice.map(\.french)).count == Self.invoice.count)
    }

    @Test func `C. com. art. L441-10: the longest term is named with its article`() {
        #expect(IssueRefusal.paymentTermTooLong.french.contains("60 jours (art. L441-10 du code de commerce)"))
    }

    @Test(arguments: Activity.allCases) func `CGI art. 50-0 and 102 ter: each activity names its category`(
        activity: Activity
    ) {
        let expected: [Activity: String] = [.sale: "BIC – vente", .service: "BIC – service", .liberal: "BNC"]
        #expect(activity.french == expected[activity])
    }
}
