import Testing

@Suite struct `Secrets` {
    // How long `==` takes tells where two texts begin to differ. A secret is looked up by its SHA-256, of which nobody can
    // steer the bytes, or compared by CrossSite.constantTimeEqual, CryptoKit's HMAC or Argon2.
    private static let names: Set<Substring> = [
        "token", "formToken", "sessionToken", "browserToken", "secret", "secretKey", "signature", "password",
        "passwordHash", "newPassword",
    ]
    /// A code of six digits is one here; elsewhere, codes are those of errors and countries.
    private static let codes = "Sources/Operations/Accounts/"

    /// The comparisons of a secret that stop at the first difference.
    static func hasty(in file: SourceFile) -> [String] {
        let names = file.path.hasPrefix(codes) ? names.union(["code"]) : names
        return file.code.text.matches(of: /([\w.$]+)(?:\([^()]*\))?[?]* (?:==|!=) ([\w.$]+)/).compactMap { match in
            let sides = [match.output.1, match.output.2]
            // ".password" is a case of an enumeration.
            guard !sides.contains(where: { $0 == "nil" || $0.hasPrefix(".") }) else { return nil }
            let ends = sides.compactMap { $0.split(separator: ".").last }
            return names.isDisjoint(with: ends) ? nil : String(match.output.0)
        }
    }

    @Test(arguments: House.sources.filter { $0.module != "StripeSimulator" })
    func `are never compared by a comparison that stops early`(file: SourceFile) {
        #expect(Self.hasty(in: file) == [])
    }

    @Test(arguments: [
        "if sent == visit.formToken {", "guard session.token != other else", "first { self.code(at: $0) == code }",
        "secrets.contains { signature == $0.x }", "user.passwordHash == hash",
    ])
    func `are seen to be compared so`(source: String) {
        #expect(Self.hasty(in: SourceFile(path: Self.codes + "X.swift", text: source)).count == 1)
    }

    @Test(arguments: [
        "token == nil", "password.count == 12", "// token == other", "error.code == other", "kind == .password",
    ])
    func `are not seen where there are none`(source: String) {
        #expect(Self.hasty(in: SourceFile(path: "Sources/Web/X.swift", text: source)) == [])
    }

    @Test(arguments: [
        "Token.swift", "Accounts/SecondFactor/OneTimePassword.swift", "Accounts/SecondFactor/RecoveryCode.swift",
    ])
    func `that are values are equal in constant time`(file: String) {
        let code = House.text("Sources/Operations/" + file)
        #expect(code.contains(/static func == .*\{\s*CrossSite\.constantTimeEqual\(/))
    }

    private static func looksUpInClear(_ text: String) -> Bool {
        text.contains(/(?:WHERE|AND|OR|ON) (?:\w+\.)?(?:form_token|token|secret|password_hash|link) = \\\(/)
    }

    @Test func `are looked up in the database by their fingerprint only`() {
        #expect(House.sources.filter { Self.looksUpInClear($0.text) }.map(\.path) == [])
        #expect(Self.looksUpInClear("SELECT 1 FROM sessions s WHERE s.form_token = \\(sent)"))
        #expect(!Self.looksUpInClear("SELECT 1 FROM sessions s WHERE s.token_hash = \\(hash)"))
    }
}
