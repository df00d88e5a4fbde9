public import Stripe

/// A line to Stripe, for the roles that have one: pages and the worker hold it without knowing what it is made of.
public struct StripeLine {
    let client: StripeClient
    /// How accounts that exist already are connected; nil where they are not.
    let oauth: OAuth?

    /// A line over these calls.
    public init(_ client: StripeClient, oauth: OAuth? = nil) {
        self.client = client
        self.oauth = oauth
    }

    /// Asks, and says in our own words that Stripe did not answer as it should.
    func ask<Answer>(_ question: (StripeClient) throws -> Answer) throws -> Answer {
        do {
            return try question(client)
        } catch let error as StripeError {
            throw StripeSilent(description: error.description)
        } catch let error as OtherMode {
            throw StripeSilent(description: error.description)
        }
    }
}

/// Stripe did not answer, or said no: whoever waits is told so and may try again.
public struct StripeSilent: Error, CustomStringConvertible {
    /// What happened, for the operator: no key, no personal data.
    public let description: String
}
