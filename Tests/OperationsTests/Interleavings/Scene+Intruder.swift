import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import TestSupport

// Each company tries to lay hands on what is the other's.

extension Scene {
    func intrude() throws {
        say("intrude")
        try intrude(as: bystander.companyID, on: bills.map(\.id), photograph: last)
        try intrude(as: companyID, on: [bystander.bill.id], photograph: nil)
    }

    private func intrude(as company: Int64, on invoices: [Int64], photograph: Photograph?) throws {
        let office = office(.dashboard)
        for invoice in invoices {
            let receipt = RecordReceipt(
                companyID: company,
                invoiceID: invoice,
                MoneyByHand(Cents(1), by: .cash, on: story.now.parisDay, key: Token.random(from: story.outside))
            )
            let creditNote = IssueCreditNote(
                companyID: company,
                invoiceID: invoice,
                scope: .amount(Cents(1)),
                reason: "",
                key: Token.random(from: story.outside)
            )
            let switching = SwitchOnlinePayment(companyID: company, invoiceID: invoice, isOn: false)
            try mustNotFind { try receipt.run(in: office) }
            try mustNotFind { _ = try creditNote.run(in: office) }
            try mustNotFind { try switching.run(in: office) }
        }
        for row in photograph?[.payment] ?? [] {
            let undoing = UndoReceipt(companyID: company, invoiceID: row.invoice ?? 0, paymentID: row.id)
            try mustNotFind { try undoing.run(in: office) }
        }
        for row in photograph?[.quarantine] ?? [] {
            for invoice in [row.invoice ?? 0, bystander.bill.id] {
                let assigning = AssignPayment(companyID: company, quarantinedID: row.id, invoiceID: invoice)
                try mustNotFind { try assigning.run(in: office) }
            }
        }
        for row in photograph?[.reversal] ?? [] {
            try mustNotFind { try SetAsideReversal(companyID: company, reversalID: row.id).run(in: office) }
            try mustNotFind { try RestoreReversal(companyID: company, reversalID: row.id).run(in: office) }
        }
    }

    private func mustNotFind(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch is NotFound {
            return
        }
        throw SceneFailure("a company reached what is another's")
    }
}
