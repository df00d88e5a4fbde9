import Accounting
import Curl
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing
import Web

@Suite(.database(.needme)) struct `A quote` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser

    init() throws {
        freelancer = try story.freelancer()
        browser = Browser(story, of: freelancer)
    }

    private func state(of offer: SentOffer) throws -> QuoteState? {
        try story.reader.quote(offer.id, of: freelancer.companyID)?.state(on: story.now.parisDay)
    }

    private func invoice(_ offer: SentOffer) throws -> Int64 {
        try InvoiceQuote(companyID: freelancer.companyID, quoteID: offer.id).run(in: story.office(of: .dashboard))
    }

    private func deposit(_ cents: Int64, on offer: SentOffer, key: Token? = nil) throws -> Int64 {
        let office = story.office(of: .dashboard)
        let key = key ?? .random(from: office.outside)
        return try InvoiceDeposit(companyID: freelancer.companyID, quoteID: offer.id, amount: Cents(cents), key: key)
            .run(in: office)
    }

    @Test func `takes the next number of its own series when it is sent`() throws {
        let numbers = try (1...3).map { _ in
            let offer = try story.offer(from: freelancer)
            return try story.reader.sentQuote(offer.id)?.number.text
        }
        #expect(numbers == ["D-2026-0001", "D-2026-0002", "D-2026-0003"])
        #expect(try story.bill(from: freelancer).number.text == "F-2026-0001")
    }

    @Test func `that cannot be sent takes no number`() throws {
        let empty = try story.quote([], for: try story.client(of: freelancer), of: freelancer)
        #expect(throws: IssueRefusal.noLine) {
            try SendQuote(companyID: freelancer.companyID, quoteID: empty, mail: nil).run(
                in: story.office(of: .dashboard)
            )
        }
        let offer = try story.offer(from: freelancer)
        #expect(try story.reader.sentQuote(offer.id)?.number.sequence == 1)
    }

    @Test func `is accepted on its page with a name and the box, and its freelancer is told`() throws {
        let offer = try story.offer(from: freelancer)
        let client = Browser(story)
        let address = "/d/\(offer.link.text)"
        #expect(try client.open(address).text.contains("En attente de votre réponse"))
        let unticked = try client.send("\(address)/reponse", [("decision", "accord"), ("nom", "Dominique Durand")])
        #expect(unticked.status == 422)
        #expect(try state(of: offer) == .sent)
        let page = try client.send(
            "\(address)/reponse",
            [("decision", "accord"), ("nom", "Dominique Durand"), ("accord", "oui")]
        )
        #expect(page.text.contains("par Dominique Durand"))
        #expect(try state(of: offer) == .accepted)
        let notification = try #require(try story.reader.notifications(of: freelancer.companyID).first)
        #expect(notification.kind == .quoteAccepted && notification.number == "D-2026-0001")
        #expect(try browser.open("/notifications").text.contains("Devis accepté"))
    }

    @Test func `is declined with a reason`() throws {
        let offer = try story.offer(from: freelancer)
        let client = Browser(story)
        let address = "/d/\(offer.link.text)"
        #expect(try client.send("\(address)/reponse", [("decision", "refus"), ("nom", "Zoé")]).status == 422)
        try client.send("\(address)/reponse", [("decision", "refus"), ("nom", "Zoé"), ("motif", "Trop cher")])
        #expect(try state(of: offer) == .refused)
        #expect(try browser.open("/devis/\(offer.id)").text.contains("Trop cher"))
    }

    @Test(arguments: [QuoteDecision.accept, .decline(reason: "Trop cher")])
    func `that its client answers is told to its freelancer by one mail, however many workers look`(
        decision: QuoteDecision
    ) throws {
        let offer = try story.offer(from: freelancer)
        try AnswerQuote(link: offer.link, name: "Zoé", decision: decision).run(in: story.office(of: .public))
        let (database, now) = (story.database, story.now)
        for outcome in race(
            3,
            { seed in
                try TellAnswers().run(in: Story.office(on: database.connect(as: .work), at: now, seed: seed))
            }
        ) {
            try outcome.get()
        }
        for _ in 1...2 { try story.tellAnswers() }
        #expect(story.mails.count == 1)
        let mail = try #require(story.mails.last)
        #expect(mail.envelope.recipients == [freelancer.email])
        #expect(mail.page?.contains("D-2026-0001") == true)
        #expect(mail.page?.contains("Trop cher") == (decision != .accept))
        #expect(mail.page?.contains("<a href=\"\(Story.origin)/devis/\(offer.id)\"") == true)
    }

    @Test func `whose answer its freelancer notes is told to nobody, nor one of a closed account`() throws {
        let (noted, late) = (try story.offer(from: freelancer), try story.offer(from: freelancer))
        try browser.open("/devis")
        try browser.send("/devis/\(noted.id)/reponse", [("answered_by", "Zoé"), ("decision", "accord")])
        try story.accept(late)
        try story.forge("UPDATE companies SET erased_at = \(story.now)")
        try story.tellAnswers()
        #expect(story.mails == [])
        #expect(try story.reader.untoldAnswers(limit: 9) == [])
    }

    @Test(arguments: [30, 0]) func `whose freelancer has closed their account says so, and takes no answer`(days: Int)
        throws
    {
        let offer = try story.offer(from: freelancer, validFor: days)
        try story.forge("UPDATE companies SET erased_at = \(story.now)")
        story.wait(seconds: 86_400)
        let client = Browser(story)
        client.agent = Browser.telephone
        let page = try client.open("/d/\(offer.link.text)").text
        #expect(page.contains("a fermé son compte NeedMe") && !page.contains("Bon pour accord"))
        #expect(!page.contains("valable jusqu’au"), "No new one is to be asked for here.")
        let answer = [("decision", "accord"), ("nom", "Zoé"), ("accord", "oui")]
        #expect(try client.send("/d/\(offer.link.text)/reponse", answer).text.contains("a fermé son compte NeedMe"))
        #expect(try story.reader.quote(offer.id, of: freelancer.companyID)?.answer == nil)
        try client.send("/d/\(offer.link.text)/vu")
        #expect(throws: QuoteRefusal.withdrawn) { try story.accept(offer) }
    }

    @Test func `that was accepted stays so when its freelancer closes their account`() throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        try story.forge("UPDATE companies SET erased_at = \(story.now)")
        #expect(try state(of: offer) == .accepted)
        #expect(try Browser(story).open("/d/\(offer.link.text)").text.contains("Bon pour accord"))
    }

    @Test func `takes no answer that another site sends`() throws {
        let offer = try story.offer(from: freelancer)
        let client = Browser(story)
        client.origin = "https://ailleurs.test"
        let answer = [("decision", "accord"), ("nom", "Zoé"), ("accord", "oui")]
        #expect(try client.send("/d/\(offer.link.text)/reponse", answer).status == 403)
        #expect(try state(of: offer) == .sent)
    }

    @Test func `takes one answer`() throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        #expect(throws: QuoteRefusal.alreadyAnswered) { try story.accept(offer) }
    }

    @Test func `that has expired takes no answer on its page, but one that its freelancer notes`() throws {
        let offer = try story.offer(from: freelancer, validFor: 1)
        story.wait(seconds: 2 * 86_400)
        #expect(throws: QuoteRefusal.expired) { try story.accept(offer) }
        #expect(try Browser(story).open("/d/\(offer.link.text)").text.contains("Il était valable jusqu’au"))
        try browser.open("/devis")
        try browser.send("/devis/\(offer.id)/reponse", [("answered_by", "Zoé"), ("decision", "accord")])
        #expect(try state(of: offer) == .accepted)
    }

    @Test func `that is accepted becomes the draft of an invoice with its lines and reference`() throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        let draft = try #require(try story.reader.draft(try invoice(offer), of: freelancer.companyID))
        #expect(draft.lines == [.work])
        #expect(draft.purchaseOrder == "PO-7")
        #expect(draft.subject == "Refonte du site – devis D-2026-0001")
        #expect(try state(of: offer) == .invoiced)
    }

    @Test func `is not invoiced before it is accepted`() throws {
        let offer = try story.offer(from: freelancer)
        #expect(throws: QuoteRefusal.notAccepted) { try invoice(offer) }
    }

    @Test func `is invoiced once, whoever writes it down`() throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        _ = try invoice(offer)
        #expect(throws: QuoteRefusal.alreadyInvoiced) { try invoice(offer) }
        let other = try story.draft(for: try story.client(of: freelancer), of: freelancer)
        for kind in ["balance", "deposit"] {
            let error = #expect(throws: DatabaseError.self) {
                try story.database.connect().execute(
                    """
                    INSERT INTO quote_invoices (invoice_id, quote_id, kind, amount_cents)
                    VALUES (\(other), \(offer.id), \(kind), 1)
                    """
                )
            }
            #expect(error?.isDuplicateKey == true || error?.isRefusedByTrigger == true)
        }
    }

    @Test func `can be invoiced again once the draft is given up or the invoice cancelled`() throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        try RemoveDraft(companyID: freelancer.companyID, invoiceID: try invoice(offer))
            .run(in: story.office(of: .dashboard))
        #expect(try state(of: offer) == .accepted)
        try story.credit(try story.issue(try invoice(offer), of: freelancer))
        #expect(try state(of: offer) == .accepted)
        _ = try invoice(offer)
        #expect(try state(of: offer) == .invoiced)
    }

    @Test func `whose deposit was paid is invoiced for the rest`() throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        let deposit = try story.issue(try deposit(40_500, on: offer), of: freelancer)
        #expect(throws: QuoteRefusal.depositOpen) { try invoice(offer) }
        try story.receive(Cents(40_500), for: deposit)
        let balance = try story.issue(try invoice(offer), of: freelancer)
        let issued = try #require(try story.reader.issuedInvoice(balance.id))
        #expect(issued.deposits.map(\.number) == [deposit.number])
        #expect(issued.payable == Cents(94_500))
    }

    @Test func `CGI art. 50-0 5°: puts into the register what was sold, for a deposit and for the rest`() throws {
        let client = try story.client(of: freelancer)
        let id = try story.quote([.work], for: client, of: freelancer, validFor: 30, subject: "")
        try SendQuote(companyID: freelancer.companyID, quoteID: id, mail: nil).run(in: story.office(of: .dashboard))
        let offer = SentOffer(id: id, link: try #require(try story.reader.link(ofQuote: id).flatMap(Token.init)))
        try story.accept(offer)
        let deposit = try story.issue(try deposit(35_000, on: offer), of: freelancer)
        try story.receive(Cents(35_000), for: deposit)
        let rest = try story.issue(try invoice(offer), of: freelancer)
        try story.receive(Cents(100_000), for: rest)
        let natures = try story.reader.registerLines(of: freelancer.companyID).map(\.entry.nature)
        #expect(natures == ["Intégration – devis D-2026-0001", "Intégration – devis D-2026-0001"])
        let line = try #require(try story.reader.issuedInvoice(deposit.id)?.lines.first)
        #expect(line.designation == "Acompte sur le devis D-2026-0001\u{A0}: Intégration")
    }

    @Test func `says before a deposit is asked how much one may ask`() throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        let page = try browser.open("/devis/\(offer.id)/acompte").text
        #expect(page.contains("Un acompte laisse un solde à facturer\u{A0}: 1\u{202F}349,99\u{202F}€ au plus."))
        let refused = try browser.send(
            "/devis/\(offer.id)/acompte",
            [("share", "100"), ("cle", Token.random(from: story.outside).text)]
        )
        #expect(refused.status == 422 && refused.text.contains("choisissez «\u{A0}Facturer\u{A0}»"))
    }

    @Test func `asked twice for a deposit by one form, even at once, asks for one`() throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        let (database, now, company) = (story.database, story.now, freelancer.companyID)
        let key = Token.random(from: story.office(of: .dashboard).outside)
        let ids = try race(3) { seed in
            try InvoiceDeposit(companyID: company, quoteID: offer.id, amount: Cents(10_000), key: key)
                .run(in: Story.office(on: database.connect(as: .dashboard), at: now, seed: seed))
        }.map { try $0.get() }
        #expect(Set(ids).count == 1)
        #expect(try deposit(10_000, on: offer, key: key) == ids[0])
        #expect(try deposit(10_000, on: offer) != ids[0])
    }

    @Test func `is never asked for more than its total in deposits`() throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        _ = try deposit(100_000, on: offer)
        #expect(throws: QuoteRefusal.depositOutOfRange) { try deposit(35_000, on: offer) }
        #expect(throws: QuoteRefusal.depositOutOfRange) { try deposit(0, on: offer) }
    }

    @Test func `keeps a deposit whose draft was written anew under what it was`() throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        let id = try deposit(40_500, on: offer)
        let before = try #require(try story.reader.draft(id, of: freelancer.companyID))
        let more = SavedDraft(
            clientID: before.clientID,
            subject: "",
            lines: [.work],
            suppliedOn: nil,
            paymentTermDays: 30,
            kind: .deposit
        )
        try story.rewrite(id, of: freelancer, to: more)
        #expect(throws: IssueRefusal.moreThanQuoted(DepositLimit(amount: Cents(40_500), isBeforeVAT: true))) {
            try story.issue(id, of: freelancer)
        }
    }

    @Test func `is seen when a person opens it who is not its freelancer`() throws {
        let offer = try story.offer(from: freelancer)
        let address = "/d/\(offer.link.text)"
        let client = Browser(story)
        client.agent = Browser.telephone
        browser.agent = Browser.telephone
        try browser.send("\(address)/vu")
        #expect(try client.open(address).text.contains("\(address)/vu"))
        #expect(try state(of: offer) == .sent)
        try client.send("\(address)/vu")
        #expect(try state(of: offer) == .seen)
        #expect(try !client.open(address).text.contains("\(address)/vu"))
    }

    @Test func `sent by mail brings its link and number, and answers go to the freelancer`() throws {
        let id = try story.quote(for: try story.client(of: freelancer), of: freelancer)
        let page = try browser.open("/devis/\(id)/envoyer")
        let fields = [
            ("recipient", "compta@exemple.fr"), ("subject", "Devis {numero}"), ("message", "Bonjour"), ("mode", "mail"),
        ]
        for _ in 1...2 { try browser.send("/devis/\(id)/envoyer", fields + page.key + page.seen) }
        try story.doErrands()
        #expect(story.mails.count == 1)
        let mail = try #require(story.mails.last)
        #expect(mail.field("Subject")?.contains("D-2026-0001") == true)
        #expect(mail.field("Reply-To")?.contains("jeanne@exemple.fr") == true)
        #expect(mail.field("Content-Type")?.contains("multipart/alternative") == true)
        #expect(mail.text.replacing("=\r\n", with: "").contains("/d/"))
    }

    @Test func `whose mail is refused says so beside the quote, whose PDF comes with the next one`() throws {
        let offer = try story.offer(from: freelancer)
        let fields = [
            ("recipient", "compta@exemple.fr"), ("subject", "Devis {numero}"), ("message", "Bonjour"), ("mode", "mail"),
            ("pdf", "oui"),
        ]
        for answer: SubmissionOutcome in [.refusedForGood(code: 550), .accepted] {
            try browser.open("/devis/\(offer.id)/envoyer")
            story.mailAnswers = [.success(answer)]
            let key = ("cle", Token.random(from: story.outside).text)
            try browser.send("/devis/\(offer.id)/envoyer", fields + [key])
            try story.doErrands()
            let isMarked = try browser.open("/devis/\(offer.id)").text.contains("(code 550)")
            #expect(isMarked == (answer != .accepted))
        }
        #expect(story.mails.last?.text.contains("filename=\"D-2026-0001.pdf\"") == true)
    }

    @Test func `of another company is found by no operation`() throws {
        let stranger = try story.freelancer("paul@exemple.fr")
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        let office = story.office(of: .dashboard)
        let company = stranger.companyID
        #expect(throws: NotFound()) { try InvoiceQuote(companyID: company, quoteID: offer.id).run(in: office) }
        #expect(throws: NotFound()) {
            try InvoiceDeposit(
                companyID: company,
                quoteID: offer.id,
                amount: Cents(1),
                key: .random(from: office.outside)
            )
            .run(in: office)
        }
        #expect(throws: NotFound()) { try DuplicateQuote(companyID: company, quoteID: offer.id).run(in: office) }
        #expect(throws: NotFound()) { try SendQuote(companyID: company, quoteID: offer.id, mail: nil).run(in: office) }
    }

    @Test func `stands in the list under its state, and is found by number, client and subject`() throws {
        let offers = try (1...3).map { _ in try story.offer(from: freelancer) }
        try story.accept(offers[0])
        let today = story.now.parisDay
        let (reader, company) = (story.reader, freelancer.companyID)
        let counts = try reader.quoteCounts(of: company, on: today)
        #expect(counts[.all] == 3 && counts[.waiting] == 2 && counts[.accepted] == 1 && counts[.expired] == 0)
        for words in ["d-2026-0002", "durand", "refonte"] {
            #expect(try !reader.quotes(of: company, .all, matching: words, on: today, limit: 9).isEmpty, "\(words)")
        }
        #expect(try reader.quotes(of: company, .all, matching: "%", on: today, limit: 9).isEmpty)
        let page = try reader.quotes(of: company, .all, on: today, limit: 2)
        #expect(page.map(\.quote.id) == [offers[2].id, offers[1].id])
        #expect(
            try reader.quotes(of: company, .all, before: offers[1].id, on: today, limit: 2).map(\.quote.id) == [
                offers[0].id
            ]
        )
    }
}
