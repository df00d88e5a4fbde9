import Accounting
import Curl
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `Somebody's account` {
    let story = Story()
    let office: Office
    let jeanne: Freelancer
    private static let new = "un nouveau mot de passe"

    init() throws {
        office = story.office(of: .dashboard)
        jeanne = try story.freelancer()
    }

    @Test func `gets a new password by a letter, which logs every browser out`() throws {
        let key = try resetKey()
        try SetForgottenPassword(key: key, password: Self.new).run(in: office)
        #expect(try logIn(Story.password) == .wrong)
        #expect(try opens(Self.new))
        #expect(try session(jeanne.session) == nil)
        try story.doErrands()
        #expect(try #require(story.mails.last).page?.contains("\(Story.origin)/mot-de-passe-oublie") == true)
    }

    @Test func `gets one password for each letter, within an hour`() throws {
        let key = try resetKey()
        try SetForgottenPassword(key: key, password: Self.new).run(in: office)
        #expect(throws: SecurityRefusal.deadLink) {
            try SetForgottenPassword(key: key, password: Story.password).run(in: office)
        }
        let late = try resetKey()
        story.wait(seconds: 3_600)
        #expect(throws: SecurityRefusal.deadLink) {
            try SetForgottenPassword(key: late, password: Story.password).run(in: office)
        }
    }

    @Test func `gets one password when two browsers send the same link at once`() throws {
        let (key, database, now) = (try resetKey(), story.database, story.now)
        let outcomes = race(2) { runner in
            let office = Story.office(on: database.connect(as: .dashboard), at: now, seed: runner)
            try SetForgottenPassword(key: key, password: Self.new).run(in: office)
        }
        #expect(outcomes.count { (try? $0.get()) != nil } == 1)
    }

    @Test func `that nobody has gets no letter, and leaves the same rows`() throws {
        for email in ["jeanne@exemple.fr", "inconnue@exemple.fr"] {
            let before = (try story.count("letters"), try story.count("outbox"))
            try RequestNewPassword(email: email).run(in: office)
            #expect(try story.count("letters") == before.0 + 1)
            #expect(try story.count("outbox") == before.1 + 1)
        }
        try story.doErrands()
        #expect(story.mails.map(\.envelope.recipients) == [["jeanne@exemple.fr"]])
    }

    @Test func `gets three letters an hour at most`() throws {
        for _ in 1...5 { try RequestNewPassword(email: jeanne.email).run(in: office) }
        try story.doErrands()
        #expect(story.mails.count == 3)
        story.wait(seconds: 3_601)
        _ = try resetKey()
    }

    @Test func `is written to in a letter whose key is nowhere in the database`() throws {
        let key = try resetKey()
        let connection = story.database.connect()
        let row = try #require(try connection.row("SELECT token_hash FROM letter_keys"))
        #expect(try row["token_hash"] == key.fingerprint)
    }

    @Test func `is confirmed by the link of its letter, once`() throws {
        let paul = try #require(try SignUp(email: "paul@exemple.fr", password: Story.password).run(in: office)).session
        #expect(try session(paul)?.isConfirmed == false)
        let key = try key(to: "paul@exemple.fr")
        try ConfirmAddress(key: key).run(in: office)
        #expect(try session(paul)?.isConfirmed == true)
        #expect(throws: SecurityRefusal.deadLink) { try ConfirmAddress(key: key).run(in: office) }
        #expect(throws: SecurityRefusal.notNow) {
            try RequestConfirmation(userID: try #require(try session(paul)).userID).run(in: office)
        }
    }

    @Test func `sends nothing to others before it is confirmed`() throws {
        let bill = try story.bill(from: jeanne)
        try story.forge("UPDATE users SET confirmed_at = NULL")
        #expect(throws: UnconfirmedAddress()) { try send(bill) }
        #expect(try story.count("sendings") == 0)
        try RequestConfirmation(userID: jeanne.userID).run(in: office)
        try ConfirmAddress(key: try key(to: jeanne.email)).run(in: office)
        try send(bill)
        #expect(try story.count("sendings") == 1)
    }

    @Test func `takes another password from whoever knows the old one, and keeps their session alone`() throws {
        let other = try #require(try story.logIn(jeanne.email))
        #expect(throws: SecurityRefusal.wrongPassword) { try change("?") }
        #expect(try session(other) != nil)
        try change(Story.password)
        #expect(try session(other) == nil)
        #expect(try session(jeanne.session) != nil)
        #expect(try opens(Self.new))
    }

    @Test func `takes another address once its link is followed, and tells the old one`() throws {
        #expect(throws: SecurityRefusal.wrongPassword) { try move(to: "autre@exemple.fr", "?") }
        try move(to: "autre@exemple.fr", Story.password)
        #expect(try opens(Story.password))
        try ConfirmAddress(key: try key(to: "autre@exemple.fr")).run(in: office)
        #expect(try logIn(Story.password) == .wrong)
        #expect(try story.logIn("autre@exemple.fr") != nil)
        try story.doErrands()
        #expect(story.mails.last?.envelope.recipients == ["jeanne@exemple.fr"])
    }

    @Test func `never takes the address of another one`() throws {
        _ = try story.freelancer("paul@exemple.fr")
        try move(to: "paul@exemple.fr", Story.password)
        let key = try key(to: "paul@exemple.fr")
        #expect(throws: SecurityRefusal.addressTaken) { try ConfirmAddress(key: key).run(in: office) }
        #expect(try opens(Story.password))
    }

    @Test func `makes whoever guesses wait longer and longer, whether somebody has the address or not`() throws {
        for email in [jeanne.email, "inconnue@exemple.fr"] {
            for _ in 1...5 { #expect(try LogIn(email: email, password: "?").run(in: office) == .wrong) }
            for pause in [30, 60, 120, 240, 480, 900, 900] as [Int64] {
                let end = story.now.adding(seconds: pause)
                #expect(try LogIn(email: email, password: Story.password).run(in: office) == .tooMany(until: end))
                story.wait(seconds: pause)
                #expect(try LogIn(email: email, password: "?").run(in: office) == .wrong)
            }
        }
    }

    @Test func `counts every guess of many at once`() throws {
        let (database, now, email) = (story.database, story.now, jeanne.email)
        _ = try LogIn(email: email, password: "?").run(in: office)
        let outcomes = race(9) { runner in
            let office = Story.office(on: database.connect(as: .dashboard), at: now, seed: runner)
            return try LogIn(email: email, password: "?").run(in: office)
        }
        #expect(try outcomes.map { try $0.get() }.count { $0 == .wrong } == 4)
    }

    @Test func `opens again at once for whoever asks for a new password, however others guess`() throws {
        for _ in 1...5 { _ = try logIn("?") }
        try SetForgottenPassword(key: try resetKey(), password: Self.new).run(in: office)
        #expect(try opens(Self.new))
    }

    @Test func `forgets guesses after a day, and letters after ten`() throws {
        for _ in 1...5 { _ = try logIn("?") }
        try RequestNewPassword(email: jeanne.email).run(in: office)
        story.wait(seconds: 10 * 86_400)
        try ForgetSessions().run(in: story.office(of: .work))
        #expect(try story.count("throttles") == 0)
        #expect(try story.count("letters") == 0)
    }

    @Test func `shows its open sessions, and ends the one that is meant`() throws {
        let other = try #require(try story.logIn(jeanne.email))
        let paul = try story.freelancer("paul@exemple.fr")
        let sessions = try story.reader.openSessions(
            of: jeanne.userID,
            asking: jeanne.session.fingerprint,
            now: story.now
        )
        #expect(sessions.map(\.isThisOne) == [true, false])
        #expect(throws: NotFound()) { try EndSession(userID: paul.userID, sessionID: sessions[1].id).run(in: office) }
        #expect(try session(other) != nil)
        try EndSession(userID: jeanne.userID, sessionID: sessions[1].id).run(in: office)
        #expect(try session(other) == nil)
        #expect(try session(jeanne.session) != nil)
    }

    private func logIn(_ password: String) throws -> LogIn.Outcome {
        try LogIn(email: jeanne.email, password: password).run(in: office)
    }

    private func opens(_ password: String) throws -> Bool {
        if case .opened = try logIn(password) { true } else { false }
    }

    private func resetKey() throws -> Token {
        try RequestNewPassword(email: jeanne.email).run(in: office)
        return try key(to: jeanne.email)
    }

    private func key(to email: String) throws -> Token {
        try #require(Token(String(try story.letterLink(to: email).suffix(43))))
    }

    private func change(_ old: String) throws {
        try ChangePassword(userID: jeanne.userID, session: jeanne.session, old: old, new: Self.new).run(in: office)
    }

    private func move(to email: String, _ password: String) throws {
        try RequestChangeOfAddress(userID: jeanne.userID, password: password, email: email).run(in: office)
    }

    private func send(_ bill: Bill) throws {
        try SendInvoice(
            companyID: jeanne.companyID,
            invoiceID: bill.id,
            letter: CoveringLetter(recipients: ["compta@exemple.fr"], subject: "Facture", message: "Bonjour"),
            offersOnlinePayment: true,
            key: .random(from: story.outside)
        ).run(in: office)
    }

    private func session(_ token: Token) throws -> Session? {
        try story.reader.session(tokenHash: token.fingerprint, now: story.now)
    }
}
