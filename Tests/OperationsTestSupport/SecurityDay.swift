import Accounting
import Curl
public import Operations
import Store

extension Story {
    /// Everything somebody does about their account, and what is done when they forget its password.
    func lookAfterTheAccount() throws {
        let (email, browser) = ("compte@exemple.fr", Browser(self))
        try browser.open("/inscription").mustBe(200)
        try browser.send("/inscription", [("email", email), ("password", Self.password)]).mustBe(200)
        try browser.send("/entreprise/securite/confirmation").mustBe(200)
        try follow(try letterLink(to: email), in: browser)
        try browser.send(
            "/entreprise/securite/mot-de-passe",
            [
                ("old_password", Self.password), ("new_password", "un autre mot de passe"),
            ]
        ).mustBe(200)
        try browser.send(
            "/entreprise/securite/adresse",
            [
                ("new_email", "nouvelle@exemple.fr"), ("address_password", "un autre mot de passe"),
            ]
        ).mustBe(200)
        try follow(try letterLink(to: "nouvelle@exemple.fr"), in: browser)
        try useSecondFactor("nouvelle@exemple.fr", browser)
        try forgetThePassword("nouvelle@exemple.fr")
    }

    private func useSecondFactor(_ email: String, _ browser: Browser) throws {
        let page = "/entreprise/securite/double-authentification"
        let secret = try switchOnSecondFactor(browser)
        wait(seconds: 30)
        try browser.send(page + "/codes", [("renew_code", code(of: secret))]).mustBe(200)
        wait(seconds: NoteUse.period)
        try browser.send("/deconnexion").mustBe(200)
        for _ in 1...2 {
            wait(seconds: 30)
            try logIn(email, "un autre mot de passe", code(of: secret), in: browser).mustBe(200)
        }
        try browser.open("/entreprise/securite").mustBe(200)
        try endSessions(of: email, browser)
        wait(seconds: 30)
        try browser.send(
            page + "/desactiver",
            [("off_password", "un autre mot de passe"), ("off_code", code(of: secret))]
        ).mustBe(200)
    }

    private func endSessions(of email: String, _ browser: Browser) throws {
        wait(seconds: 30)
        guard let user = try reader.user(email: email), let own = browser.cookies["__Host-session"].flatMap(Token.init),
            let other = try reader.openSessions(of: user.id, asking: own.fingerprint, now: now).last
        else { throw StoryError(reason: "no other session") }
        try browser.send("/entreprise/securite/sessions/\(other.id)/fermer").mustBe(200)
        try browser.send("/entreprise/securite/sessions/fermer-les-autres").mustBe(200)
    }

    private func forgetThePassword(_ email: String) throws {
        let browser = Browser(self)
        try browser.open("/connexion").mustBe(200)
        try browser.send("/connexion", [("email", email), ("password", "?")]).mustBe(422)
        try browser.send("/mot-de-passe-oublie", [("email", email)]).mustBe(200)
        let link = try letterLink(to: email)
        try browser.open(link).mustBe(200)
        try browser.send(link, [("new_password", Self.password)]).mustBe(200)
        try logIn(email, Self.password, nil, in: browser).mustBe(200)
    }

    private func follow(_ link: String, in browser: Browser) throws {
        try browser.open(link).mustBe(200)
        try browser.send(link).mustBe(200)
    }

    /// They switch the second factor on; answers the secret their telephone keeps.
    public func switchOnSecondFactor(_ browser: Browser) throws -> OneTimePassword {
        let page = try browser.open("/entreprise/securite/double-authentification")
        try page.mustBe(200)
        guard
            let secret = page.text.after("name=\"secret\" value=\"")?.before("\"").flatMap(
                OneTimePassword.init(base32:)
            )
        else {
            throw StoryError(reason: "no secret")
        }
        let fields = [("secret", secret.base32), ("code", code(of: secret))]
        try browser.send("/entreprise/securite/double-authentification", fields).mustBe(200)
        return secret
    }

    /// The code that a telephone shows now.
    public func code(of secret: OneTimePassword) -> String { secret.code(at: now.seconds / 30) }

    /// They log in by the forms, with a code when one is asked for.
    @discardableResult
    public func logIn(_ email: String, _ password: String, _ code: String?, in browser: Browser) throws -> Browser.Page
    {
        try browser.open("/connexion")
        let page = try browser.send("/connexion", [("email", email), ("password", password)])
        guard let code else { return page }
        return try browser.send("/connexion/code", [("code", code)])
    }

    /// They log in with the password of every freelancer; nil when it does not open the account.
    public func logIn(_ email: String) throws -> Token? {
        guard case .opened(let entry) = try LogIn(email: email, password: Self.password).run(in: office(of: .dashboard))
        else { return nil }
        return entry.session
    }

    /// The link of the letter that the worker sent to an address last.
    public func letterLink(to email: String) throws -> String {
        try doErrands()
        let letter = mails.last { $0.envelope.recipients == [email] && $0.text.contains(Self.origin + "/") }
        let line = letter?.text.split(separator: "\r\n").first { $0.hasPrefix(Self.origin + "/") }
        guard let line else { throw StoryError(reason: "no letter to \(email)") }
        return String(line.dropFirst(Self.origin.count))
    }
}
