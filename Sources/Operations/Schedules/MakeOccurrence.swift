import Accounting
import French
import Invoicing
import Store

/// The worker makes the next invoice of a schedule, all of it or nothing.
///
/// It holds the schedule's lock and writes the occurrence under a key of its own: two workers make it once. What cannot be
/// made pauses the schedule, and its freelancer is told. An amount that its freelancer has not decided, since they charge
/// VAT now and the lines want a rate, is never sent: it is left as a draft.
struct MakeOccurrence {
    let scheduleID: Int64

    /// After the worker stood still, so many missed invoices are made up for; with more, nobody knows what is wanted.
    static let mostMadeUpFor = 3

    func run(in office: Office) throws {
        do {
            try office.store.write { writer in try make(writer, office) }
        } catch let trouble as Trouble {
            try pause(because: trouble.reason, in: office)
        } catch is IssueRefusal {
            try pause(because: .cannotBeIssued, in: office)
        }
    }

    private struct Trouble: Error {
        let reason: ScheduleTrouble
    }

    private func make(_ writer: StoreWriter, _ office: Office) throws {
        let now = office.outside.now()
        guard let schedule = try writer.lockSchedule(scheduleID), schedule.state == .active,
            let day = schedule.nextOn, day <= now.parisDay
        else { return }
        if let later = schedule.rhythm.day(of: schedule.nextOccurrence + Self.mostMadeUpFor), later <= now.parisDay {
            throw Trouble(reason: .tooLate)
        }
        let draft = SavedDraft(
            clientID: schedule.clientID,
            subject: schedule.subject,
            lines: try writer.reader.lines(ofSchedule: scheduleID),
            suppliedOn: nil,
            paymentTermDays: schedule.paymentTermDays,
            purchaseOrder: schedule.purchaseOrder
        )
        let invoiceID = try writer.addDraft(draft, of: schedule.companyID, at: now)
        try writer.noteOccurrence(of: schedule, dueOn: day, invoiceID: invoiceID, at: now)
        guard let seller = try writer.reader.company(schedule.companyID)?.seller else { throw NotFound() }
        let isDecided = seller.charging(draft.lines).change != .beginsVAT
        if schedule.mode == .send, isDecided { try issueAndSend(invoiceID, schedule, writer, office) }
        let next = schedule.nextOccurrence + 1
        let state = schedule.rhythm.day(of: next) == nil ? try schedule.state.after(.stop) : schedule.state
        try writer.update(schedule, to: state, next: next, at: now)
        try writer.notify(
            schedule.companyID,
            of: !isDecided ? .occurrenceUndecided : schedule.mode == .send ? .occurrenceSent : .occurrenceDrafted,
            invoiceID: invoiceID,
            amount: isDecided ? schedule.total : nil,
            at: now
        )
    }

    private func issueAndSend(
        _ invoiceID: Int64,
        _ schedule: Schedule,
        _ writer: StoreWriter,
        _ office: Office
    ) throws {
        let issue = IssueInvoice(companyID: schedule.companyID, invoiceID: invoiceID, offersOnlinePayment: true)
        let (_, link) = try issue.run(with: writer, in: office)
        guard let issued = try writer.reader.issuedInvoice(invoiceID), let invoice = try writer.lockInvoice(invoiceID)
        else { throw NotFound() }
        guard let recipient = issued.buyer.email else { throw Trouble(reason: .noAddress) }
        let template = LetterTemplate(issued, amount: issued.payable)
        let settings = try writer.reader.mailSettings(of: schedule.companyID)
        let letter = CoveringLetter(
            recipients: [recipient],
            subject: template.filled(settings?.invoiceSubject ?? InvoiceLetter.subject),
            message: template.filled(settings?.invoiceText ?? InvoiceLetter.text)
        )
        let now = office.outside.now()
        try PostLetter(
            letter: letter,
            companyID: schedule.companyID,
            document: .invoice(invoiceID),
            link: office.publicOrigin + "/f/" + link.text,
            key: Token.random(from: office.outside).fingerprint
        ).runWaiting(writer, at: now)
        try writer.update(invoice, delivery: .sent, at: now)
    }

    private func pause(because reason: ScheduleTrouble, in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let schedule = try writer.lockSchedule(scheduleID), schedule.state == .active else { return }
            try writer.update(schedule, to: try schedule.state.after(.pause), because: reason, at: now)
            try writer.notify(schedule.companyID, of: .schedulePaused, at: now)
        }
    }
}
