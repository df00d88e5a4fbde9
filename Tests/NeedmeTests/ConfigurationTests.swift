import Foundation
import TestSupport
import Testing

/// The program is started as an operator would, with one variable wrong.
@Suite struct `a wrong configuration` {
    /// One variable that is missing or wrong, and who notices.
    struct Fault: Sendable, CustomTestStringConvertible {
        let variable: String
        var value: String?
        let verb: [String]
        var beside: [String: String] = [:]

        var testDescription: String { "\(variable)=\(value ?? "(missing)") for \(verb.joined(separator: " "))" }
    }

    static let responders = ["dashboard", "public", "stripe", "webhook"].map { ["respond", $0] }

    static let faults: [Fault] =
        (responders + [["work"]]).map { Fault(variable: "NEEDME_PUBLIC_ORIGIN", verb: $0) }
        + responders.map { Fault(variable: "NEEDME_STATIC_DIRECTORY", verb: $0) }
        + (responders + [["work"], ["migrate"], ["ledger", "verify"]]).map {
            Fault(variable: "NEEDME_DATABASE_NAME", verb: $0)
        }
        + [
            Fault(variable: "NEEDME_PUBLIC_ORIGIN", value: "http://needme.example", verb: ["respond", "public"]),
            Fault(variable: "NEEDME_PUBLIC_ORIGIN", value: "https://needme.example/", verb: ["respond", "public"]),
            Fault(variable: "NEEDME_STATIC_DIRECTORY", value: "/nowhere", verb: ["respond", "public"]),
            Fault(variable: "NEEDME_DATABASE_USER", verb: ["respond", "public"]),
            Fault(
                variable: "NEEDME_DATABASE_HOST",
                verb: ["respond", "public"],
                beside: ["NEEDME_DATABASE_SOCKET": ""]
            ),
            Fault(
                variable: "NEEDME_DATABASE_PORT",
                value: "70000",
                verb: ["respond", "public"],
                beside: ["NEEDME_DATABASE_SOCKET": "", "NEEDME_DATABASE_HOST": "127.0.0.1"]
            ),
            Fault(variable: "NEEDME_STRIPE_SECRET_KEY", verb: ["respond", "stripe"]),
            Fault(variable: "NEEDME_STRIPE_SECRET_KEY", value: "pk_live_1", verb: ["work"]),
            Fault(variable: "NEEDME_STRIPE_WEBHOOK_SECRETS_CONNECT", verb: ["respond", "webhook"]),
            Fault(variable: "NEEDME_STRIPE_WEBHOOK_SECRETS_PLATFORM", value: "secret", verb: ["respond", "webhook"]),
            Fault(variable: "NEEDME_STRIPE_MODE", value: "real", verb: ["respond", "webhook"]),
            Fault(variable: "NEEDME_SMTP_HOST", verb: ["work"]),
            Fault(variable: "NEEDME_SMTP_HOST", value: "smtp.needme.example/a", verb: ["work"]),
            Fault(variable: "NEEDME_SMTP_PORT", value: "0", verb: ["work"]),
            Fault(variable: "NEEDME_SMTP_SECURITY", value: "ssl", verb: ["work"]),
            Fault(variable: "NEEDME_SMTP_SECURITY", value: "plain", verb: ["work"]),
            Fault(variable: "NEEDME_SMTP_PASSWORD", verb: ["work"], beside: ["NEEDME_SMTP_USER": "needme"]),
            Fault(variable: "NEEDME_MAIL_FROM", verb: ["work"]),
            Fault(variable: "NEEDME_MAIL_FROM", value: "NeedMe <needme@needme.example>", verb: ["work"]),
            Fault(variable: "NEEDME_DEMO", value: "yes", verb: ["demo"]),
            Fault(variable: "NEEDME_DEMO", verb: ["demo"]),
            Fault(variable: "NEEDME_OPERATOR_SIREN", value: "123456789", verb: ["respond", "dashboard"]),
            Fault(variable: "NEEDME_OPERATOR_VAT_NUMBER", value: "FR00000000000", verb: ["respond", "dashboard"]),
            Fault(variable: "NEEDME_OPERATOR_EMAIL", value: "NeedMe", verb: ["respond", "dashboard"]),
        ]
        + [
            "NAME", "LEGAL_FORM", "ADDRESS", "SIREN", "DIRECTOR", "EMAIL", "PHONE", "HOST_NAME", "HOST_ADDRESS",
            "HOST_PHONE",
        ].map { Fault(variable: "NEEDME_OPERATOR_\($0)", verb: ["respond", "dashboard"]) }

    @Test(arguments: faults) func `is named, and ends the program with status 78`(_ fault: Fault) throws {
        let end = try Run(fault.verb, fault.beside.merging([fault.variable: fault.value ?? ""]) { $1 })
        #expect(end.status == 78)
        #expect(end.output.hasPrefix("needme: \(fault.variable) "))
    }

    @Test(arguments: ["NEEDME_STRIPE_BASE_ADDRESS", "NEEDME_STRIPE_CA_FILE"], [["respond", "stripe"], ["work"]])
    func `another Stripe is refused without the demo switch`(_ variable: String, _ verb: [String]) throws {
        let end = try Run(verb, [variable: "https://127.0.0.1:8444"])
        #expect(end.status == 78)
        #expect(end.output.hasPrefix("needme: \(variable) is set without the demo switch"))
    }

    @Test func `a live key is refused in a demo`() throws {
        let end = try Run(
            ["respond", "stripe"],
            [
                "NEEDME_DEMO": "1", "NEEDME_STRIPE_BASE_ADDRESS": "https://127.0.0.1:8444",
                "NEEDME_STRIPE_SECRET_KEY": "sk_live_1",
            ]
        )
        #expect(end.status == 78)
    }

    @Test(arguments: ["localhost", "127.0.0.1", "[::1]"])
    func `mail goes to this machine in the clear`(_ host: String) throws {
        let sound = ["NEEDME_SMTP_HOST": host, "NEEDME_SMTP_SECURITY": "plain"]
        #expect(try Run(["work", "--once"], sound).status != 78)
    }

    @Test func `never shows the value, which may be a secret`() throws {
        let end = try Run(["respond", "stripe"], ["NEEDME_STRIPE_SECRET_KEY": "a-secret-of-ours"])
        #expect(!end.output.contains("a-secret-of-ours"))
    }

    @Test(arguments: ["public", "stripe", "webhook"])
    func `who runs the site is asked only of the role that says it`(_ role: String) throws {
        let end = try Run(["respond", role], ["NEEDME_OPERATOR_NAME": "", "NEEDME_DATABASE_NAME": ""])
        #expect(end.output.hasPrefix("needme: NEEDME_DATABASE_NAME "))
    }

    @Test func `leaves no socket behind`() throws {
        let end = try Run(["respond", "public"], ["NEEDME_PUBLIC_ORIGIN": ""])
        #expect(!FileManager.default.fileExists(atPath: end.socket))
    }
}
