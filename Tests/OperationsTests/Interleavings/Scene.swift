import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport

/// One freelancer, their invoices, and everybody who may do something about them, in any order.
final class Scene {
    let story: Story
    let seed: UInt64
    let companyID: Int64
    let email: String
    let bystander: Bystander
    /// What the administrator reads with.
    let books: Connection
    var lot: Lot
    var bills: [Bill] = []
    /// Stripe's pages that clients were sent to, oldest first.
    var pages: [CheckoutPage] = []
    /// Forms of receipts by hand that were sent.
    var forms: [RecordReceipt] = []
    /// Accounts that were taken from us, if only for a while.
    var lostAccounts: Set<String> = []
    /// What was written about the company after the step before.
    var last: Photograph
    /// What it would lead to if nothing else happened.
    var plan: [Step]
    /// What the process that is to be killed enters the database through.
    var cutting: Cutting?
    /// What was done, for whoever has to find out what went wrong.
    private(set) var log: [String] = []

    init(seed: UInt64, on lines: Lines, beside bystander: Bystander) throws {
        self.seed = seed
        self.bystander = bystander
        story = Story(on: lines, seed: seed)
        lot = Lot(seed: seed)
        books = lines.administrator
        plan = Plan.draw(from: &lot)
        email = "nr\(seed)@exemple.fr"
        companyID = try Self.company(email, in: Store(books), at: Story.start)
        last = try Photograph(of: companyID, on: lines.administrator)
        story.wait(seconds: 86_400 * lot.draw(0...60))
        try openAccount()
        for event in story.stripe.deliverEvents() { try story.knock(event) }
        while try errand() {}
        for _ in 0..<(plan.isEmpty ? lot.draw(1...3) : 1) { try issue() }
        log = []
        last = try photograph()
    }

    /// Where a role works: in the process that is to be killed, when one is.
    func office(_ role: Role) -> Office {
        cutting?.office(role, of: story) ?? story.office(of: role)
    }

    /// Notes what is done.
    func say(_ text: String) { log.append(text) }

    /// Any of them; nil when there is none.
    func any<Element>(of elements: [Element]) -> Element? { elements.randomElement(using: &lot) }

    /// A user whose password nobody types has no need of a slow hash.
    private static func company(_ email: String, in store: Store, at now: Instant) throws -> Int64 {
        try store.write { writer in
            guard let user = try writer.addUser(email: email, passwordHash: "-", at: now),
                let company = try writer.addCompany(.jeanne, paymentTermDays: 30, ownerID: user, at: now)
            else { throw SceneFailure("\(email) has an account already") }
            return company
        }
    }
}

/// A page of Stripe that a client was sent to.
struct CheckoutPage {
    let bill: Bill
    let url: String
    let session: String
}

/// What must never happen has happened.
struct SceneFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension Lot {
    /// A number.
    mutating func draw(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &self) }

    /// True once in so many times.
    mutating func once(in times: Int64) -> Bool { draw(1...times) == 1 }
}
