import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport

/// Another company with an open invoice that can be paid online, of which nobody in the scenes may read or change anything.
struct Bystander: Sendable {
    let companyID: Int64
    let bill: Bill
    private let before: Photograph

    init(on lines: Lines) throws {
        let story = Story(on: lines, seed: .max)
        let freelancer = try story.connectedFreelancer("temoin@exemple.fr", seller: .named("Témoin"))
        bill = try story.bill(from: freelancer)
        companyID = freelancer.companyID
        try Self.clearTheStage(lines.administrator)
        before = try Photograph(of: companyID, on: lines.administrator)
    }

    /// What is different about it now.
    func changes(on connection: Connection) throws -> String? {
        let after = try Photograph(of: companyID, on: connection)
        let changed = Photograph.Kind.allCases.filter { $0 != .errand && before[$0] != after[$0] }
        return changed.isEmpty ? nil : "the other company's \(changed) changed"
    }

    /// Nothing of an earlier scene is left to the workers of the next one: each has a Stripe of its own.
    static func clearTheStage(_ connection: Connection) throws {
        try connection.execute("DELETE FROM outbox")
        try connection.execute(
            "UPDATE payment_attempts SET state = 'expired' WHERE state IN ('starting', 'open', 'processing')"
        )
        try connection.execute(
            """
            UPDATE stripe_accounts SET reconciliation_tried_at = '2999-01-01' WHERE reconciliation_tried_at < '2999-01-01'
            """
        )
    }
}
