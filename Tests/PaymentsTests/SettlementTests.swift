import Accounting
import Invoicing
import Payments
import Testing

@Suite struct `Deciding what a testimony means` {
    private static let amount = Cents(12_000)
    private static let open = InvoiceState.open(paid: .zero, of: amount)
    private static let processing = InvoiceState.processing(paid: .zero, of: amount)

    private static func attempt(_ state: AttemptState = .open) -> Attempt {
        Attempt(invoice: 7, account: "acct_1", amount: amount, currency: "eur", isLive: true, state: state)
    }

    private static func testimony(
        _ verdict: Testimony.Verdict = .paid,
        account: String = "acct_1",
        invoice: Int64? = 7,
        amount: Cents = amount,
        currency: String = "eur",
        isLive: Bool = true
    ) -> Testimony {
        Testimony(
            verdict: verdict,
            account: account,
            paymentReference: "pi_1",
            invoice: invoice,
            amount: amount,
            currency: currency,
            isLive: isLive
        )
    }

    private func decide(
        _ testimony: Testimony,
        attempt: Attempt,
        invoice: InvoiceState,
        offersOnlinePayment: Bool = true,
        isRecorded: Bool = false
    ) -> Settlement {
        Settlement.decide(
            testimony,
            attempt: attempt,
            invoice: invoice,
            offersOnlinePayment: offersOnlinePayment,
            isRecorded: isRecorded
        )
    }

    private static func booked(_ amount: Cents, _ state: InvoiceState) -> Settlement {
        .book(amount, invoice: state, effects: [.bookReceipt(amount), .announceReceipt(amount), .closeCheckout])
    }

    // Money

    @Test(arguments: AttemptState.allCases.filter { $0 != .paid })
    func `money that is expected is booked, however late or out of order it comes`(state: AttemptState) {
        let settlement = decide(Self.testimony(), attempt: Self.attempt(state), invoice: Self.open)
        #expect(settlement == Self.booked(Self.amount, .paid(Self.amount)))
    }

    @Test func `a delayed payment that arrives is booked`() {
        let settlement = decide(
            Self.testimony(),
            attempt: Self.attempt(.processing),
            invoice: Self.processing
        )
        #expect(settlement == Self.booked(Self.amount, .paid(Self.amount)))
    }

    @Test func `money for what remains is booked`() {
        let invoice = InvoiceState.open(paid: Cents(3_000), of: Cents(15_000))
        let settlement = decide(Self.testimony(), attempt: Self.attempt(), invoice: invoice)
        #expect(settlement == Self.booked(Self.amount, .paid(Cents(15_000))))
    }

    @Test func `money for a part leaves the invoice open`() {
        let invoice = InvoiceState.open(paid: .zero, of: Cents(15_000))
        let settlement = decide(Self.testimony(), attempt: Self.attempt(), invoice: invoice)
        #expect(settlement == Self.booked(Self.amount, .open(paid: Self.amount, of: Cents(15_000))))
    }

    @Test(arguments: [open, processing, .paid(amount), .cancelled(paid: .zero), .draft])
    func `what was recorded before changes nothing, and another payment on the same attempt is kept aside`(
        invoice: InvoiceState
    ) {
        for state in AttemptState.allCases {
            #expect(
                decide(Self.testimony(), attempt: Self.attempt(state), invoice: invoice, isRecorded: true) == .nothing
            )
        }
        let second = decide(Self.testimony(), attempt: Self.attempt(.paid), invoice: invoice)
        #expect(second == .quarantine(.alreadyPaid, invoice: invoice))
    }

    @Test(
        arguments: [
            (testimony(account: "acct_2"), .otherAccount), (testimony(isLive: false), .otherMode),
            (testimony(invoice: 8), .otherInvoice), (testimony(invoice: nil), .otherInvoice),
            (testimony(currency: "usd"), .otherCurrency), (testimony(currency: "EUR"), .otherCurrency),
            (testimony(amount: Cents(11_999)), .otherAmount), (testimony(amount: Cents(12_001)), .otherAmount),
            (testimony(amount: .zero), .otherAmount), (testimony(amount: Cents(-12_000)), .otherAmount),
            (testimony(amount: Cents(.max)), .otherAmount),
        ] as [(Testimony, QuarantineReason)],
        AttemptState.allCases.filter { $0 != .paid }
    )
    func `money that is not what we asked for is kept aside`(wrong: (Testimony, QuarantineReason), state: AttemptState)
    {
        let settlement = decide(wrong.0, attempt: Self.attempt(state), invoice: Self.open)
        #expect(settlement == .quarantine(wrong.1, invoice: Self.open))
    }

    @Test(
        arguments: [
            (.paid(amount), .alreadyPaid), (.cancelled(paid: .zero), .cancelled),
            (.cancelled(paid: amount), .cancelled),
            (.open(paid: Cents(1), of: amount), .moreThanDue), (.processing(paid: Cents(1), of: amount), .moreThanDue),
            (.draft, .cancelled),
        ] as [(InvoiceState, QuarantineReason)]
    )
    func `money that the invoice no longer awaits is kept aside`(invoice: InvoiceState, reason: QuarantineReason) {
        let settlement = decide(Self.testimony(), attempt: Self.attempt(), invoice: invoice)
        #expect(settlement == .quarantine(reason, invoice: invoice))
    }

    @Test(arguments: AttemptState.allCases.filter { $0 != .paid })
    func `money for an invoice that is no longer offered for payment is kept aside, unless it was on its way`(
        state: AttemptState
    ) {
        let settlement = decide(
            Self.testimony(),
            attempt: Self.attempt(state),
            invoice: state == .processing ? Self.processing : Self.open,
            offersOnlinePayment: false
        )
        let expected: Settlement =
            state == .processing
            ? Self.booked(Self.amount, .paid(Self.amount)) : .quarantine(.onlinePaymentOff, invoice: Self.open)
        #expect(settlement == expected)
    }

    @Test func `delayed money that is kept aside is not under way any more`() {
        let invoice = InvoiceState.processing(paid: Cents(1), of: Self.amount)
        #expect(
            decide(Self.testimony(), attempt: Self.attempt(.processing), invoice: invoice)
                == .quarantine(.moreThanDue, invoice: .open(paid: Cents(1), of: Self.amount))
        )
    }

    @Test(arguments: [open, .paid(amount), .cancelled(paid: .zero), .draft])
    func `delayed money that is kept aside leaves an invoice as it is that has none under way`(invoice: InvoiceState) {
        let wrong = Self.testimony(amount: Cents(1))
        #expect(
            decide(wrong, attempt: Self.attempt(.processing), invoice: invoice)
                == .quarantine(.otherAmount, invoice: invoice)
        )
    }

    @Test(
        arguments: [Testimony.Verdict.unpaid, .began, .paid, .expired, .failed],
        [.draft, open, processing, .paid(amount), .cancelled(paid: .zero), .cancelled(paid: amount)] as [InvoiceState]
    )
    func `every testimony is understood, whatever has become of attempt and invoice`(
        verdict: Testimony.Verdict,
        invoice: InvoiceState
    ) {
        for state in AttemptState.allCases {
            switch decide(Self.testimony(verdict), attempt: Self.attempt(state), invoice: invoice) {
            case .book, .quarantine: #expect(verdict == .paid)
            case .note(let attempt, _): #expect(attempt != state && verdict != .paid && verdict != .unpaid)
            case .nothing: #expect(verdict != .paid)
            }
        }
    }

    @Test func `every reason to keep money aside is reached above, but the one that needs no attempt`() {
        let reached: Set<QuarantineReason> = [
            .otherAccount, .otherMode, .otherInvoice, .otherCurrency, .otherAmount, .alreadyPaid, .cancelled,
            .moreThanDue, .onlinePaymentOff,
        ]
        #expect(reached == Set(QuarantineReason.allCases).subtracting([.unknownAttempt]))
    }

    // News without money

    @Test(arguments: AttemptState.allCases) func `an open session says nothing new`(state: AttemptState) {
        let settlement = decide(Self.testimony(.unpaid), attempt: Self.attempt(state), invoice: Self.open)
        #expect(settlement == .nothing)
    }

    @Test(arguments: [AttemptState.starting, .open]) func `a delayed payment that begins is noted on both`(
        state: AttemptState
    ) {
        let settlement = decide(Self.testimony(.began), attempt: Self.attempt(state), invoice: Self.open)
        #expect(settlement == .note(attempt: .processing, invoice: Self.processing))
    }

    @Test func `a delayed payment that fails opens the invoice again`() {
        let settlement = decide(
            Self.testimony(.failed),
            attempt: Self.attempt(.processing),
            invoice: Self.processing
        )
        #expect(settlement == .note(attempt: .failed, invoice: Self.open))
    }

    @Test(arguments: [AttemptState.starting, .open]) func `a session that expires leaves the invoice as it is`(
        state: AttemptState
    ) {
        let settlement = decide(Self.testimony(.expired), attempt: Self.attempt(state), invoice: Self.open)
        #expect(settlement == .note(attempt: .expired, invoice: Self.open))
    }

    @Test(
        arguments: [Testimony.Verdict.began, .failed, .expired],
        [InvoiceState.paid(amount), .cancelled(paid: .zero)]
    )
    func `an invoice that was paid or cancelled meanwhile does not care how an attempt ends`(
        verdict: Testimony.Verdict,
        invoice: InvoiceState
    ) throws {
        let settlement = decide(Self.testimony(verdict), attempt: Self.attempt(), invoice: invoice)
        guard case .note(_, let after) = settlement else {
            Issue.record("nothing was noted")
            return
        }
        #expect(after == invoice)
    }

    @Test(
        arguments: [
            (.began, .processing), (.expired, .processing), (.began, .paid), (.expired, .paid), (.failed, .paid),
            (.began, .expired), (.expired, .expired), (.failed, .expired), (.began, .failed), (.expired, .failed),
            (.failed, .failed),
        ] as [(Testimony.Verdict, AttemptState)]
    )
    func `news that comes late, twice or out of order changes nothing`(verdict: Testimony.Verdict, state: AttemptState)
    {
        let settlement = decide(Self.testimony(verdict), attempt: Self.attempt(state), invoice: Self.open)
        #expect(settlement == .nothing)
    }
}
