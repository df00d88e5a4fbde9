import Foundation
import MariaDB
import TestSupport
import Testing

@testable import needme

@Suite struct `A file of settings` {
    @Test func `is read as systemd reads a plain one`() throws {
        let file = try EnvironmentFile(
            text: """
                # a comment
                ; another

                PLAIN=value with blanks  \u{20}
                  INDENTED=x
                EMPTY=
                DOUBLE="a # b; c"
                SINGLE='d e'
                SIGN=a=b
                TWICE=1
                TWICE=2
                """,
            path: "x.env"
        )
        #expect(
            file.variables == [
                "PLAIN": "value with blanks", "INDENTED": "x", "EMPTY": "", "DOUBLE": "a # b; c", "SINGLE": "d e",
                "SIGN": "a=b",
                "TWICE": "2",
            ]
        )
    }

    @Test(arguments: [
        "NAME", "=x", "NAME =x", "1NAME=x", "NA-ME=x", "NAME=a\\nb", "NAME=\"open", "NAME=a\"b\"", "NAME='a'b'",
        "export NAME=x",
    ])
    func `is refused, with the line and never the value, when it is not plain`(line: String) {
        let refusal = #expect(throws: EnvironmentFile.Refusal.self) {
            try EnvironmentFile(text: "GOOD=1\n" + line, path: "x.env")
        }
        #expect(refusal?.text == "x.env, line 2, cannot be read")
    }

    @Test(arguments: [(0o600, true), (0o400, true), (0o640, false), (0o604, false), (0o620, false)])
    func `is refused when others than its owner can read or write it`(mode: Int, isRead: Bool) throws {
        let scratch = try Scratch()
        let path = try scratch.file("A=1".utf8)
        try setMode(mode, of: path)
        let file = try? EnvironmentFile(path: path)
        #expect((file != nil) == isRead)
    }

    @Test func `that is not there is none`() throws {
        #expect(try EnvironmentFile(path: "/nowhere/x.env") == nil)
    }
}

@Suite struct `The settings of the site` {
    @Test func `are found in the folder that the units read, each part's for itself`() throws {
        let scratch = try Scratch()
        let folder = try Self.folder(in: scratch) { $0 }
        let settings = try Settings(folder: folder)
        #expect(CheckConfiguration(settings: settings).findings.allSatisfy { !$0.isWrong })
        #expect(try settings[.webhook].database.user == "needme_webhook")
        #expect(try settings.administrator.database.user == "root")
        #expect(settings[.public].optional("NEEDME_STRIPE_SECRET_KEY") == nil)
    }

    @Test func `without anything filled in name every variable that is missing, and no value`() throws {
        let scratch = try Scratch()
        let folder = try Self.folder(in: scratch) { text in
            text.split(separator: "\n").map { line in
                line.hasPrefix("NEEDME_OPERATOR") || line.hasPrefix("NEEDME_STRIPE")
                    || line.hasPrefix("NEEDME_SMTP_HOST")
                    ? line.prefix { $0 != "=" } + "=" : line
            }.joined(separator: "\n")
        }
        let wrong = try CheckConfiguration(settings: Settings(folder: folder)).findings.filter(\.isWrong)
        for name in [
            "dashboard: NEEDME_OPERATOR_NAME", "dashboard: NEEDME_OPERATOR_SIREN",
            "dashboard: NEEDME_OPERATOR_HOST_PHONE",
            "stripe: NEEDME_STRIPE_SECRET_KEY", "work: NEEDME_STRIPE_SECRET_KEY", "work: NEEDME_SMTP_HOST",
            "webhook: NEEDME_STRIPE_MODE", "webhook: NEEDME_STRIPE_WEBHOOK_SECRETS_CONNECT",
            "webhook: NEEDME_STRIPE_WEBHOOK_SECRETS_PLATFORM",
        ] {
            #expect(wrong.contains { $0.text == "\(name) is not set" }, "\(name)")
        }
        #expect(!wrong.contains { $0.text.hasPrefix("public") })
    }

    @Test func `with two keys of Stripe are wrong`() throws {
        let scratch = try Scratch()
        let folder = try Self.folder(in: scratch) { $0 }
        try Self.write("NEEDME_STRIPE_SECRET_KEY=sk_test_2\n", to: folder + "/stripe.env")
        let wrong = try CheckConfiguration(settings: Settings(folder: folder)).findings.filter(\.isWrong)
        #expect(wrong.map(\.text) == ["NEEDME_STRIPE_SECRET_KEY is one for stripe and another for work"])
    }

    @Test func `are what the templates of the units ask for`() throws {
        let folder = Run.repository.appendingPathComponent("nginx/systemd/settings")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file.hasSuffix(".env") {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            #expect(throws: Never.self) { try EnvironmentFile(text: text, path: file) }
        }
    }

    /// The templates of nginx/systemd/settings, filled in with a sound configuration and then changed.
    static func folder(in scratch: Scratch, _ change: (String) -> String) throws -> String {
        let folder = scratch.newPath()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let templates = Run.repository.appendingPathComponent("nginx/systemd/settings")
        for name in try FileManager.default.contentsOfDirectory(atPath: templates.path) where name.hasSuffix(".env") {
            let template = try String(contentsOf: templates.appendingPathComponent(name), encoding: .utf8)
            let filled = template.split(separator: "\n").map { line in
                let variable = String(line.prefix { $0 != "=" })
                return Run.sound[variable].map { "\(variable)=\"\($0)\"" } ?? String(line)
            }
            try write(change(filled.joined(separator: "\n")), to: "\(folder)/\(name)")
        }
        return folder
    }

    static func write(_ text: String, to path: String) throws {
        #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8)))
        try setMode(0o600, of: path)
    }
}
