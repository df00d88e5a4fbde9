import Accounting
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `An account` {
    let story = Story()
    let office: Office
    let jeanne: Freelancer

    init() throws {
        office = story.office(of: .dashboard)
        jeanne = try story.freelancer()
    }

    @Test(arguments: ["jeanne@exemple.fr", "Jeanne@Exemple.FR"])
    func `opens with its password, however the address is capitalised`(email: String) throws {
        let token = try #require(try logIn(email))
        #expect(try session(token)?.userID == jeanne.userID)
    }

    @Test(arguments: [
        ("jeanne@exemple.fr", "un mot de passe lonG"), ("jeanne@exemple.fr", ""),
        ("inconnue@exemple.fr", Story.password), ("jeanne@exemple.fr' OR '1'='1", Story.password),
    ])
    func `stays shut with anything else`(email: String, password: String) throws {
        #expect(try LogIn(email: email, password: password).run(in: office) == .wrong)
    }

    @Test func `takes passwords of 12 to 128 characters, whatever they are, and whole`() throws {
        let long = String(repeating: "é 🙂", count: 43)
        for password in ["onze caract", long] { #expect(try signUp(password) == 422) }
        let right = [String(repeating: "a", count: 12), String(long.unicodeScalars.dropLast(1))]
        for password in right {
            let browser = Browser(story)
            #expect(try signUp(password, in: browser) == 200)
            try browser.send("/deconnexion")
            let email = "mot\(password.utf8.count)@exemple.fr"
            #expect(try story.logIn(email, String(password.dropLast()), nil, in: browser).status == 422)
            #expect(try story.logIn(email, password, nil, in: browser).status == 200)
        }
    }

    @Test func `is one for each address, however it is capitalised`() throws {
        #expect(try SignUp(email: "JEANNE@exemple.fr", password: "un autre mot de passe").run(in: office) == nil)
        #expect(try logIn("jeanne@exemple.fr") != nil)
    }

    @Test func `is one for the same address sent twice at once`() throws {
        let (database, now) = (story.database, story.now)
        let outcomes = race(3) { runner in
            let office = Story.office(on: database.connect(as: .dashboard), at: now, seed: runner)
            return try SignUp(email: "double@exemple.fr", password: Story.password).run(in: office) != nil
        }
        #expect(try outcomes.map { try $0.get() }.count { $0 } == 1)
    }

    @Test func `stays open for fourteen days, and not a second longer`() throws {
        story.wait(seconds: sessionLifetime - 1)
        #expect(try session(jeanne.session) != nil)
        story.wait(seconds: 1)
        #expect(try session(jeanne.session) == nil)
    }

    @Test func `is left in this browser only`() throws {
        let other = try #require(try logIn(jeanne.email))
        try LogOut(token: jeanne.session).run(in: office)
        #expect(try session(jeanne.session) == nil)
        #expect(try session(other) != nil)
    }

    @Test func `leaves no trace of an ended session`() throws {
        story.wait(seconds: sessionLifetime)
        try ForgetSessions().run(in: story.office(of: .work))
        #expect(try story.count("sessions") == 0)
    }

    @Test func `of which nothing was made is forgotten half a year after its last log-in`() throws {
        let (left, back, confirmed) = ("parti@exemple.fr", "revenu@exemple.fr", "confirme@exemple.fr")
        for email in [left, back, confirmed] {
            #expect(try SignUp(email: email, password: Story.password).run(in: office) != nil)
        }
        try story.confirmAddress(of: try #require(try story.reader.userID(email: confirmed)))
        try story.forge("UPDATE users SET confirmed_at = NULL WHERE id = \(jeanne.userID)")
        let forgotten = { [story, jeanne] in
            try ForgetSessions().run(in: story.office(of: .work))
            return try [left, back, confirmed, jeanne.email].filter { try story.reader.userID(email: $0) == nil }
        }
        story.wait(seconds: browserMemory - 1)
        #expect(try logIn(back) != nil)
        #expect(try forgotten() == [])
        story.wait(seconds: 1)
        #expect(try forgotten() == [left])
        story.wait(seconds: browserMemory)
        #expect(try forgotten() == [left, back], "One who has confirmed an address stays, and one who has a company.")
    }

    @Test func `is kept without its password or any session's token`() throws {
        let row = try #require(
            try story.database.connect().row("SELECT password_hash, HEX(token_hash) AS token FROM users, sessions")
        )
        let (hash, token): (String, String) = (try row["password_hash"], try row["token"])
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(token.lowercased() == jeanne.session.fingerprint.hexadecimal)
    }

    private func signUp(_ password: String, in browser: Browser? = nil) throws -> Int {
        let browser = browser ?? Browser(story)
        try browser.open("/inscription")
        let email = "mot\(password.utf8.count)@exemple.fr"
        return try browser.send("/inscription", [("email", email), ("password", password)]).status
    }

    private func logIn(_ email: String) throws -> Token? {
        try story.logIn(email)
    }

    private func session(_ token: Token) throws -> Session? {
        try story.reader.session(tokenHash: token.fingerprint, now: story.now)
    }
}
