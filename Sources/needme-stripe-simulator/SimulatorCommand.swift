import ArgumentParser

/// A stateful Stripe for the demo and the tests: its API, its pages and its webhooks.
@main
struct SimulatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "needme-stripe-simulator",
        abstract: "Plays Stripe: API, Checkout, onboarding and webhooks, without any real money.",
        discussion: """
            Run one « respond » behind nginx and one « deliver » beside it, with the same state directory.
            Each option may also be given by the environment variable of the same name: --public-address by
            SIMULATOR_PUBLIC_ADDRESS, and so on.
            """,
        subcommands: [Respond.self, Deliver.self]
    )
}
