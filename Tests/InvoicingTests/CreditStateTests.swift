import Accounting
import Invoicing
import Testing

@Suite struct `A credit note for a part` {
    private let asked = Cents(10_000)

    private func after(_ event: InvoiceEvent, _ state: InvoiceState) throws(InvoiceRefusal) -> InvoiceState {
        try state.after(event).0
    }

    @Test func `asks the client for less, and closes the page they have open`() throws {
        let (state, effects) = try InvoiceState.open(paid: .zero, of: asked).after(.credit(Cents(2_500)))
        #expect(state == .open(paid: .zero, of: Cents(7_500)))
        #expect(effects == [.closeCheckout])
    }

    @Test func `for all that is left to pay ends the asking`() throws {
        let open = InvoiceState.open(paid: Cents(4_000), of: asked)
        #expect(try after(.credit(Cents(6_000)), open) == .paid(Cents(4_000)))
        let processing = InvoiceState.processing(paid: Cents(4_000), of: asked)
        #expect(try after(.credit(Cents(6_000)), processing) == .paid(Cents(4_000)))
        #expect(try after(.credit(Cents(5_999)), processing) == .processing(paid: Cents(4_000), of: Cents(4_001)))
    }

    @Test(arguments: [6_001, 10_000, 10_001]) func `never makes a client owe less than they have paid`(cents: Int64) {
        for state in [
            InvoiceState.open(paid: Cents(4_000), of: asked), .processing(paid: Cents(4_000), of: asked),
        ] {
            #expect(throws: InvoiceRefusal.moreThanDue) { try after(.credit(Cents(cents)), state) }
        }
    }

    @Test func `is not the whole of an unpaid invoice, which is cancelled instead`() {
        #expect(throws: InvoiceRefusal.moreThanDue) { try after(.credit(asked), .open(paid: .zero, of: asked)) }
    }

    @Test(arguments: [0, -1] as [Int64]) func `is of more than nothing`(cents: Int64) {
        let states = [InvoiceState.open(paid: .zero, of: asked), .processing(paid: .zero, of: asked)]
        for state in states {
            #expect(throws: InvoiceRefusal.notAnAmount) { try after(.credit(Cents(cents)), state) }
            #expect(throws: InvoiceRefusal.notAnAmount) { try after(.giveBack(Cents(cents)), state) }
        }
    }

    @Test func `leaves what is paid paid, and is refused where nothing is asked`() throws {
        #expect(try after(.credit(Cents(1)), .paid(asked)) == .paid(asked))
        #expect(throws: InvoiceRefusal.cancelled) { try after(.credit(Cents(1)), .cancelled(paid: .zero)) }
        #expect(throws: InvoiceRefusal.notIssued) { try after(.credit(Cents(1)), .draft) }
    }
}

@Suite struct `Money that went back` {
    private let asked = Cents(10_000)

    @Test func `is no longer paid while the invoice is open`() throws {
        let (open, effects) = try InvoiceState.open(paid: Cents(6_000), of: asked).after(.giveBack(Cents(6_000)))
        #expect(open == .open(paid: .zero, of: asked))
        #expect(effects == [.closeCheckout])
        let (processing, _) = try InvoiceState.processing(paid: Cents(6_000), of: asked).after(.giveBack(Cents(1)))
        #expect(processing == .processing(paid: Cents(5_999), of: asked))
    }

    @Test func `and is credited leaves the client owing what they owed`() throws {
        let open = InvoiceState.open(paid: Cents(6_000), of: asked)
        let credited = try open.after(.giveBack(Cents(6_000))).0.after(.credit(Cents(6_000))).0
        #expect(credited == .open(paid: .zero, of: Cents(4_000)))
        #expect(credited.due == open.due)
    }

    @Test func `was paid before`() {
        #expect(throws: InvoiceRefusal.moreThanReceived) {
            try InvoiceState.open(paid: Cents(6_000), of: asked).after(.giveBack(Cents(6_001)))
        }
    }

    @Test func `changes nothing once the invoice is paid or cancelled`() throws {
        for state in [InvoiceState.paid(asked), .cancelled(paid: asked), .cancelled(paid: .zero)] {
            #expect(try state.after(.giveBack(Cents(1))).0 == state)
        }
        #expect(throws: InvoiceRefusal.notIssued) { try InvoiceState.draft.after(.giveBack(Cents(1))) }
    }
}
