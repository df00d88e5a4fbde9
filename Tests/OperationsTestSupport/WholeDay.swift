import Accounting
import Invoicing
import MariaDB
import Operations
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport

extension Story {
    /// Everything that every role does, once at least: whoever lacks a right is found out.
    public func liveThroughADay() throws {
        try visitTheDesk()
        try keepACatalogue()
        try lookAfterData(try freelancer("donnees@exemple.fr"))
        try closeTheAccount(try connectedFreelancer("ferme@exemple.fr"))
        try useEveryDocument()
        try lookAfterSchedules(try freelancer("recurrent@exemple.fr"))
        try lookAfterQuotes(try freelancer("devis@exemple.fr"))
        try lookAfterMails(try freelancer("courrier@exemple.fr"))
        try lookAfterReminders(try freelancer("relance@exemple.fr"))
        try lookAfterTheAccount()
        let jeanne = try connectedFreelancer()
        try payAndBeTold(jeanne)
        try payAndBeTold(try connectedFreelancer("paul@exemple.fr", seller: .paul), [.taxed])
        try payTheFormerPage(jeanne)
        try returnWhileStripeIsSilent(jeanne)
        try payLate(jeanne)
        try lookAfterPayments(jeanne)
        try lookAfterInvoices(jeanne)
        try paySlowly(jeanne)
        try loseTheAccount(jeanne)
        try remindAtLast()
        wait(seconds: sessionLifetime)
        try ForgetSessions().run(in: office(of: .work))
        _ = try VerifyLedger().run(in: office(on: database.connect()))
    }

    /// Everything a freelancer can click.
    private func visitTheDesk() throws {
        let jeanne = try freelancer("autre@exemple.fr")
        let browser = Browser(self, of: jeanne)
        let client = try client(of: jeanne)
        let draft = try draft(for: client, of: jeanne)
        let bill = try bill(from: jeanne)
        for page in [
            "/", "/entreprise", "/entreprise/paiement-en-ligne", "/clients", "/clients/\(client)",
            "/clients/\(client)/modifier", "/factures",
            "/factures?etat=en-retard&q=1&periode=2026-T4&tri=montant", "/factures/liste.csv", "/factures/avoirs",
            "/clients?q=studio", "/clients?etat=archives", "/factures?client=\(client)",
            "/factures/liste.csv?client=\(client)", "/devis?client=\(client)",
            "/factures/nouvelle?client=\(client)", "/devis/nouveau?client=\(client)",
            "/factures/nouvelle", "/factures/\(draft)", "/factures/\(draft)/finaliser",
            "/factures/\(draft)/apercu.pdf", "/factures/\(bill.id)",
            "/registre", "/registre/verification", "/registre/registre.csv", "/registre/registre.pdf", "/notifications",
            "/f/\(bill.link.text)", "/paiements", "/paiements/remboursements",
            "/paiements/ecarts", "/paiements/versements", "/paiements/journal", "/entreprise/documents",
            "/factures/\(bill.id)/facture.pdf", "/f/\(bill.link.text)/facture.pdf", "/f/\(bill.link.text)/verifier",
        ] {
            try browser.open(page).mustBe(200)
        }
        for reader in [browser, Browser(self)] {
            reader.agent = Browser.telephone
            try reader.send("/f/\(bill.link.text)/vue").mustBe(200)
        }
        try browser.send("/entreprise", try browser.open("/entreprise").seen + companyForm).mustBe(200)
        let card = try browser.open("/clients/\(client)/modifier").seen + [("kind", "person"), ("name", "Zoé")]
        try browser.send("/clients/\(client)/modifier", card).mustBe(200)
        try lookAfterClients(browser, client)
        try browser.send("/factures/\(bill.id)/envoyee").mustBe(200)
        try browser.send("/factures/\(bill.id)/lien").mustBe(200)
        let notices = try browser.open("/entreprise/documents").seen + [("registration", "RCS Rennes")]
        try browser.send("/entreprise/documents", notices).mustBe(200)
        let line = [
            ("client", "\(client)"), ("payment_term_days", "30"), ("designation", "x"), ("quantity", "1"),
            ("price", "1"),
        ]
        let empty = try browser.open("/factures/nouvelle")
        for _ in 1...2 { try browser.send("/factures/nouvelle", line + empty.key).mustBe(200) }
        try browser.send("/factures/\(draft)", try browser.open("/factures/\(draft)").seen + line).mustBe(200)
        for id in [draft, bill.id] { try browser.send("/factures/\(id)/dupliquer").mustBe(200) }
        try browser.send("/factures/\(draft)/supprimer").mustBe(200)
        try browser.send("/notifications/lues").mustBe(200)
        try browser.send("/registre/declaration", [("rythme", "month")]).mustBe(200)
        stripe.faults.nextStatuses = [500, 500, 500]
        try browser.send("/stripe/connexion").mustBe(503)
        try browser.send("/stripe/connexion").mustBe(303)
        try browser.send("/deconnexion").mustBe(200)
    }

    /// Clients put away and taken back, and one who is added while writing.
    private func lookAfterClients(_ browser: Browser, _ client: Int64) throws {
        for gesture in ["archiver", "desarchiver"] {
            try browser.send("/clients/\(client)/\(gesture)").mustBe(200)
        }
        for (page, name) in [
            ("/factures/nouvelle", "Yves"), ("/devis/nouveau", "Xavier"), ("/recurrentes/nouvelle", "Zoé"),
        ] {
            let card = [("client_kind", "person"), ("client_name", name)]
            try browser.send(page, card + [("action", "find"), ("client_search", "Zoé")]).mustBe(200)
            try browser.send(page, card + [("action", "client"), ("client_autre_client", "oui")]).mustBe(200)
        }
    }

    /// A deposit that is paid and taken off, a logo, and a credit note with its page and files.
    private func useEveryDocument() throws {
        let jeanne = try freelancer("acompte@exemple.fr")
        try SaveLogo(companyID: jeanne.companyID, upload: PNG.bytes(width: 30, height: 10))
            .run(in: office(of: .dashboard))
        let client = try client(of: jeanne)
        let deposit = try issue(try draft(for: client, of: jeanne, .deposit), of: jeanne)
        try receive(Cents(135_000), for: deposit)
        let lines: [InvoiceLine] = [.work, .work]
        let final = try issue(
            try draft(for: client, of: jeanne, .invoice, lines, deducting: [deposit.id]),
            of: jeanne
        )
        let number = try credit(final)
        try credit(try bill(from: jeanne), Cents(100))
        let browser = Browser(self, of: jeanne)
        for page in [
            "/f/\(final.link.text)", "/f/\(final.link.text)/logo.png", "/f/\(final.link.text)/avoirs/\(number.text)",
            "/f/\(final.link.text)/avoirs/\(number.text).pdf", "/entreprise/documents/logo.png",
            "/factures/nouvelle?acompte=\(deposit.id)", "/factures/\(final.id)",
            "/d/\(try offer(from: jeanne).link.text)/logo.png",
        ] {
            try browser.open(page).mustBe(200)
        }
        let note = try reader.creditNotes(of: final.id).first?.id ?? 0
        try browser.open("/factures/\(final.id)/avoirs/\(note).pdf").mustBe(200)
        try SaveLogo(companyID: jeanne.companyID, upload: nil).run(in: office(of: .dashboard))
    }

    private func draft(
        for client: Int64,
        of jeanne: Freelancer,
        _ kind: InvoiceKind,
        _ lines: [InvoiceLine] = [.work],
        deducting depositIDs: [Int64] = []
    ) throws -> Int64 {
        let draft = SavedDraft(
            clientID: client,
            subject: "",
            lines: lines,
            suppliedOn: nil,
            paymentTermDays: 30,
            kind: kind,
            depositIDs: depositIDs
        )
        let office = office(of: .dashboard)
        let id = try SaveDraft(companyID: jeanne.companyID, draft: draft, from: newForm).run(in: office)
        let other = SavedDraft(clientID: client, subject: "", lines: [], suppliedOn: nil, paymentTermDays: 1)
        try rewrite(id, of: jeanne, to: other)
        try rewrite(id, of: jeanne, to: draft)
        return id
    }

    private var companyForm: [(String, String)] {
        [
            ("name", "Jeanne"), ("siren", "732829320"), ("street", "1 rue"), ("postal_code", "35000"),
            ("city", "Rennes"),
            ("activity", "service"), ("regime", "franchise"), ("payment_term_days", "30"),
        ]
    }

    /// One payment by each road, and what the worker does afterwards.
    private func payAndBeTold(_ jeanne: Freelancer, _ lines: [InvoiceLine] = [.work]) throws {
        for road in [Role.webhook, .stripe, .work] {
            let bill = try bill(from: jeanne, lines)
            try Browser(self).open("/f/\(bill.link.text)").mustBe(200)
            try Browser(self, of: jeanne).open("/factures/\(bill.id)").mustBe(200)
            let session = try pay(bill)
            let events = stripe.deliverEvents()
            switch road {
            case .webhook: for event in events { try knock(event) }
            case .stripe: try comeBack(bill, session: session)
            default:
                wait(seconds: 200)
                try sweep()
            }
            guard try books(of: bill).payments.count == 1 else { throw StoryError(reason: "not paid by \(road)") }
        }
        try doErrands()
    }

    /// Money that nobody expects, by each road: the client pays an invoice that another session has paid.
    private func payLate(_ jeanne: Freelancer) throws {
        for road in [Role.webhook, .stripe, .work] {
            let bill = try bill(from: jeanne)
            let session = try pay(bill)
            let events = stripe.deliverEvents()
            // Somebody with every right forges an amount, so that Stripe's does not agree with it.
            try database.connect().execute("UPDATE payment_attempts SET amount_cents = 1 WHERE invoice_id = \(bill.id)")
            switch road {
            case .webhook: for event in events { try knock(event) }
            case .stripe: try comeBack(bill, session: session)
            default: wait(seconds: 200)
            }
            try sweep()
            try doErrands()
            guard try books(of: bill).payments.isEmpty else { throw StoryError(reason: "booked by \(road)") }
        }
    }

    /// A client pays on the page of an attempt that was given up: the page of the next one must be closed.
    private func payTheFormerPage(_ jeanne: Freelancer) throws {
        for road in [Role.webhook, .stripe, .work] {
            let bill = try bill(from: jeanne)
            let former = try click(bill)
            try giveUpAttempts(of: bill)
            try click(bill)
            stripe.pay(sessionURL: former)
            let events = stripe.deliverEvents()
            switch road {
            case .webhook: for event in events { try knock(event) }
            case .stripe: try comeBack(bill, session: session(at: former))
            default:
                try askWorker(about: session(at: former))
                try doErrands()
            }
            guard try books(of: bill).payments.count == 1 else { throw StoryError(reason: "not paid by \(road)") }
        }
        try doErrands()
    }

    /// Stripe answers the client who comes back with nothing but errors.
    private func returnWhileStripeIsSilent(_ jeanne: Freelancer) throws {
        let bill = try bill(from: jeanne)
        let session = try pay(bill)
        stripe.faults.nextStatuses = [503, 503, 503]
        guard try comeBack(bill, session: session) == .checking else { throw StoryError(reason: "no doubt") }
        try doErrands()
    }

    /// A delayed payment begins and fails, and a session is closed for another.
    private func paySlowly(_ jeanne: Freelancer) throws {
        let bill = try bill(from: jeanne)
        stripe.faults.delaysPayments = true
        let session = try pay(bill)
        stripe.faults.delaysPayments = false
        try comeBack(bill, session: session)
        let other = try self.bill(from: jeanne)
        try click(other)
        wait(seconds: 7_000)
        try click(other)
        try deliver()
        try doErrands()
    }

    /// The freelancer throws us out at Stripe, and the next click notices.
    private func loseTheAccount(_ jeanne: Freelancer) throws {
        let bill = try bill(from: jeanne)
        guard let account = try reader.connectedAccount(of: jeanne.companyID) else { return }
        stripe.control("accounts/\(account.account)/restrict")
        try deliver()
        try doErrands()
        stripe.control("accounts/\(account.account)/enable")
        try deliver()
        try doErrands()
        stripe.control("accounts/\(account.account)/revoke")
        _ = try? click(bill)
        try deliver()
        try doErrands()
    }
}

extension Browser.Page {
    func mustBe(_ status: Int) throws {
        guard self.status == status else { throw StoryError(reason: "\(path): \(self.status)") }
        // Nobody in a story types markup: what is escaped was our own.
        guard !text.contains("&lt;") else { throw StoryError(reason: "\(path) shows markup as text") }
    }
}
