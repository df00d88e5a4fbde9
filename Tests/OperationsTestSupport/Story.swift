public import Accounting
public import Curl
public import MariaDB
public import Operations
public import Store
import StripeSimulator
public import StripeTestSupport
public import TestSupport
public import Web

/// NeedMe with everything real but the world outside, in the database lent to a test.
///
/// The clock is moved by hand, chance is drawn from a seed, Stripe is simulated. Each role works with its own account of
/// the database, so that every story also tries its rights.
public final class Story {
    /// When every story begins: 18 November 2026, 12:06:40 in Paris.
    public static let start = Instant(seconds: 1_795_000_000)
    /// Where people reach the site.
    public static let origin = "https://needme.test"

    /// Stripe, whose clock is everybody's.
    public let stripe: SimulatedStripe
    /// The database lent to the test.
    public let database: TestDatabase
    /// What becomes of the webhooks.
    public internal(set) var knocks: [String] = []
    /// What came of each settlement, in their order.
    public internal(set) var settlements: [SettlementOutcome] = []
    /// What the mail server was handed, oldest first.
    public internal(set) var mails: [SentMail] = []
    /// What the mail server answers to the next mails; it takes those after them.
    public var mailAnswers: [Result<SubmissionOutcome, TransportError>] = []
    /// Told of every request before it is answered.
    public var onRequest: ((Request) throws -> Void)?
    /// Told of every answer to a request.
    public var onResponse: ((Request, Response) throws -> Void)?
    /// Whether the site has a client id, so that accounts that exist already can be connected.
    public var connectsExistingAccounts = true
    private let lines: Lines
    private var offices: [Role: Office] = [:]
    private var generator: Lot

    /// A story in the database lent to this test.
    public init(in database: TestDatabase = .current) {
        self.database = database
        lines = Lines(to: database)
        stripe = SimulatedStripe()
        generator = Lot(seed: 1)
        prepareStripe()
    }

    /// A story whose chance, Stripe's included, follows from a seed: several may share a database and the lines to it, one
    /// after the other.
    public init(on lines: Lines, seed: UInt64) {
        self.lines = lines
        database = lines.database
        stripe = SimulatedStripe(chance: Lot(seed: ~seed))
        generator = Lot(seed: seed)
        prepareStripe()
    }

    private func prepareStripe() {
        stripe.now = Self.start
        stripe.settings.redirectURIs = [Self.origin + "/stripe/oauth/retour"]
    }

    /// The present moment.
    public var now: Instant {
        get { stripe.now }
        set { stripe.now = newValue }
    }

    /// Lets time pass.
    public func wait(seconds: Int64) { now = now.adding(seconds: seconds) }

    /// Clock and chance.
    public var outside: Outside {
        Outside(
            now: { [unowned self] in self.now },
            randomBytes: { [unowned self] count in
                (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self.generator) }
            },
            noteSettlement: { [unowned self] in self.settlements.append($0) }
        )
    }

    /// Where a role works.
    public func office(of role: Role) -> Office {
        if let office = offices[role] { return office }
        let office = office(on: lines[role])
        offices[role] = office
        return office
    }

    /// What a role's pages read from.
    public func reader(of role: Role) -> StoreReader { Store(lines[role]).reader }

    /// An office on another connection.
    public func office(on connection: Connection) -> Office {
        Office(store: Store(connection), outside: outside, publicOrigin: Self.origin)
    }

    /// An office that another thread may have: on a connection of its own, its clock standing still.
    public static func office(on connection: Connection, at now: Instant, seed: Int) -> Office {
        let chance = Chance(seed: UInt64(seed))
        let outside = Outside(now: { now }, randomBytes: { chance.bytes($0) })
        return Office(store: Store(connection), outside: outside, publicOrigin: origin)
    }

    /// What the administrator may do: what no gesture does yet.
    public var administrator: Store { Store(database.connect()) }

    /// What the administrator reads.
    public var reader: StoreReader { Store(database.connect()).reader }
}

/// One thread's chance.
private final class Chance {
    private var generator: Lot

    init(seed: UInt64) {
        generator = Lot(seed: seed &* 0x1_0000_0001)
    }

    func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
