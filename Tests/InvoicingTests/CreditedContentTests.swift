import Accounting
import Invoicing
import TestSupport
import Testing

@Suite struct `What a credit note takes back` {
    private let invoice: IssuedInvoice

    init() throws {
        let lines = [
            try Sample.line("333,33", .rate(.normal)), try Sample.line("66,67", .rate(.normal)),
            try Sample.line("100", .rate(.reduced)), try Sample.line("50", .exempt(.training)),
        ]
        invoice = try Sample.draft(isUnderFranchise: false, lines: lines).issued(as: Sample.number, on: Sample.day)
    }

    private func note(_ content: CreditedContent) -> CreditNote {
        CreditNote(
            number: InvoiceNumber(series: .creditNote, year: 2026, sequence: 1),
            issuedOn: Sample.day,
            amount: content.amount,
            isTotal: false,
            reason: "Geste",
            lines: content.lines,
            totals: content.totals
        )
    }

    /// Each tax is that of its base, give or take the cent that EN 16931 grants (BR-CO-17).
    private func isSound(_ content: CreditedContent) -> Bool {
        content.totals.breakdown.allSatisfy { line in
            abs(line.tax.value - line.vat.tax(on: line.base).value) <= 1
        } && content.lines.map(\.net).sum == content.totals.net && content.totals.gross == content.amount
    }

    @Test func `is the whole invoice, line by line`() throws {
        let content = try CreditedContent(.rest, of: invoice, after: [])
        #expect(content.lines == invoice.lines)
        #expect(content.totals == invoice.totals)
        #expect(content.amount == invoice.payable)
    }

    @Test(arguments: [1, 2, 3, 7, 99, 100, 12_345, 63_549])
    func `is an amount to the cent, over the rates of the invoice`(cents: Int64) throws {
        let content = try CreditedContent(.amount(Cents(cents)), of: invoice, after: [])
        #expect(content.amount == Cents(cents))
        #expect(isSound(content))
        #expect(content.lines.allSatisfy { $0.unitPrice.millionths > 0 })
    }

    @Test func `is some of some lines`() throws {
        let half = try #require(Quantity("0,5"))
        let content = try CreditedContent(.lines([0: half, 2: try #require(Quantity("1"))]), of: invoice, after: [])
        #expect(content.totals.net == Cents(16_667 + 10_000))
        #expect(content.totals.tax == Cents(3_333 + 550))
        #expect(isSound(content))
    }

    @Test func `is never more of a line than was sold`() throws {
        let much = try #require(Quantity("1,0001"))
        #expect(throws: CreditNoteRefusal.moreThanInvoiced) {
            try CreditedContent(.lines([0: much]), of: invoice, after: [])
        }
    }

    @Test func `is never more at one rate than is left of it`() throws {
        let reduced = try CreditedContent(.lines([2: try #require(Quantity("1"))]), of: invoice, after: [])
        #expect(throws: CreditNoteRefusal.moreThanInvoiced) {
            try CreditedContent(.lines([2: try #require(Quantity("0,01"))]), of: invoice, after: [note(reduced)])
        }
    }

    @Test func `is never a line that was taken back before`() throws {
        let one = try #require(Quantity("1"))
        let first = try CreditedContent(.lines([1: one]), of: invoice, after: [])
        #expect(throws: CreditNoteRefusal.moreThanInvoiced) {
            try CreditedContent(.lines([1: one]), of: invoice, after: [note(first)])
        }
        _ = try CreditedContent(.lines([0: one]), of: invoice, after: [note(first)])
    }

    @Test func `leaves a line to the last one, whatever cent is left`() throws {
        let lines = [try Sample.line("10,03", .rate(.normal))]
        let invoice = try Sample.draft(isUnderFranchise: false, lines: lines).issued(as: Sample.number, on: Sample.day)
        for cents in 1..<invoice.payable.value {
            let first = try CreditedContent(.amount(Cents(cents)), of: invoice, after: [])
            let last = try CreditedContent(.rest, of: invoice, after: [note(first)])
            #expect(isSound(first) && isSound(last), "\(cents)")
            #expect(!last.lines.isEmpty && last.totals.gross == last.amount, "\(cents)")
            #expect(first.amount + last.amount == invoice.payable)
        }
    }

    @Test func `is something`() throws {
        #expect(throws: CreditNoteRefusal.notAnAmount) { try CreditedContent(.lines([:]), of: invoice, after: []) }
        #expect(throws: CreditNoteRefusal.notAnAmount) { try CreditedContent(.amount(.zero), of: invoice, after: []) }
        #expect(throws: CreditNoteRefusal.moreThanInvoiced) {
            try CreditedContent(.amount(invoice.payable + Cents(1)), of: invoice, after: [])
        }
    }

    @Test(arguments: 1...40) func `adds up to the invoice, base and tax, whatever the steps`(seed: UInt64) throws {
        var random = Lot(seed: seed)
        var earlier: [CreditNote] = []
        for _ in 1...Int.random(in: 1...6, using: &random) {
            let left = invoice.payable - earlier.map(\.amount).sum
            guard left > Cents(2) else { break }
            let amount = Cents(Int64.random(in: 1..<left.value, using: &random))
            let content = try CreditedContent(.amount(amount), of: invoice, after: earlier)
            #expect(isSound(content), "seed \(seed)")
            earlier.append(note(content))
        }
        let last = try CreditedContent(.rest, of: invoice, after: earlier)
        let all = earlier.map(\.totals) + [last.totals]
        #expect(all.map(\.net).sum == invoice.totals.net, "seed \(seed)")
        #expect(all.map(\.tax).sum == invoice.totals.tax, "seed \(seed)")
        #expect(last.amount == invoice.payable - earlier.map(\.amount).sum)
    }

    @Test func `mirrors the deposits of the invoice when it takes back everything`() throws {
        let deposit = DeductedDeposit(number: Sample.number, issuedOn: Sample.day, amount: Cents(20_000))
        let balance = try Draft(
            seller: try Sample.seller(),
            buyer: Sample.buyer(),
            subject: "",
            lines: [try Sample.line("450")],
            suppliedOn: nil,
            paymentTermDays: 30,
            deposits: [deposit]
        ).issued(as: Sample.number, on: Sample.day)
        let content = try CreditedContent(.rest, of: balance, after: [])
        #expect(content.amount == Cents(25_000))
        #expect(content.totals.gross == Cents(45_000))
        #expect(LegalDocument.creditNote(note(content), correcting: balance).prepaid == Cents(20_000))
        #expect(throws: CreditNoteRefusal.moreThanInvoiced) {
            try CreditedContent(.amount(Cents(25_001)), of: balance, after: [])
        }
    }
}
