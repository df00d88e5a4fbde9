import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing
import Web

/// The client's page in every state of an invoice.
@Suite(.database(.needme)) struct `The client's page` {
    private let story = Story()
    private let freelancer: Freelancer
    private let bill: Bill

    init() throws {
        freelancer = try story.connectedFreelancer(seller: .reachable)
        bill = try story.bill(from: freelancer)
    }

    @Test func `of an invoice to pay has everything in its order`() throws {
        let page = try page()
        let order = [
            "À régler</span>", "1\u{202F}350,00\u{202F}€", "À régler avant le 18\u{A0}décembre\u{A0}2026",
            "action=\"/f/\(bill.link.text)/payer\"", "Payer par virement", "Titulaire", "FR76\u{A0}3000",
            "AGRIFRPP", "data-copy=\"la référence\">F-2026-0001",
            "/virement.svg\" alt=\"Code QR du virement de 1\u{202F}350,00\u{202F}€\"",
            "/f/\(bill.link.text)/facture.pdf",
            "mailto:jeanne@exemple.fr?subject=Facture%20F-2026-0001", "tel:+33299000000",
            "/f/\(bill.link.text)/verifier", "<article class=\"invoice\"",
        ]
        var rest = page[...]
        for words in order {
            let found = try #require(rest.firstRange(of: words), "\(words)")
            rest = rest[found.upperBound...]
        }
        #expect(!page.contains("stamp"))
    }

    @Test func `of an invoice due soon names the day in its status`() throws {
        try MarkAsSent(companyID: freelancer.companyID, invoiceID: bill.id)
            .run(in: story.office(of: .dashboard))
        story.wait(seconds: 28 * 86_400)
        #expect(try page().contains("À régler avant le 18\u{A0}décembre\u{A0}2026</span>"))
    }

    @Test func `of an invoice that is late says it in neutral words`() throws {
        story.wait(seconds: 45 * 86_400)
        let page = try page()
        #expect(page.contains("Échéance dépassée"))
        #expect(page.contains("Échéance\u{A0}: 18\u{A0}décembre\u{A0}2026"))
        #expect(page.contains("Payer en ligne"))
        #expect(!page.contains("retard de"))
    }

    @Test func `of a payment under way asks for nothing`() throws {
        story.stripe.faults.delaysPayments = true
        try story.comeBack(bill, session: try story.pay(bill))
        let page = try page()
        #expect(page.contains("Paiement en cours de confirmation"))
        for words in ["Payer en ligne", "Payer par virement", "virement.svg", "stamp"] {
            #expect(!page.contains(words))
        }
    }

    @Test func `of a paid invoice is stamped with the day`() throws {
        try story.comeBack(bill, session: try story.pay(bill))
        let page = try page()
        #expect(page.contains("<p class=\"stamp\">Facture acquittée<span>le 18\u{A0}novembre\u{A0}2026</span></p>"))
        for words in ["Payer en ligne", "Payer par virement", "virement.svg", "Reste à"] {
            #expect(!page.contains(words))
        }
        #expect(page.contains("facture.pdf"))
    }

    @Test func `of an invoice paid in part says what remains, and the code too`() throws {
        try story.receive(Cents(35_000), for: bill)
        let page = try page()
        #expect(page.contains("Reste à régler\u{A0}: 1\u{202F}000,00\u{202F}€"))
        #expect(page.contains("<p class=\"sum\">1\u{202F}000,00\u{202F}€</p>"))
        #expect(page.contains("<dt>Déjà réglé</dt><dd>−350,00\u{202F}€</dd>"))
        #expect(page.contains("<dt>Reste à payer</dt><dd>1\u{202F}000,00\u{202F}€</dd>"))
        #expect(page.contains("alt=\"Code QR du virement de 1\u{202F}000,00\u{202F}€\""))
        let picture = try Browser(story).open("/f/\(bill.link.text)/virement.svg")
        #expect(picture.text.contains("<title>Code QR du virement de 1\u{202F}000,00\u{202F}€</title>"))
    }

    @Test func `of an invoice reduced by a credit note links to it`() throws {
        try story.credit(bill, Cents(5_000))
        let page = try page()
        #expect(page.contains("<p class=\"sum\">1\u{202F}300,00\u{202F}€</p>"))
        #expect(
            page.contains(
                "<a href=\"/f/\(bill.link.text)/avoirs/A-2026-0001\">Avoir <span class=\"number\">A-2026-0001</span></a> "
                    + "du 18/11/2026, 50,00\u{202F}€"
            )
        )
        #expect(page.contains("<dt>Avoir A-2026-0001 du 18\u{A0}novembre\u{A0}2026</dt><dd>−50,00\u{202F}€</dd>"))
    }

    @Test func `of a cancelled invoice says by what, and asks for nothing`() throws {
        try story.credit(bill)
        let page = try page()
        #expect(page.contains("Annulée</span> <span class=\"hint\">par l’avoir A-2026-0001</span>"))
        #expect(page.contains("<p class=\"stamp void\">Annulée<span>par l’avoir A-2026-0001</span></p>"))
        #expect(page.contains("avoirs/A-2026-0001"))
        for words in ["Payer", "virement.svg", "Reste à"] { #expect(!page.contains(words), "\(words)") }
    }

    @Test func `of an invoice given back says so`() throws {
        let payment = try story.payment(of: try story.pay(bill))
        try story.settleDown()
        story.stripe.refund(payment, amount: Cents(10_000))
        try story.settleDown()
        #expect(try page().contains("Remboursée en partie</span> <span class=\"hint\">de 100,00\u{202F}€"))
        story.stripe.refund(payment, amount: Cents(125_000))
        try story.settleDown()
        #expect(try page().contains("</span> Remboursée</span>"))
    }

    @Test func `where online payment is off shows the transfer first, and no button`() throws {
        try story.turn(bill, false)
        let page = try page()
        #expect(!page.contains("Payer en ligne"))
        let transfer = try #require(page.firstRange(of: "Payer par virement"))
        let rest = try #require(page.firstRange(of: "class=\"rest\""))
        #expect(transfer.lowerBound < rest.lowerBound)
    }

    @Test func `without a bank account nor online payment says whom to ask`() throws {
        let paul = try story.freelancer("paul@exemple.fr", seller: .paul)
        let bill = try story.bill(from: paul, [.taxed])
        let page = try Browser(story).open("/f/\(bill.link.text)").text
        #expect(page.contains("Le paiement en ligne n’est pas proposé"))
        for words in ["Payer", "IBAN", "virement.svg", "mailto:", "Contacter"] {
            #expect(!page.contains(words), "\(words)")
        }
    }

    @Test func `tells nothing of the seller's own`() throws {
        try story.receive(Cents(35_000), for: bill, note: "remise de chèque 77")
        let page = try page()
        for words in ["Commission", "acct_", "remise de chèque", "Vue", "jeanne.login"] {
            #expect(!page.contains(words))
        }
    }

    @Test func `of twenty lines is under 40 kB`() throws {
        let line = InvoiceLine.line(String(repeating: "Désignation longue ", count: 5), "2,5", "1234,56", unit: "heure")
        let bill = try story.bill(from: freelancer, Array(repeating: line, count: 20))
        #expect(try page(bill).utf8.count < 40_000)
    }

    @Test func `of a credit note says what it is and leads back`() throws {
        try story.credit(bill, Cents(5_000))
        let page = try Browser(story).open("/f/\(bill.link.text)/avoirs/A-2026-0001")
        #expect(page.status == 200)
        #expect(page.text.contains("<a href=\"/f/\(bill.link.text)\">Revenir à la facture"))
        #expect(page.text.contains("Il réduit la facture d’autant."))
        #expect(page.text.contains("/avoirs/A-2026-0001.pdf\""))
        #expect(page.text.contains("Motif\u{A0}: Prestation annulée"))
        #expect(!page.text.contains("virement.svg"))
    }

    @Test func `of a credit note is found under its own invoice only`() throws {
        let other = try story.bill(from: freelancer)
        try story.credit(other)
        for number in ["A-2026-0001", "A-2026-0002", "F-2026-0001", "1", "", "A-2026-0001/x"] {
            #expect(try Browser(story).open("/f/\(bill.link.text)/avoirs/\(number)").status == 404, "\(number)")
        }
    }

    @Test func `has the logo of the day of issue, kept by the browser alone`() throws {
        #expect(try Browser(story).open("/f/\(bill.link.text)/logo.png").status == 404)
        let png = PNG.bytes(width: 30, height: 10)
        try story.administrator.write { writer in
            try writer.updateLogo(of: freelancer.companyID, png: png, sha256: sha256(png), at: story.now)
        }
        #expect(!(try page().contains("logo.png")))
        let bill = try story.bill(from: freelancer)
        #expect(try page(bill).contains("src=\"/f/\(bill.link.text)/logo.png\" alt=\"Logo de Studio Jeanne\""))
        let logo = try Browser(story).open("/f/\(bill.link.text)/logo.png").response
        #expect(logo.body == png)
        #expect(logo.headers["content-type"] == "image/png")
        #expect(logo.headers["cache-control"] == "private, max-age=31536000, immutable")
    }

    @Test func `has the code of a transfer as a picture of its own, while something is due`() throws {
        let address = "/f/\(bill.link.text)/virement.svg"
        let picture = try Browser(story).open(address)
        #expect(picture.status == 200)
        #expect(picture.response.headers["content-type"] == "image/svg+xml")
        #expect(picture.response.headers["cache-control"] == nil, "what is due changes")
        #expect(picture.text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        try story.comeBack(bill, session: try story.pay(bill))
        #expect(try Browser(story).open(address).status == 404)
    }

    private func page(_ bill: Bill? = nil) throws -> String {
        let page = try Browser(story).open("/f/\((bill ?? self.bill).link.text)")
        #expect(page.status == 200)
        return page.text
    }
}
