import Accounting
public import Invoicing
public import Store

/// A freelancer keeps the texts of reminders, which they have read, and says whether clients are reminded by themselves.
public struct KeepReminders {
    private let companyID: Int64
    private let texts: [ReminderStep: ReminderText]
    private let isOn: Bool

    /// - Parameters:
    ///   - companyID: whose reminders.
    ///   - texts: one for each step.
    ///   - isOn: whether they go out without a gesture.
    public init(companyID: Int64, texts: [ReminderStep: ReminderText], isOn: Bool) {
        self.companyID = companyID
        self.texts = texts
        self.isOn = isOn
    }

    /// Keeps them.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            try writer.keepReminders(texts, isOn: isOn, of: companyID, at: office.outside.now())
        }
    }
}

/// A freelancer reminds a client of an invoice; the worker asks Stripe first.
public struct RemindClient {
    private let companyID: Int64
    private let invoiceID: Int64

    /// - Parameters:
    ///   - companyID: whose invoice.
    ///   - invoiceID: the invoice.
    public init(companyID: Int64, invoiceID: Int64) {
        self.companyID = companyID
        self.invoiceID = invoiceID
    }

    /// Plans the reminder of the step that the invoice has reached; nothing when there is nothing to remind of.
    ///
    /// - Throws: ``NotFound``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            guard let invoice = try writer.lockInvoice(invoiceID), invoice.companyID == companyID else {
                throw NotFound()
            }
            try writer.plan(invoice, at: office.outside.now())
        }
    }
}

/// The worker plans the reminders whose day has come, of freelancers who have turned them on.
public struct PlanReminders {
    /// How many invoices one round looks at.
    static let batch = 50

    /// A round.
    public init() {}

    /// Plans them.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        for id in try office.store.reader.dueReminders(on: now.parisDay, limit: Self.batch) {
            try office.store.write { writer in
                guard let invoice = try writer.lockInvoice(id) else { return }
                try writer.plan(invoice, at: now)
            }
        }
    }
}

extension StoreWriter {
    fileprivate func plan(_ invoice: Invoice, at now: Instant) throws {
        guard let step = invoice.reminderStep(on: now.parisDay),
            let id = try addReminder(step, of: invoice, at: now)
        else { return }
        try leave(.sendReminder, about: id, at: now)
    }
}
