import Accounting
import Documents
import Invoicing
import Testing

/// What an XML says, found by the names of the elements around it.
private struct Reading {
    let text: String

    init(_ document: LegalDocument) {
        text = String(decoding: FacturX(document).xml, as: UTF8.self)
    }

    init(_ invoice: IssuedInvoice) {
        self.init(.invoice(invoice))
    }

    /// The texts of every element of a name, whatever its attributes.
    func all(_ name: String) -> [String] {
        text.split(separator: "<ram:" + name).dropFirst().compactMap { rest in
            guard let start = rest.firstIndex(of: ">"), [">", " "].contains(rest.first) else { return nil }
            return String(rest[start...].dropFirst().prefix { $0 != "<" })
        }
    }

    func holds(_ part: String) -> Bool { text.contains(part) }
}

@Suite struct `The XML of a document` {
    @Test func `says what it is, for whom and how much`() throws {
        let reading = Reading(try Sample.invoice([Sample.line(price: "1250,5")]))
        #expect(reading.all("TypeCode").first == "380")
        #expect(reading.all("ID").prefix(3) == ["S1", "urn:cen.eu:en16931:2017", "F-2026-0007"])
        #expect(reading.all("Name") == ["Conseil", "Jeanne Martin EI", "Durand SARL"])
        #expect(reading.all("TradingBusinessName") == ["Atelier Jeanne"])
        #expect(reading.all("ChargeAmount") == ["1250.50"])
        #expect(reading.all("GrandTotalAmount") == ["1250.50"])
        #expect(reading.all("DuePayableAmount") == ["1250.50"])
        #expect(reading.holds("<udt:DateTimeString format=\"102\">20261123</udt:DateTimeString>"))
    }

    @Test func `is the same, byte for byte, each time`() throws {
        let document = LegalDocument.invoice(try Sample.invoice([Sample.line()]))
        #expect(FacturX(document).xml == FacturX(document).xml)
    }

    @Test func `escapes what means something to a machine, and leaves out what XML cannot hold`() throws {
        let reading = Reading(try Sample.invoice([Sample.line("A & B <c> \"d\" ]]>\u{0}\u{1B}\u{FFFE} 🌈\r")]))
        #expect(reading.holds("<ram:Name>A &amp; B &lt;c&gt; &quot;d&quot; ]]&gt; 🌈&#13;</ram:Name>"))
    }

    @Test func `keeps an element that must be there when nothing is left of its text`() throws {
        #expect(Reading(try Sample.invoice([Sample.line("\u{1}")])).all("Name").first == "–")
    }

    @Test func `says the franchise in the words that are printed (CGI article 293 B)`() throws {
        let reading = Reading(try Sample.invoice([Sample.line()]))
        #expect(reading.all("ExemptionReason") == ["TVA non applicable, art. 293 B du CGI"])
        #expect(reading.all("ExemptionReasonCode") == ["VATEX-FR-FRANCHISE"])
        #expect(reading.all("CategoryCode") == ["E", "E"])
        #expect(reading.holds("<ram:ID schemeID=\"FC\">732829320</ram:ID>"))
    }

    @Test func `says the exemption that is printed, though the article may be cited no more`() throws {
        let issued = try Sample.invoice([Sample.line()])
        let later = IssuedInvoice(
            number: issued.number,
            issuedOn: Day(number: 21_366),
            dueOn: Day(number: 21_396),
            suppliedOn: nil,
            seller: issued.seller,
            buyer: issued.buyer,
            subject: issued.subject,
            lines: issued.lines,
            totals: issued.totals,
            mentions: issued.mentions
        )
        #expect(Reading(later).all("ExemptionReason") == ["TVA non applicable, art. 293 B du CGI"])
    }

    @Test func `takes a discount off beside the price`() throws {
        let reading = Reading(try Sample.invoice([Sample.line(price: "100", quantity: "1,5", discount: "10")]))
        #expect(reading.all("BilledQuantity") == ["1.5"])
        #expect(reading.all("CalculationPercent") == ["10"])
        #expect(reading.all("BasisAmount").first == "150.00")
        #expect(reading.all("ActualAmount") == ["15.00"])
        #expect(reading.all("LineTotalAmount") == ["135.00", "135.00"])
    }

    @Test func `says a « débours » as no turnover, beside the franchise in one group (BR-E-01)`() throws {
        let lines = try [Sample.line(), Sample.line("Greffe", price: "37,45", vat: .exempt(.disbursement))]
        let reading = Reading(try Sample.invoice(lines))
        #expect(reading.all("CategoryCode") == ["E", "E", "E"])
        #expect(
            reading.all("ExemptionReason") == [
                "TVA non applicable, art. 293 B du CGI\u{A0}; "
                    + "Débours payés au nom et pour le compte du client, art. 267-II-2° du CGI"
            ]
        )
        #expect(reading.all("ExemptionReasonCode") == [])
        #expect(reading.all("DuePayableAmount") == ["487.45"])
    }

    @Test func `says a « débours » beside VAT as exempt by directive 2006/112/CE article 79 c`() throws {
        let lines = try [
            Sample.line(vat: .rate(.normal)), Sample.line("Greffe", price: "37,45", vat: .exempt(.disbursement)),
        ]
        let seller = try Sample.seller(vatNumber: "FR44732829320", isUnderFranchise: false)
        let reading = Reading(try Sample.invoice(lines, seller: seller))
        #expect(reading.all("CategoryCode") == ["S", "E", "S", "E"])
        #expect(reading.all("CalculatedAmount") == ["90.00", "0.00"])
        #expect(reading.all("ExemptionReasonCode") == ["VATEX-EU-79-C"])
        #expect(reading.all("TaxBasisTotalAmount") == ["487.45"])
        #expect(reading.all("GrandTotalAmount") == ["577.45"])
    }

    @Test func `gathers two exemptions of one category, with both sentences (BR-E-01)`() throws {
        let lines = try [Sample.line(vat: .exempt(.training)), Sample.line(vat: .exempt(.healthCare))]
        let seller = try Sample.seller(vatNumber: "FR44732829320", isUnderFranchise: false)
        let reading = Reading(try Sample.invoice(lines, seller: seller))
        #expect(reading.all("CalculatedAmount") == ["0.00"])
        #expect(reading.all("ExemptionReason").first?.contains("261-4-1° du CGI\u{A0}; Exonération") == true)
        #expect(reading.all("ExemptionReasonCode") == ["VATEX-FR-CGI261-4"])
    }

    @Test func `says that VAT is paid on debits (CGI annexe II article 242 nonies A I-11° bis)`() throws {
        let seller = try Sample.seller(
            vatNumber: "FR44732829320",
            isUnderFranchise: false,
            notices: SellerNotices(paysVATOnDebits: true)
        )
        let reading = Reading(try Sample.invoice([Sample.line(vat: .rate(.reduced))], seller: seller))
        #expect(reading.all("DueDateTypeCode") == ["5"])
        #expect(reading.all("RateApplicablePercent") == ["5.50", "5.50"])
    }

    @Test func `names the account of a transfer, and no other means`() throws {
        let bank = try Sample.bank(bic: "BNPAFRPP")
        let reading = Reading(try Sample.invoice([Sample.line()], seller: Sample.seller(bank: bank)))
        #expect(reading.all("IBANID") == ["FR1420041010050500013M02606"])
        #expect(reading.all("BICID") == ["BNPAFRPP"])
        #expect(!Reading(try Sample.invoice([Sample.line()])).holds("PaymentMeans"))
    }

    @Test(arguments: [
        (Buyer.Kind.business, "443061841" as String?, "FR", "B2B" as String?), (.business, nil, "FR", nil),
        (.business, nil, "DE", "B2BINT"), (.person, nil, "FR", "B2C"), (.person, nil, "BE", "B2CINT"),
    ])
    func `says what platforms are to do (BR-FR-20)`(kind: Buyer.Kind, siren: String?, country: String, bar: String?)
        throws
    {
        let buyer = Sample.buyer(kind, siren: siren, country: country)
        let reading = Reading(try Sample.invoice([Sample.line()], buyer: buyer))
        let content = zip(reading.all("Content"), reading.text.split(separator: "</ram:Content>").dropFirst())
            .first { $0.1.contains(/^\s*<ram:SubjectCode>BAR</) }?.0
        #expect(content == bar)
    }

    @Test(arguments: [
        ("443061841" as String?, "a@b.example" as String?, "0225\">443061841"),
        (nil, "a@b.example", "EM\">a@b.example"),
        (nil, nil, "0225\">732829320"), (nil, String(repeating: "a", count: 126), "0225\">732829320"),
    ])
    func `finds an address for every client (BR-FR-12)`(siren: String?, email: String?, address: String) throws {
        let reading = Reading(try Sample.invoice([Sample.line()], buyer: Sample.buyer(siren: siren, email: email)))
        let buyer = reading.text.split(separator: "<ram:BuyerTradeParty>")[1]
        #expect(buyer.contains("<ram:URIID schemeID=\"" + address + "</ram:URIID>"))
    }

    @Test(arguments: [Buyer.Kind.business, .person]) func `has the three notes once each (BR-FR-05)`(kind: Buyer.Kind)
        throws
    {
        let reading = Reading(try Sample.invoice([Sample.line()], buyer: Sample.buyer(kind)))
        #expect(
            reading.all("SubjectCode").filter { ["AAB", "PMD", "PMT"].contains($0) }.sorted() == ["AAB", "PMD", "PMT"]
        )
        #expect(reading.holds("Sans objet\u{A0}: client particulier.") == (kind == .person))
    }

    @Test(arguments: [
        ("heure", "HUR"), ("H.", "HUR"), ("jours", "DAY"), ("mois", "MON"), ("kg", "KGM"), ("m²", "MTK"), ("m", "MTR"),
        ("km", "KMT"), ("forfait", "C62"), ("", "C62"), ("bouquets", "C62"),
    ])
    func `has a code for units`(unit: String, code: String) throws {
        #expect(Reading(try Sample.invoice([Sample.line(unit: unit)])).holds("unitCode=\"\(code)\""))
    }
}

@Suite struct `The XML of deposits and credit notes` {
    private static func deposit() throws -> IssuedInvoice {
        try Sample.invoice([Sample.line(price: "300")], kind: .deposit)
    }

    private static func balance() throws -> IssuedInvoice {
        let paid = DeductedDeposit(number: Sample.number(3), issuedOn: Sample.day, amount: Cents(30_000))
        return try Sample.invoice([Sample.line(price: "1000")], deposits: [paid])
    }

    private static func creditNote(on invoice: IssuedInvoice) throws -> LegalDocument {
        let content = try CreditedContent(.rest, of: invoice, after: [])
        let note = CreditNote(
            number: Sample.number(1, .creditNote),
            issuedOn: Sample.day,
            amount: content.amount,
            isTotal: true,
            reason: "Erreur",
            lines: content.lines,
            totals: content.totals
        )
        return .creditNote(note, correcting: invoice)
    }

    @Test func `a deposit has its own code`() throws {
        let reading = Reading(try Self.deposit())
        #expect(reading.all("TypeCode").first == "386")
        #expect(reading.all("ID").first == "S1")
    }

    @Test func `a balance takes off what was paid and names the deposit`() throws {
        let reading = Reading(try Self.balance())
        #expect(reading.all("TypeCode").first == "380")
        #expect(reading.all("ID").first == "S4")
        #expect(reading.all("GrandTotalAmount") == ["1000.00"])
        #expect(reading.all("TotalPrepaidAmount") == ["300.00"])
        #expect(reading.all("DuePayableAmount") == ["700.00"])
        #expect(reading.all("IssuerAssignedID") == ["F-2026-0003"])
    }

    @Test func `a credit note names the invoice it corrects, in positive amounts`() throws {
        let reading = Reading(try Self.creditNote(on: Sample.invoice([Sample.line()])))
        #expect(reading.all("TypeCode").first == "381")
        #expect(reading.all("GrandTotalAmount") == ["450.00"])
        #expect(reading.all("IssuerAssignedID") == ["F-2026-0007"])
        #expect(reading.holds("Avoir qui annule la facture F-2026-0007"))
        #expect(reading.holds("Sans objet\u{A0}: avoir."))
        #expect(!reading.holds("DueDateDateTime"))
    }

    @Test func `a credit note on a balance mirrors the deposits`() throws {
        let reading = Reading(try Self.creditNote(on: Self.balance()))
        #expect(reading.all("ID").first == "S4")
        #expect(reading.all("TotalPrepaidAmount") == ["300.00"])
        #expect(reading.all("DuePayableAmount") == ["700.00"])
    }

    @Test func `a credit note on a deposit has a code of its own`() throws {
        #expect(Reading(try Self.creditNote(on: Self.deposit())).all("TypeCode").first == "503")
    }
}
