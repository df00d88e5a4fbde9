import Accounting
import Curl
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite struct `The codes of a telephone` {
    private static let secret = OneTimePassword(Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B: the last six of its eight digits.
    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)]
    )
    func `are those of RFC 6238`(seconds: Int64, code: String) {
        #expect(Self.secret?.code(at: seconds / 30) == code)
    }

    /// RFC 4648 §10.
    @Test func `come from a secret that can be typed`() throws {
        let secret = try #require(Self.secret)
        #expect(secret.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        #expect(OneTimePassword(base32: "gezd gnbv gy3t qojq gezd gnbv gy3t qojq") == secret)
        #expect(OneTimePassword(base32: "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1") == nil)
        #expect(OneTimePassword(base32: "GEZDGNBV") == nil)
        #expect(
            secret.address(account: "a+b@exemple.fr")
                == "otpauth://totp/NeedMe:a%2Bb@exemple.fr?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=NeedMe"
        )
    }
}

@Suite(.database(.needme)) struct `A second factor` {
    let story = Story()
    let office: Office
    let jeanne: Freelancer
    let secret: OneTimePassword
    let codes: [RecoveryCode]

    init() throws {
        office = story.office(of: .dashboard)
        jeanne = try story.freelancer()
        secret = .random(from: story.outside)
        codes = try SwitchOnSecondFactor(
            userID: jeanne.userID,
            session: jeanne.session,
            password: secret,
            code: secret.code(at: story.now.seconds / 30)
        ).run(in: office)
        story.wait(seconds: 60)
    }

    @Test func `is asked for after the password, and opens the account`() throws {
        let begun = try begin()
        #expect(try session(begun) == nil)
        #expect(try session(try finish(begun, story.code(of: secret))) == jeanne.userID)
    }

    @Test(arguments: [-1, 1] as [Int64]) func `is taken when a clock is half a minute off`(steps: Int64) throws {
        _ = try finish(try begin(), secret.code(at: story.now.seconds / 30 + steps))
    }

    @Test(arguments: [-2, 2] as [Int64]) func `is refused when it is more`(steps: Int64) throws {
        let (begun, code) = (try begin(), secret.code(at: story.now.seconds / 30 + steps))
        #expect(throws: SecurityRefusal.wrongCode) { try finish(begun, code) }
    }

    @Test func `is accepted once, as is any code before it`() throws {
        let (code, earlier) = (story.code(of: secret), secret.code(at: story.now.seconds / 30 - 1))
        _ = try finish(try begin(), code)
        for used in [code, earlier] {
            let begun = try begin()
            #expect(throws: SecurityRefusal.wrongCode) { try finish(begun, used) }
        }
    }

    @Test func `is accepted once when two browsers send it at once`() throws {
        let (begun, code) = ([try begin(), try begin()], story.code(of: secret))
        let (database, now) = (story.database, story.now)
        let outcomes = race(2) { runner in
            let office = Story.office(on: database.connect(as: .dashboard), at: now, seed: runner)
            return try FinishLogIn(begun: begun[runner % 2], code: code).run(in: office)
        }
        #expect(outcomes.count { (try? $0.get()) != nil } == 1)
    }

    @Test func `has ten recovery codes, each of which works once`() throws {
        #expect(Set(codes.map(\.text)).count == 10)
        for code in codes { _ = try finish(try begin(), code.text.lowercased()) }
        let begun = try begin()
        #expect(throws: SecurityRefusal.wrongCode) { try finish(begun, codes[0].text) }
        #expect(try story.reader.recoveryCodeCount(of: jeanne.userID) == 0)
    }

    @Test func `has other recovery codes when they are wanted, and the former ones are dead`() throws {
        let new = try RenewRecoveryCodes(userID: jeanne.userID, code: codes[0].text).run(in: office)
        let begun = try begin()
        #expect(throws: SecurityRefusal.wrongCode) { try finish(begun, codes[1].text) }
        _ = try finish(begun, new[0].text)
    }

    @Test func `is forgotten by the operator when telephone and codes are lost`() throws {
        #expect(try ForgetSecondFactor(email: jeanne.email).run(in: office))
        #expect(try story.reader.secondFactor(of: jeanne.userID) == nil)
        #expect(try story.reader.recoveryCodeCount(of: jeanne.userID) == 0)
        let session = jeanne.session.fingerprint
        #expect(try story.reader.openSessions(of: jeanne.userID, asking: session, now: story.now).isEmpty)
        #expect(try !ForgetSecondFactor(email: jeanne.email).run(in: office))
        #expect(throws: NotFound.self) { try ForgetSecondFactor(email: "personne@exemple.fr").run(in: office) }
    }

    @Test func `makes whoever guesses wait longer and longer, and then lets the right code in`() throws {
        let begun = try begin()
        for _ in 1...5 { #expect(throws: SecurityRefusal.wrongCode) { try finish(begun, "000000") } }
        let moment = story.now.adding(seconds: 30)
        #expect(throws: SecurityRefusal.tooMany(until: moment)) { try finish(begun, story.code(of: secret)) }
        story.wait(seconds: 30)
        _ = try finish(begun, story.code(of: secret))
    }

    @Test func `must follow the password within ten minutes`() throws {
        let begun = try begin()
        story.wait(seconds: FinishLogIn.patience)
        #expect(throws: SecurityRefusal.deadLink) { try finish(begun, story.code(of: secret)) }
    }

    @Test func `goes away with the password and a code, and is told of by mail`() throws {
        let code = story.code(of: secret)
        #expect(throws: SecurityRefusal.wrongPassword) { try switchOff("?", code) }
        #expect(throws: SecurityRefusal.wrongCode) { try switchOff(Story.password, "000000") }
        try switchOff(Story.password, code)
        #expect(try story.logIn(jeanne.email) != nil)
        try story.doErrands()
        #expect(story.mails.map { $0.envelope.recipients } == [["jeanne@exemple.fr"], ["jeanne@exemple.fr"]])
    }

    @Test func `logs every other browser out`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        let other = try #require(try story.logIn(paul.email))
        let secret = OneTimePassword.random(from: story.outside)
        let code = story.code(of: secret)
        _ = try SwitchOnSecondFactor(userID: paul.userID, session: paul.session, password: secret, code: code).run(
            in: office
        )
        #expect(try session(other) == nil)
        #expect(try session(paul.session) == paul.userID)
    }

    @Test func `is kept where no other role reads it, its recovery codes only as fingerprints`() throws {
        for role in Role.allCases where role != .dashboard {
            for table in ["second_factors", "recovery_codes"] as [SQL] {
                #expect(throws: DatabaseError.self, "\(role)") {
                    try story.database.connect(as: role).rows("SELECT * FROM \(table)")
                }
            }
        }
    }

    private func begin() throws -> Token {
        let outcome = try LogIn(email: jeanne.email, password: Story.password).run(in: office)
        guard case .owesCode(let token) = outcome else { throw SecurityRefusal.notNow }
        return token
    }

    private func finish(_ begun: Token, _ code: String) throws -> Token {
        try FinishLogIn(begun: begun, code: code).run(in: office).session
    }

    private func switchOff(_ password: String, _ code: String) throws {
        try SwitchOffSecondFactor(userID: jeanne.userID, password: password, code: code).run(in: office)
    }

    private func session(_ token: Token) throws -> Int64? {
        try story.reader.session(tokenHash: token.fingerprint, now: story.now)?.userID
    }
}
