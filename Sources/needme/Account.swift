import ArgumentParser
import MariaDB
import Operations
import Store

/// Helps somebody with their account.
struct Account: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Help somebody with their account.",
        subcommands: [ForgetFactor.self]
    )

    /// Lets somebody in with their password alone.
    struct ForgetFactor: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "forget-second-factor",
            abstract: "Let somebody in with their password alone, who lost their telephone and their recovery codes.",
            discussion: "Make sure first that it is they who ask. Their browsers are logged out, and a mail tells them."
        )

        @Argument(help: "The address they log in with.") var email: String

        func run() throws {
            try exitingCleanly {
                let configuration = Configuration.ofProcess
                let office = try Office(Store(Connection(try configuration.database)), configuration)
                do {
                    print(
                        try ForgetSecondFactor(email: email).run(in: office)
                            ? "\(email) logs in with the password alone" : "\(email) has no second factor"
                    )
                } catch is NotFound {
                    print("nobody logs in with \(email)")
                    throw ExitCode(1)
                }
            }
        }
    }
}
