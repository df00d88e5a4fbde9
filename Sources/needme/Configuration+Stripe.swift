import Curl
import Operations
import Stripe
import Webhooks

extension Configuration {
    /// Key and address of Stripe; any address but Stripe's own needs the demo switch.
    var stripe: StripeSettings {
        get throws(ConfigurationError) {
            let key = try required("NEEDME_STRIPE_SECRET_KEY", "the platform's secret key, sk_live_… or sk_test_…")
            guard ["sk_live_", "sk_test_", "rk_live_", "rk_test_"].contains(where: key.hasPrefix) else {
                throw ConfigurationError(
                    variable: "NEEDME_STRIPE_SECRET_KEY",
                    problem: "is not a secret key",
                    expected: "a key that begins with sk_live_, sk_test_, rk_live_ or rk_test_"
                )
            }
            let address = try onlyInDemo("NEEDME_STRIPE_BASE_ADDRESS")
            if address != nil, key.hasPrefix("sk_live_") || key.hasPrefix("rk_live_") {
                throw ConfigurationError(
                    variable: "NEEDME_STRIPE_SECRET_KEY",
                    problem: "is a live key in a demo",
                    expected: "sk_test_…"
                )
            }
            guard let address else { return StripeSettings(secretKey: key) }
            return StripeSettings(secretKey: key, baseAddress: address, connectAddress: address)
        }
    }

    /// The line to Stripe, over one connection that is kept.
    var stripeLine: StripeLine {
        get throws { StripeLine(try stripeClient, oauth: try oauth) }
    }

    /// The calls to Stripe, over one connection that is kept.
    var stripeClient: StripeClient {
        get throws {
            let settings = try stripe
            let http = try HTTPClient(certificateAuthorityFile: try onlyInDemo("NEEDME_STRIPE_CA_FILE"))
            return StripeClient(
                settings: settings,
                exchange: { request throws(TransportError) in try http.exchange(request) },
                pause: { sleepFor(milliseconds: $0) },
                jitter: { Double.random(in: 0...1) }
            )
        }
    }

    /// How accounts that exist already are connected; nil unless the platform has an identifier for it.
    var oauth: OAuth? {
        get throws(ConfigurationError) {
            guard let clientID = optional("NEEDME_STRIPE_CLIENT_ID") else { return nil }
            guard clientID.hasPrefix("ca_") else {
                throw ConfigurationError(
                    variable: "NEEDME_STRIPE_CLIENT_ID",
                    problem: "is not an identifier for OAuth",
                    expected: "ca_…, or nothing"
                )
            }
            return OAuth(clientID: clientID)
        }
    }

    /// Whether accounts that exist already can be connected: said to the role that offers it, which has no line.
    var connectsExistingAccounts: Bool { optional("NEEDME_STRIPE_CLIENT_ID") != nil }

    /// What events are signed with: without them, no knock can be believed and the role does not start.
    var webhookSecrets: Webhooks.Secrets {
        get throws(ConfigurationError) {
            Webhooks.Secrets(
                connect: try connectSecrets,
                platform: try platformSecrets
            )
        }
    }

    /// Those of the endpoint for connected accounts.
    var connectSecrets: [String] {
        get throws(ConfigurationError) { try secrets("NEEDME_STRIPE_WEBHOOK_SECRETS_CONNECT") }
    }

    /// Those of the endpoint for the platform's own account.
    var platformSecrets: [String] {
        get throws(ConfigurationError) { try secrets("NEEDME_STRIPE_WEBHOOK_SECRETS_PLATFORM") }
    }

    /// Whether real money moves: said to the role that takes events, which has no key.
    var takesRealMoney: Bool {
        get throws(ConfigurationError) {
            switch try required("NEEDME_STRIPE_MODE", "live or test, as the key of the other roles") {
            case "live": true
            case "test": false
            default:
                throw ConfigurationError(
                    variable: "NEEDME_STRIPE_MODE",
                    problem: "is neither live nor test",
                    expected: "live or test"
                )
            }
        }
    }

    private func secrets(_ name: String) throws(ConfigurationError) -> [String] {
        let expected = "whsec_…, or two of them with a comma between during a roll"
        let secrets = try required(name, expected).split(separator: ",").map(String.init)
        guard (1...2).contains(secrets.count), secrets.allSatisfy({ $0.hasPrefix("whsec_") && $0.count > 6 }) else {
            throw ConfigurationError(variable: name, problem: "is not one or two secrets", expected: expected)
        }
        return secrets
    }

    private func onlyInDemo(_ name: String) throws(ConfigurationError) -> String? {
        guard let value = optional(name) else { return nil }
        guard try isDemo else {
            throw ConfigurationError(
                variable: name,
                problem: "is set without the demo switch",
                expected: "nothing, or NEEDME_DEMO=1 beside it"
            )
        }
        return value
    }
}
