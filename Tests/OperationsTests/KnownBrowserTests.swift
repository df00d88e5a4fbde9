import Accounting
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `Whoever hammers at an account` {
    let story = Story()
    let office: Office
    let jeanne: Freelancer
    private static let new = "un nouveau mot de passe"

    init() throws {
        office = story.office(of: .dashboard)
        jeanne = try story.freelancer()
    }

    @Test func `keeps every stranger waiting, but not the owner in a browser they came in from before`() throws {
        let browser = try enter().browser
        try hammer()
        #expect(try isTooEarly(try logIn()))
        for _ in 1...3 { #expect(try entry(of: try logIn(from: browser)).browser == browser) }
        #expect(try isTooEarly(try logIn()), "the owner's log-in does not free those who guess")
    }

    @Test func `does not keep out an owner who follows the link of a letter, in whatever browser`() throws {
        try hammer()
        let browser = try SetForgottenPassword(key: try resetKey(), password: Self.new).run(in: office)
        try hammer()
        #expect(try isTooEarly(try logIn(Self.new)))
        _ = try entry(of: try logIn(Self.new, from: browser))
    }

    @Test func `cannot use up the letters of the owner, who gets those that others ask for`() throws {
        for _ in 1...9 { try RequestNewPassword(email: jeanne.email).run(in: office) }
        try hammer()
        let browser = try SetForgottenPassword(key: try lastKey(), password: Self.new).run(in: office)
        _ = try entry(of: try logIn(Self.new, from: browser))
    }

    @Test func `is counted in a known browser too, apart from strangers`() throws {
        let browser = try enter().browser
        try hammer(from: browser)
        #expect(try isTooEarly(try logIn(from: browser)))
        _ = try entry(of: try logIn())
        story.wait(seconds: 30)
        _ = try entry(of: try logIn(from: browser))
    }

    @Test func `is a stranger with the browser of another account, and with a token of their own`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        guard case .opened(let entry) = try LogIn(email: paul.email, password: Story.password).run(in: office)
        else { throw SecurityRefusal.notNow }
        try hammer()
        for token in [entry.browser, .random(from: story.outside), entry.session] {
            #expect(try isTooEarly(try logIn(from: token)))
        }
    }

    @Test func `does not choose what a browser is known by`() throws {
        let brought = Token.random(from: story.outside)
        #expect(try entry(of: try logIn(from: brought)).browser != brought)
    }

    @Test func `keeps no code waiting in a known browser, though they have the password`() throws {
        let secret = OneTimePassword.random(from: story.outside)
        _ = try SwitchOnSecondFactor(
            userID: jeanne.userID,
            session: jeanne.session,
            password: secret,
            code: story.code(of: secret)
        ).run(in: office)
        story.wait(seconds: 30)
        let browser = try FinishLogIn(begun: try begin(), code: story.code(of: secret)).run(in: office).browser
        story.wait(seconds: 30)
        let begun = try begin()
        for _ in 1...5 {
            #expect(throws: SecurityRefusal.wrongCode) { try FinishLogIn(begun: begun, code: "000000").run(in: office) }
        }
        let code = story.code(of: secret)
        #expect(throws: SecurityRefusal.tooMany(until: story.now.adding(seconds: 30))) {
            try FinishLogIn(begun: begun, code: code).run(in: office)
        }
        let own = try begin(from: browser)
        #expect(try FinishLogIn(begun: own, code: code, browser: browser).run(in: office).browser == browser)
    }

    @Test func `does not hinder whoever is logged in`() throws {
        try hammer()
        try ChangePassword(userID: jeanne.userID, session: jeanne.session, old: Story.password, new: Self.new)
            .run(in: office)
        _ = try logIn(Self.new)
    }

    @Test func `is a stranger again once the password is another`() throws {
        let (own, other) = (try enter().browser, try enter().browser)
        try ChangePassword(
            userID: jeanne.userID,
            session: jeanne.session,
            browser: own,
            old: Story.password,
            new: Self.new
        ).run(in: office)
        try hammer()
        #expect(try isTooEarly(try logIn(Self.new, from: other)))
        _ = try entry(of: try logIn(Self.new, from: own))
    }

    @Test func `waits in a browser from which nobody has come in for half a year`() throws {
        let browser = try enter().browser
        story.wait(seconds: browserMemory)
        try hammer()
        #expect(try isTooEarly(try logIn(from: browser)))
        try ForgetSessions().run(in: story.office(of: .work))
        #expect(try story.count("known_browsers") == 0)
    }

    @Test func `waits before the forms of the site, where the owner comes in`() throws {
        let (own, stranger) = (Browser(story, of: jeanne), Browser(story))
        for _ in 1...2 {
            try own.open("/entreprise")
            try own.send("/deconnexion")
            #expect(try story.logIn(jeanne.email, Story.password, nil, in: own).status == 200)
        }
        #expect(own.cookies["__Host-navigateur"] != nil)
        try own.send("/deconnexion")
        for _ in 1...5 { #expect(try story.logIn(jeanne.email, "?", nil, in: stranger).status == 422) }
        #expect(try story.logIn(jeanne.email, Story.password, nil, in: stranger).status == 429)
        #expect(try story.logIn(jeanne.email, Story.password, nil, in: own).status == 200)
    }

    private func hammer(from browser: Token? = nil) throws {
        for _ in 1...5 { #expect(try logIn("?", from: browser) == .wrong) }
    }

    private func logIn(_ password: String = Story.password, from browser: Token? = nil) throws -> LogIn.Outcome {
        try LogIn(email: jeanne.email, password: password, browser: browser).run(in: office)
    }

    private func isTooEarly(_ outcome: LogIn.Outcome) throws -> Bool {
        if case .tooMany = outcome { true } else { false }
    }

    private func entry(of outcome: LogIn.Outcome) throws -> Entry {
        guard case .opened(let entry) = outcome else { throw SecurityRefusal.notNow }
        return entry
    }

    private func enter() throws -> Entry { try entry(of: try logIn()) }

    private func begin(from browser: Token? = nil) throws -> Token {
        guard case .owesCode(let token) = try logIn(from: browser) else { throw SecurityRefusal.notNow }
        return token
    }

    private func resetKey() throws -> Token {
        try RequestNewPassword(email: jeanne.email).run(in: office)
        return try lastKey()
    }

    private func lastKey() throws -> Token {
        try #require(Token(String(try story.letterLink(to: jeanne.email).suffix(43))))
    }
}
