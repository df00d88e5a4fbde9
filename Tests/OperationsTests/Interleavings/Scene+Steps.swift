import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import StripeTestSupport
import TestSupport

// How a step is taken, by a process that lives or by one that is killed meanwhile.

extension Scene {
    /// Takes a step; what the trade or Stripe refuses is no failure, and anything else is.
    func take(_ step: Step) throws {
        do {
            try perform(step)
        } catch  where isRefusal(error) {
            say("refused: \(error)")
        }
    }

    /// Takes a step in a process that is killed at some statement of it; answers whether it came to that.
    func takeAndDie(_ step: Step) throws -> Bool {
        let cutting = try Cutting(&lot, on: story.database.settings)
        self.cutting = cutting
        defer {
            self.cutting = nil
            cutting.end()
        }
        do {
            try take(step)
        } catch let error as DatabaseError where cutting.isDone && error.isUnavailable {
            say("killed \(cutting.description)")
        }
        return cutting.isDone
    }

    /// What is written about the company now.
    func photograph() throws -> Photograph { try Photograph(of: companyID, on: books) }

    private func isRefusal(_ error: any Error) -> Bool {
        error is InvoiceRefusal || error is CreditNoteRefusal || error is AssignmentRefusal || error is NotFound
            || error is StripeSilent
    }

    private func perform(_ step: Step) throws {
        switch step {
        case .click: try click()
        case .pay: try pay()
        case .payAgain: try payAgain()
        case .decline: try decline()
        case .authenticate: try authenticate()
        case .payDelayed: try pay(delayed: true)
        case .comeBack: try comeBack()
        case .knock: try knock()
        case .knockAgain: try knockAgain()
        case .expire: expire()
        case .delayedEnds: delayedEnds()
        case .refund: try refund()
        case .refundEnds: try refundEnds()
        case .dispute: try dispute()
        case .disputeEnds: try disputeEnds()
        case .payOut: try payOut()
        case .account: try account()
        case .events: events()
        case .trouble: trouble()
        case .time: time()
        case .errands: try errands()
        case .sweep: try sweep()
        case .reconcile: try reconcile()
        case .catchUp: try catchUp()
        case .intrude: try intrude()
        default: try performForSeller(step)
        }
    }

    private func performForSeller(_ step: Step) throws {
        switch step {
        case .receipt: try receipt()
        case .receiptAgain: try receiptAgain()
        case .undo: try undo()
        case .cancel: try cancel()
        case .creditNote: try creditNote()
        case .answer: try answer()
        case .setAside: try setAside()
        case .restore: try restore()
        case .assign: try assign()
        case .switchOff: try switchOnline(false)
        case .switchOn: try switchOnline(true)
        case .disconnect: try disconnect()
        case .reconnect: try reconnect()
        case .openAccount: try openAccount()
        case .issue: try issue()
        default: throw SceneFailure("nobody knows how to \(step)")
        }
    }
}
