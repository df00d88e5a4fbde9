import Glibc

/// The environment, read variable by variable; what is wrong is said by name and ends the program with status 78.
struct Configuration {
    private let environment: [String: String]

    /// What the process was started with.
    init(environment: [String: String]) {
        self.environment = environment
    }

    /// The same with some variables set otherwise.
    func with(_ changes: [String: String]) -> Configuration {
        Configuration(environment: environment.merging(changes) { $1 })
    }

    /// A variable that must be set.
    func required(_ name: String, _ expected: String) throws(ConfigurationError) -> String {
        guard let value = optional(name) else {
            throw ConfigurationError(variable: name, problem: "is not set", expected: expected)
        }
        return value
    }

    /// A variable that may be missing; an empty one is as good as missing.
    func optional(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A port that may be missing.
    func port(_ name: String) throws(ConfigurationError) -> Int? {
        guard let value = optional(name) else { return nil }
        guard let number = Int(value), (1...65_535).contains(number) else {
            throw ConfigurationError(variable: name, problem: "is not a port", expected: "a number from 1 to 65535")
        }
        return number
    }

    /// True when the demo switch is set: only then may Stripe be anything but Stripe.
    var isDemo: Bool {
        get throws(ConfigurationError) {
            switch optional("NEEDME_DEMO") {
            case nil, "0": false
            case "1": true
            case .some:
                throw ConfigurationError(variable: "NEEDME_DEMO", problem: "is neither 0 nor 1", expected: "0 or 1")
            }
        }
    }
}

/// A variable that is missing or wrong: which, and what is expected of it.
///
/// The value is never shown: it may be a secret.
struct ConfigurationError: Error, CustomStringConvertible {
    let variable: String
    let problem: String
    let expected: String

    /// The exit status of a program whose configuration is wrong (sysexits.h, EX_CONFIG).
    static let exitStatus: Int32 = 78

    var description: String { "\(variable) \(problem); expected: \(expected)" }
}
