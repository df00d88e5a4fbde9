import Foundation
import MariaDB
import TestSupport

/// One run of the program with a sound configuration, but for what a test changes.
struct Run {
    let status: Int32
    let output: String
    let socket: String

    init(_ verb: [String], _ changes: [String: String]) throws {
        let scratch = try Scratch()
        socket = scratch.newPath()
        let arguments = verb.first == "respond" ? verb + ["--socket", socket] : verb
        let command = try Command(
            ["sh", "-c", "exec \"$0\" \"$@\" 2>&1", Self.program] + arguments,
            environment: Self.sound.merging(changes) { $1 },
            in: scratch
        )
        output = String(decoding: try command.result(), as: UTF8.self)
        status = command.wait()
    }

    static let sound = [
        "NEEDME_PUBLIC_ORIGIN": "https://needme.example",
        "NEEDME_STATIC_DIRECTORY": repository.appendingPathComponent("nginx/static").path,
        "NEEDME_DATABASE_SOCKET": "/nowhere/mariadb.sock",
        "NEEDME_DATABASE_NAME": "needme",
        "NEEDME_DATABASE_USER": "needme_public",
        "NEEDME_STRIPE_SECRET_KEY": "sk_test_1",
        "NEEDME_STRIPE_MODE": "test",
        "NEEDME_STRIPE_WEBHOOK_SECRETS_CONNECT": "whsec_1",
        "NEEDME_STRIPE_WEBHOOK_SECRETS_PLATFORM": "whsec_2",
        "NEEDME_SMTP_HOST": "smtp.needme.example",
        "NEEDME_MAIL_FROM": "needme@needme.example",
        "NEEDME_OPERATOR_NAME": "NeedMe Exemple",
        "NEEDME_OPERATOR_LEGAL_FORM": "SAS au capital de 1 €",
        "NEEDME_OPERATOR_ADDRESS": "1 rue de l’Exemple, 00000 Exempleville",
        "NEEDME_OPERATOR_SIREN": "000 000 000",
        "NEEDME_OPERATOR_DIRECTOR": "Dominique Exemple",
        "NEEDME_OPERATOR_EMAIL": "contact@needme.example",
        "NEEDME_OPERATOR_PHONE": "01 99 00 00 00",
        "NEEDME_OPERATOR_HOST_NAME": "Hébergeur Exemple",
        "NEEDME_OPERATOR_HOST_ADDRESS": "2 rue de l’Exemple, 00000 Exempleville",
        "NEEDME_OPERATOR_HOST_PHONE": "01 99 00 00 01",
    ]

    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program, built beside the tests.
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("needme").path
}

extension TestDatabase {
    /// How the program is told to enter it, as an account that may do everything.
    var variables: [String: String] {
        guard case .socket(path: let path) = settings.address else { return [:] }
        return ["NEEDME_DATABASE_SOCKET": path, "NEEDME_DATABASE_USER": settings.user, "NEEDME_DATABASE_NAME": name]
    }
}
