import Accounting
import Invoicing
import Testing

@Suite struct `What the law wants on an invoice` {
    private func missing(
        _ vat: VAT = .rate(.normal),
        isUnderFranchise: Bool = false,
        country: String = "FR",
        vatNumber: String? = nil,
        siren: SIREN? = SIREN("443061841"),
        kind: Buyer.Kind = .business,
        suppliedOn: Day? = nil,
        on iso: String = "2026-11-24"
    ) throws -> [MissingMention] {
        let address = Address(street: "1 rue", postalCode: "1", city: "X", country: country)
        let draft = Draft(
            seller: try Sample.seller(isUnderFranchise: isUnderFranchise),
            buyer: Buyer(kind: kind, name: "X", address: address, siren: siren, vatNumber: vatNumber, email: nil),
            subject: "",
            lines: [try Sample.line("450", vat)],
            suppliedOn: suppliedOn,
            paymentTermDays: 30
        )
        do {
            _ = try draft.issued(as: Sample.number, on: try #require(Day(iso: iso)))
            return []
        } catch IssueRefusal.incomplete(let missing) {
            return missing
        }
    }

    @Test(arguments: [VATExemption.servicesInUnion, .goodsInUnion])
    func `CGI art. 283-2, 262 ter I: a client in the Union, with a VAT number`(exemption: VATExemption) throws {
        let vat = VAT.exempt(exemption)
        let day = Day(number: 20_000)
        #expect(try missing(vat, country: "DE", vatNumber: "DE123456789", siren: nil, suppliedOn: day).isEmpty)
        #expect(try missing(vat, country: "DE", siren: nil, suppliedOn: day) == [.buyerVATNumber])
        for country in ["FR", "CH", "GB", "US"] {
            #expect(try missing(vat, country: country, vatNumber: "X1234", suppliedOn: day) == [.buyerCountry])
        }
    }

    @Test func `CGI ann. II art. 242 nonies A I-10°: the day of a delivery in the Union`() throws {
        #expect(
            try missing(.exempt(.goodsInUnion), country: "DE", vatNumber: "DE123456789", siren: nil) == [.supplyDate]
        )
    }

    @Test func `CGI art. 262 I: an export leaves the Union`() throws {
        #expect(try missing(.exempt(.export), country: "CH", siren: nil).isEmpty)
        #expect(try missing(.exempt(.export), country: "DE", siren: nil) == [.buyerCountry])
        #expect(try missing(.exempt(.export)) == [.buyerCountry])
    }

    @Test func `CGI art. 283-2 nonies: a contractor's VAT number`() throws {
        #expect(try missing(.exempt(.buildingSubcontract)) == [.buyerVATNumber])
        #expect(try missing(.exempt(.buildingSubcontract), vatNumber: "FR44732829320").isEmpty)
    }

    @Test func `CGI art. 289, from 1 September 2027: the SIREN of a French business`() throws {
        #expect(try missing(siren: nil, on: "2027-08-31").isEmpty)
        #expect(try missing(siren: nil, on: "2027-09-01") == [.buyerSIREN])
        #expect(try missing(siren: nil, kind: .person, on: "2027-09-01").isEmpty)
        #expect(try missing(country: "DE", siren: nil, on: "2027-09-01").isEmpty)
    }

    @Test func `an autoliquidation of a seller under the franchise wants their own number too`() throws {
        let seller = try Sample.seller()
        #expect(seller.possibleVAT == [.franchise, .exempt(.disbursement)])
        let line = try Sample.line("450", .exempt(.servicesInUnion))
        #expect(throws: IssueRefusal.vatMismatch) {
            try Sample.draft(lines: [line]).issued(as: Sample.number, on: Sample.day)
        }
    }
}

@Suite struct `A SIRET` {
    @Test(arguments: ["73282932000074", "732 829 320 00074", "356 000 000 00048"])
    func `is a SIREN and a place`(text: String) throws {
        let siret = try #require(SIRET(text))
        #expect(siret.digits.hasPrefix(siret.siren.digits))
    }

    @Test func `of La Poste follows a rule of its own`() {
        #expect(SIRET("35600000049837") != nil, "Its digits add up to 45.")
        #expect(SIRET("35600000049838") == nil)
    }

    @Test(arguments: ["", "732829320", "73282932000075", "7328293200007A", "732829320000745", "12345678900000"])
    func `is checked`(text: String) {
        #expect(SIRET(text) == nil)
    }

    @Test func `is printed in groups`() {
        #expect(SIRET("73282932000074")?.text == "732\u{A0}829\u{A0}320\u{A0}00074")
    }
}
