import Foundation
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

    private static let sound = [
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
    ]

    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program, built beside the tests.
    private static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("needme").path
}
