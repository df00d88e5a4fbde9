import Accounting
import Store

/// The worker plans the reminders whose day has come, of freelancers who have turned them on; in the daytime, as a person
/// would.
public struct PlanReminders {
    /// How many companies one round looks at.
    static let companies = 20
    /// How many of a company's invoices one round looks at.
    static let batch = 50
    /// How long a company is left alone between two looks, in seconds.
    static let period: Int64 = 600
    /// The hours in Paris between which mails leave.
    static let hours = 8..<20

    /// A round.
    public init() {}

    /// Plans them.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        guard Self.hours.contains(ParisTime(now).hour) else { return }
        for company in try office.store.reader.companiesToRemindFor(at: now, limit: Self.companies) {
            try look(at: company, in: office, now)
        }
    }

    private func look(at company: Int64, in office: Office, _ now: Instant) throws {
        let reader = office.store.reader
        let isConfirmed = try reader.mayWriteToThirdPersons(company)
        let due = isConfirmed ? try reader.dueReminders(of: company, on: now.parisDay, limit: Self.batch) : []
        for id in due {
            try office.store.write { writer in
                guard let invoice = try writer.lockInvoice(id) else { return }
                try writer.planReminder(of: invoice, at: now)
            }
        }
        let pause = due.count < Self.batch ? Self.period : 0
        try office.store.write { try $0.lookAgain(at: now.adding(seconds: pause), forRemindersOf: company) }
    }
}
