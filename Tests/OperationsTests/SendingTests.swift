import Accounting
import Curl
import Invoicing
import Mail
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `Sending an invoice` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    let browser: Browser

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
        browser = Browser(story, of: freelancer)
    }

    @Test func `by mail brings the client the link, and answers go to the freelancer`() throws {
        let page = try browser.open("/factures/\(bill.id)/envoyer").text
        #expect(page.contains("compta@atelier-durand.exemple"))
        #expect(page.contains("commission 23,20\u{202F}€, net 1\u{202F}326,80\u{202F}€"))
        #expect(try send().text.contains("Envoyée"))
        try story.doErrands()
        let mail = try #require(story.mails.last)
        #expect(mail.envelope.recipients == ["compta@atelier-durand.exemple"])
        #expect(mail.field("Reply-To")?.contains("jeanne@exemple.fr") == true)
        #expect(mail.field("Content-Type")?.contains("multipart/alternative") == true)
        #expect(mail.field("Auto-Submitted") == nil, "The freelancer asked for it.")
        #expect(mail.text.replacing("=\r\n", with: "").contains("/f/\(bill.link.text)"))
        #expect(try story.reader.sendings(of: bill.id).count == 1)
    }

    @Test func `is proposed to where its client is reached today, whatever it says itself`() throws {
        try story.forge("UPDATE clients SET email = 'nouvelle@exemple.fr'")
        let page = try browser.open("/factures/\(bill.id)/envoyer").text
        #expect(page.contains("nouvelle@exemple.fr") && !page.contains("compta@atelier-durand.exemple"))
        #expect(try story.reader.issuedInvoice(bill.id)?.buyer.email == "compta@atelier-durand.exemple")
    }

    @Test(arguments: ["mail", "manuel"]) func `has the switch in either way, on Oui until it is turned`(mode: String)
        throws
    {
        #expect(try browser.open("/factures/\(bill.id)/envoyer").text.contains("value=\"oui\" checked"))
        try send(mode: mode, online: "non")
        let invoice = try #require(try story.reader.invoice(bill.id, of: freelancer.companyID))
        #expect(!invoice.offersOnlinePayment)
        #expect(invoice.delivery == .sent)
        #expect(try browser.open("/factures/\(bill.id)/envoyer").text.contains("value=\"non\" checked"))
    }

    @Test func `by a form that is sent twice is one mail`() throws {
        let key = Token.random(from: story.outside).text
        for _ in 1...2 { try send(formKey: key) }
        try story.doErrands()
        #expect(story.mails.count == 1)
    }

    @Test func `with the switch on Non closes the page that the client has open`() throws {
        let page = try story.click(bill)
        try send(online: "non")
        try story.doErrands()
        #expect(story.stripe.pay(sessionURL: page).status == 410)
    }

    @Test func `to an address or with words that cannot be sent says so beside the field`() throws {
        try browser.open("/factures/\(bill.id)/envoyer")
        for wrong in [("recipient", "x"), ("recipient", ""), ("subject", ""), ("message", " ")] {
            let page = try send(changing: wrong)
            #expect(page.status == 422, "\(wrong)")
            #expect(page.text.contains("id=\"\(wrong.0)-message\""), "\(wrong)")
        }
        #expect(try story.count("sendings") == 0)
    }

    @Test func `that the mail server refuses for good is told to the freelancer`() throws {
        try send()
        story.mailAnswers = [.success(.refusedForGood(code: 550))]
        try story.doErrands()
        #expect(try story.reader.notifications(of: freelancer.companyID).first?.kind == .mailFailed)
        let page = try browser.open("/factures/\(bill.id)").text
        #expect(page.contains("n’existe pas ou n’accepte pas ce message (code 550)"))
        #expect(page.contains("Vérifier l’adresse et renvoyer"))
    }

    @Test func `to an address that refused marks the client until the address is changed, or works again`() throws {
        let mark = "a refusé notre dernier e-mail"
        try send()
        story.mailAnswers = [.success(.refusedForGood(code: 550))]
        try story.doErrands()
        #expect(try browser.open("/factures/\(bill.id)/envoyer").text.contains(mark))
        try story.forge("UPDATE clients SET email = 'nouvelle@atelier-durand.exemple'")
        #expect(try !browser.open("/factures/\(bill.id)/envoyer").text.contains(mark))
        try story.forge("UPDATE clients SET email = 'compta@atelier-durand.exemple'")
        try send()
        try story.doErrands()
        #expect(try !browser.open("/factures/\(bill.id)/envoyer").text.contains(mark))
    }

    @Test func `to several addresses is a mail to each, the copy one more, with the PDF`() throws {
        try send(
            changing: ("recipient", "a@exemple.fr, b@exemple.fr; a@exemple.fr"),
            more: [("pdf", "oui"), ("copie", "oui")]
        )
        try story.doErrands()
        #expect(story.mails.flatMap(\.envelope.recipients) == ["a@exemple.fr", "b@exemple.fr", "jeanne@exemple.fr"])
        #expect(story.mails.allSatisfy { $0.text.contains("filename=\"\(bill.number.text).pdf\"") })
        #expect(Set(story.mails.map { $0.field("Message-ID") }).count == 3)
    }

    @Test func `fills in the variables, and refuses those that it does not know beside the field`() throws {
        try send(changing: ("subject", "{numero} pour {client}"))
        #expect(try story.reader.sendings(of: bill.id).first?.subject == "\(bill.number.text) pour Atelier Durand")
        let page = try send(changing: ("message", "Bonjour {prenom}"))
        #expect(page.status == 422)
        #expect(page.text.contains("{prenom} n’est pas une variable"))
    }

    @Test func `asks for no money of a paid or a cancelled one`() throws {
        let other = try story.bill(from: freelancer)
        try story.receive(Cents(135_000), for: bill)
        let paid = try browser.open("/factures/\(bill.id)/envoyer").text
        #expect(paid.contains("acquittée") && !paid.contains("à régler avant"))
        #expect(paid.contains("name=\"pdf\" value=\"oui\" checked"))
        let note = try story.credit(other)
        let cancelled = try browser.open("/factures/\(other.id)/envoyer").text
        #expect(cancelled.contains("annulée par l’avoir \(note.text)") && !cancelled.contains("à régler avant"))
    }

    @Test func `shows the mail first, on demand, and sends nothing then`() throws {
        let page = try send(mode: "apercu", changing: ("message", "Total\u{A0}: {montant}"))
        #expect(page.text.contains("Aperçu de l’e-mail"))
        #expect(page.text.contains("<p>Total\u{A0}: 1\u{202F}350,00\u{202F}€</p>"))
        #expect(try story.count("sendings") == 0)
    }

    @Test func `more often than the limit of a day says when it goes on`() throws {
        let filler = """
            INSERT INTO sendings (company_id, invoice_id, recipient, subject, message, entry_key, created_at)
            SELECT \(freelancer.companyID), \(bill.id), 'x@exemple.fr', '', '', UNHEX(SHA2(seq, 256)), '2026-11-18 11:00:00'
            FROM seq_1_to_199
            """
        try story.database.connect().runUnprepared(filler)
        #expect(try send().status == 200)
        let refusal = try send()
        #expect(refusal.status == 422)
        #expect(refusal.text.contains("à partir du 19/11/2026 à 12:00"))
        #expect(try story.count("sendings") == 200)
        story.wait(seconds: 86_400)
        #expect(try send().status == 200)
    }

    @Test func `that every server puts off is given up after three days, and told`() throws {
        try send()
        for _ in 1...90 {
            story.mailAnswers = [.success(.refusedForNow(code: 451))]
            try story.doErrands()
            story.wait(seconds: 3_600)
        }
        #expect(try story.reader.sendings(of: bill.id).first?.refusedAt != nil)
        #expect(try story.reader.notifications(of: freelancer.companyID).count { $0.kind == .mailFailed } == 1)
        #expect(try browser.open("/factures/\(bill.id)").text.contains("n’a pas répondu"))
    }

    @Test func `stands in the timeline of the invoice, with what became of it`() throws {
        try send()
        try story.doErrands()
        try send(mode: "manuel")
        try story.receive(Cents(35_000), for: bill)
        try story.credit(bill, Cents(100))
        let office = story.office(of: .dashboard)
        try ReplaceLink(companyID: freelancer.companyID, invoiceID: bill.id).run(in: office)
        let kinds = try story.reader.moments(of: bill.id).map(\.kind)
        #expect(kinds == [.issued, .sent, .delivered, .handed, .paid, .credited, .linkReplaced])
        let page = try browser.open("/factures/\(bill.id)").text
        #expect(page.contains("Encaissement de 350,00\u{202F}€, VIREMENT"))
        #expect(page.contains("E-mail à compta@atelier-durand.exemple remis au serveur de messagerie"))
    }

    @Test func `that was refused waits on the home page until it is sent again, or by another way`() throws {
        let list = "/notifications/e-mails-non-remis"
        for mode in ["mail", "manuel"] {
            try send()
            story.mailAnswers = [.success(.refusedForGood(code: 550))]
            try story.doErrands()
            #expect(try browser.open("/").text.contains("1\u{A0}e-mail non remis"))
            #expect(try browser.open(list).text.contains("compta@atelier-durand.exemple"))
            story.wait(seconds: 60)
            try send(mode: mode)
            #expect(try !browser.open("/").text.contains("e-mail non remis"))
            #expect(try browser.open(list).text.contains("Tous vos e-mails ont été remis."))
            try story.doErrands()
        }
    }

    @Test func `begins with the words that the freelancer has kept`() throws {
        let seen = try browser.open("/entreprise/e-mails").seen
        let words = [("invoice_subject", "Pour {client}\u{A0}: {numero}"), ("invoice_text", "Merci\u{A0}!")]
        #expect(try browser.send("/entreprise/e-mails", words + seen).text.contains("Enregistré."))
        let page = try browser.open("/factures/\(bill.id)/envoyer").text
        #expect(page.contains("value=\"Pour Atelier Durand\u{A0}: \(bill.number.text)\""))
        #expect(page.contains("Merci\u{A0}!"))
        let refusal = try browser.send("/entreprise/e-mails", [("invoice_subject", "{x}"), ("invoice_text", "y")])
        #expect(refusal.status == 422 && refusal.text.contains("{x} n’est pas une variable"))
    }

    @Test func `of another company's invoice, or of a draft, is not possible`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        #expect(try Browser(story, of: paul).open("/factures/\(bill.id)/envoyer").status == 404)
        let draft = try story.draft(for: try story.client(of: freelancer), of: freelancer)
        #expect(try browser.open("/factures/\(draft)/envoyer").status == 404)
    }

    @discardableResult
    private func send(
        mode: String = "mail",
        online: String = "oui",
        changing change: (String, String)? = nil,
        formKey: String? = nil,
        more: [(String, String)] = []
    ) throws -> Browser.Page {
        let page = try browser.open("/factures/\(bill.id)/envoyer").text
        let key = try formKey ?? #require(page.after("name=\"cle\" value=\"")?.before("\""))
        let fields =
            [
                ("recipient", "compta@atelier-durand.exemple"), ("subject", "Facture"),
                ("message", "Bonjour,\r\nVoici.\r\n"),
                ("mode", mode), ("online_payment", online), ("cle", key),
            ] + more
        return try browser.send("/factures/\(bill.id)/envoyer", fields.map { change?.0 == $0.0 ? change ?? $0 : $0 })
    }
}
