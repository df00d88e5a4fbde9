import Curl
import Operations

extension Story {
    /// Everything a freelancer does about mails, and what they are told.
    func lookAfterMails(_ jeanne: Freelancer) throws {
        let browser = Browser(self, of: jeanne)
        let words = [("invoice_subject", "Facture {numero}"), ("invoice_text", "Bonjour"), ("digest", "oui")]
        for _ in 1...2 {
            let seen = try browser.open("/entreprise/e-mails").seen
            try browser.send("/entreprise/e-mails", words + seen).mustBe(200)
        }
        let bill = try bill(from: jeanne)
        let mail = [
            ("recipient", "inconnu@exemple.fr"), ("subject", "Facture"), ("message", "Bonjour"),
            ("cle", Token.random(from: outside).text),
        ]
        for mode in ["apercu", "mail"] {
            try browser.send("/factures/\(bill.id)/envoyer", mail + [("mode", mode)]).mustBe(200)
        }
        mailAnswers = [.success(.refusedForGood(code: 550))]
        try doErrands()
        for page in ["/notifications/e-mails-non-remis", "/notifications?avant=9", "/"] {
            try browser.open(page).mustBe(200)
        }
        try sendDigests()
    }

    /// The worker sends what is new to those who want it.
    public func sendDigests() throws {
        try OpenDigests().run(in: office(of: .work))
        try doErrands()
    }
}
