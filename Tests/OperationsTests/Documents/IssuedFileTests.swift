import Accounting
import Documents
import Invoicing
import Operations
import OperationsTestSupport
import PDF
import Store
import StripeTestSupport
import TestSupport
import Testing
import Web

@Suite(.database(.needme)) struct `The file of an issued invoice` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
    }

    private var file: IssuedFile { get throws { try #require(try story.reader.file(ofInvoice: bill.id)) } }
    private var issued: IssuedInvoice { get throws { try #require(try story.reader.issuedInvoice(bill.id)) } }

    @Test func `is kept with its SHA-256, and carries the invoice for machines`() throws {
        #expect(try file.sha256 == sha256(file.pdf))
        #expect(try EmbeddedFile.read(named: FacturX.fileName, from: file.pdf) == FacturX(.invoice(issued)).xml)
    }

    @Test func `B3: is the same, drawn by another machine`() throws {
        #expect(try Press().file(of: .invoice(issued), logo: nil) == file.pdf)
    }

    @Test func `B2: says what it said, whoever is renamed and whatever moves`() throws {
        let before = try file
        let page = try Browser(story).open("/f/\(bill.link.text)").text
        let clientID = try #require(try story.reader.invoice(bill.id, of: freelancer.companyID)?.clientID)
        try story.rewrite(freelancer, to: .paul, paymentTermDays: 10)
        try story.rewrite(client: clientID, of: freelancer, to: .person)
        #expect(try file == before)
        #expect(try Press().file(of: .invoice(issued), logo: nil) == before.pdf)
        #expect(try Browser(story).open("/f/\(bill.link.text)").text == page)
    }

    @Test func `B3: is never rewritten: a payment stamps another one`() throws {
        let before = try file
        let session = try story.pay(bill)
        try story.comeBack(bill, session: session)
        #expect(try file == before)
        let client = try Browser(story).open("/f/\(bill.link.text)/facture.pdf")
        #expect(client.response.headers["content-type"] == "application/pdf")
        #expect(client.response.body != before.pdf)
        let text = try words(of: client.response.body)
        #expect(text.contains("FACTURE ACQUITTÉE"))
        #expect(text.contains("le 18 novembre 2026"))
        let own = try Browser(story, of: freelancer).open("/factures/\(bill.id)/facture.pdf")
        #expect(own.response.body == client.response.body)
        #expect(
            try EmbeddedFile.read(named: FacturX.fileName, from: own.response.body) == FacturX(.invoice(issued)).xml
        )
    }

    @Test func `A15: shows the code for a card while it can be paid so, and no longer`() throws {
        let card = Array("(\(Story.origin)/f/\(bill.link.text)/payer)".utf8)
        func hasCard() throws -> Bool {
            try Browser(story).open("/f/\(bill.link.text)/facture.pdf").response.body.contains(card)
        }
        #expect(try hasCard())
        let office = story.office(of: .dashboard)
        let switching = { (isOn: Bool) in
            try SwitchOnlinePayment(companyID: freelancer.companyID, invoiceID: bill.id, isOn: isOn).run(in: office)
        }
        try switching(false)
        #expect(try !hasCard())
        try switching(true)
        #expect(try hasCard())
        try story.receive(Cents(135_000), for: bill)
        #expect(try !hasCard())
    }

    @Test func `is stamped as cancelled by its credit note, which has a file of its own`() throws {
        let number = try story.credit(bill)
        let client = Browser(story)
        let invoice = try client.open("/f/\(bill.link.text)/facture.pdf").response.body
        #expect(try words(of: invoice).contains("par l’avoir \(number.text)"))
        let record = try #require(try story.reader.creditNotes(of: bill.id).first)
        let file = try #require(try story.reader.file(ofCreditNote: record.id))
        #expect(file.sha256 == sha256(file.pdf))
        let document = LegalDocument.creditNote(record.creditNote, correcting: try issued)
        #expect(try EmbeddedFile.read(named: FacturX.fileName, from: file.pdf) == FacturX(document).xml)
        #expect(try client.open("/f/\(bill.link.text)/avoirs/\(number.text).pdf").response.body == file.pdf)
        let own = try Browser(story, of: freelancer).open("/factures/\(bill.id)/avoirs/\(record.id).pdf")
        #expect(own.response.body == file.pdf)
    }

    @Test func `says what remains to pay after a credit note or a receipt for a part`() throws {
        func said() throws -> String {
            try words(of: Browser(story).open("/f/\(bill.link.text)/facture.pdf").response.body)
                .replacing("\u{A0}", with: " ")
        }
        #expect(try !said().contains("Reste à payer"))
        try story.credit(bill, Cents(35_000))
        #expect(try said().contains("Reste à payer : 1 000,00 €"))
        try story.receive(Cents(40_000), for: bill)
        #expect(try said().contains("Reste à payer : 600,00 €"))
    }

    @Test func `is marked as a duplicate when its freelancer asks for one`() throws {
        let duplicate = try Browser(story, of: freelancer).open("/factures/\(bill.id)/facture.pdf?duplicata=oui")
        #expect(try words(of: duplicate.response.body).contains("DUPLICATA"))
        #expect(
            duplicate.response.headers["content-disposition"] == "attachment; filename=\"F-2026-0001-duplicata.pdf\""
        )
    }

    @Test func `is nobody else's`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        let other = try story.bill(from: paul)
        try story.credit(other)
        let note = try #require(try story.reader.creditNotes(of: other.id).first)
        let browser = Browser(story, of: freelancer)
        #expect(try browser.open("/factures/\(other.id)/facture.pdf").status == 404)
        #expect(try browser.open("/factures/\(other.id)/avoirs/\(note.id).pdf").status == 404)
        #expect(try browser.open("/factures/\(bill.id)/avoirs/\(note.id).pdf").status == 404)
        #expect(try Browser(story).open("/f/\(bill.link.text)/avoirs/\(note.creditNote.number.text).pdf").status == 404)
    }

    @Test func `of a draft does not exist`() throws {
        let draft = try story.draft(for: try story.client(of: freelancer), of: freelancer)
        #expect(try Browser(story, of: freelancer).open("/factures/\(draft)/facture.pdf").status == 404)
    }

    /// The words of a PDF, in the order in which they were drawn.
    private func words(of pdf: [UInt8]) throws -> String {
        let scratch = try Scratch()
        let command = try Command(["pdftotext", "-raw", "-", "-"], input: pdf, in: scratch)
        return String(decoding: try command.result(), as: UTF8.self)
    }
}
