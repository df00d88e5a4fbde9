import OperationsTestSupport
import Store
import StripeSimulator
import StripeTestSupport

/// What must hold after every step.
struct Always {
    let before: Photograph
    let now: Photograph
    let step: Step?
    /// Every payment that succeeded at Stripe, by its name.
    let money: [String: ReceivedMoney]

    /// Everything that does not hold.
    func breaches() -> [String] {
        invoiceBreaches() + moneyBreaches() + assignmentBreaches() + registerBreaches() + documentBreaches()
            + newsBreaches() + eventBreaches()
    }

    private func invoiceBreaches() -> [String] {
        now[.invoice].filter { $0.word != "draft" }.flatMap { invoice -> [String] in
            let paid = invoice.detail ?? 0
            let former = before[.invoice].first { $0.id == invoice.id }
            let wasOpen = former?.word == "open" || former?.word == "processing"
            // Money that a credit note answers while the invoice is open is paid no longer.
            let missing = now.received(of: invoice.id) - paid
            let missedBefore = before.received(of: invoice.id) - (former?.detail ?? 0)
            let returned = wasOpen ? now.returned(of: invoice.id) - before.returned(of: invoice.id) : 0
            let live = now[.attempt].filter { $0.invoice == invoice.id && $0.isLive }
            return broken("invoice \(invoice.id)") {
                ("paid \(paid): \(missing) are missing", missing != missedBefore + returned)
                ("paid \(paid) of \(invoice.amount)", !(0...invoice.amount).contains(paid))
                ("\(invoice.word ?? "") and paid \(paid) of \(invoice.amount)", !invoice.isPaidAsItSays)
                ("has \(live.count) live attempts", live.count > 1)
                ("came back from cancelled", former?.word == "cancelled" && invoice.word != "cancelled")
                ("was paid and is not", former?.word == "paid" && invoice.word != "paid" && step?.takesBack != true)
                (
                    "was cancelled by nobody",
                    former?.word != invoice.word && invoice.word == "cancelled" && step?.takesBack != true
                )
            }
        }
    }

    /// Nothing is booked or set aside but what Stripe has, once and to the cent.
    private func moneyBreaches() -> [String] {
        let booked = now[.payment].filter { $0.account != nil && $0.detail == nil }
        let doubles = [booked, now[.quarantine]].filter { rows in Set(rows.map(\.reference)).count != rows.count }
        return doubles.map { "recorded twice: \($0.map(\.reference))" }
            + (booked + now[.quarantine]).compactMap { row in
                let found = row.reference.flatMap { money[$0] }
                guard found?.amount != row.amount || found?.account != row.account else { return nil }
                return "\(row.kind) \(row.id) of \(row.amount) is \(found.map { "\($0)" } ?? "nothing") at Stripe"
            }
    }

    /// Money set aside is booked when, and only when, it was assigned by hand.
    private func assignmentBreaches() -> [String] {
        now[.quarantine].compactMap { row in
            let booked = now[.payment].first { $0.reference == row.reference && $0.account == row.account }
            guard booked?.id != row.other || (row.other != nil) != row.isAssigned else { return nil }
            return "set aside \(row.id) as \(row.word ?? "") and booked as \(booked?.id ?? 0)"
        }
    }

    /// The register has a line for each payment, and never loses or changes one.
    private func registerBreaches() -> [String] {
        let lines = now[.line]
        let payments = Dictionary(uniqueKeysWithValues: now[.payment].map { ($0.id, $0) })
        let strangers = lines.filter { line in
            let payment = line.other.flatMap { payments[$0] }
            return payment?.amount != line.amount || payment?.word != line.word
                || payment?.account != nil && payment?.reference != line.reference
        }
        let minus = now[.payment].filter { $0.amount < 0 && !isRightlyNegative($0) }
        return broken("the register") {
            ("has \(lines.count) lines for \(payments.count) payments", lines.count != payments.count)
            ("books a payment twice", Set(lines.map(\.other)).count != lines.count)
            ("skips a line", lines.map(\.id) != (0..<Int64(lines.count)).map { $0 + 1 })
            ("lost or changed a line", !lines.starts(with: before[.line]))
            ("says otherwise than the payments: \(strangers.map(\.id))", !strangers.isEmpty)
            ("takes back without a reason: \(minus.map(\.id))", !minus.isEmpty)
        }
    }

    private func isRightlyNegative(_ payment: Photograph.Entry) -> Bool {
        if let undone = payment.other {
            let receipt = now[.payment].first { $0.id == undone }
            return receipt?.account == nil && receipt?.amount == -payment.amount
        }
        let reversal = now[.reversal].first { $0.id == payment.detail }
        return reversal?.other != nil && reversal?.amount == -payment.amount
    }

    /// Numbers follow each other without a hole, in each series and year.
    private func documentBreaches() -> [String] {
        Dictionary(grouping: now[.document]) { $0.reference ?? "" }.compactMap { series, documents in
            let places = documents.compactMap(\.detail).sorted()
            guard places != (0..<Int64(places.count)).map({ $0 + 1 }) else { return nil }
            return "the numbers of \(series) are \(places)"
        }
    }

    /// The freelancer is told of each payment once, and of none that they typed or assigned themselves.
    private func newsBreaches() -> [String] {
        let assigned = Set(now[.quarantine].compactMap(\.other))
        let announced = now[.payment].filter { $0.account != nil && $0.detail == nil && !assigned.contains($0.id) }
        return broken("the freelancer") {
            ("was told of \(told("receipt")) receipts of \(announced.count)", told("receipt") != announced.count)
            ("was told of \(told("quarantine")) set aside", told("quarantine") != now[.quarantine].count)
            ("gets other letters than receipts", now[.letter].compactMap(\.other).sorted() != announced.map(\.id))
        }
    }

    private func told(_ kind: String) -> Int { Int(now[.news].first { $0.word == kind }?.amount ?? 0) }

    /// An event that was settled has its payment, and none that matters was noted without its effect.
    private func eventBreaches() -> [String] {
        let unknown = now[.outcome].filter { EventOutcome(rawValue: $0.word ?? "") == nil }
        let booked = Set(now[.payment].compactMap(\.reference).compactMap { money[$0]?.session })
        let idle = now[.effect].filter { $0.word != "settled" || !booked.contains($0.reference ?? "") }
        return unknown.map { "there is no such outcome: \($0)" } + idle.map { "an event without effect: \($0)" }
    }
}

extension Photograph {
    /// What was received of an invoice, whatever went back, in cents.
    fileprivate func received(of invoice: Int64) -> Int64 {
        self[.payment].filter { $0.invoice == invoice && $0.detail == nil }.reduce(0) { $0 + $1.amount }
    }

    /// What went back and was answered by credit notes, in cents.
    fileprivate func returned(of invoice: Int64) -> Int64 {
        -self[.payment].filter { $0.invoice == invoice && $0.detail != nil && $0.amount < 0 }.reduce(0) {
            $0 + $1.amount
        }
    }
}

extension Photograph.Entry {
    /// Of an attempt: whether money may still come through it.
    var isLive: Bool { ["starting", "open", "processing"].contains(word) }

    /// Of money set aside: whether it was booked by hand.
    var isAssigned: Bool { word?.hasSuffix(" assigned") == true }

    fileprivate var isPaidAsItSays: Bool {
        switch word {
        case "paid": detail == amount
        case "open", "processing": detail.map { $0 < amount } ?? false
        default: word == "cancelled"
        }
    }
}

/// The sentences whose condition holds, about one thing.
func broken(_ subject: String, @Sentences _ sentences: () -> [(String, Bool)]) -> [String] {
    sentences().filter(\.1).map { "\(subject): \($0.0)" }
}

@resultBuilder enum Sentences {
    static func buildBlock(_ sentences: (String, Bool)...) -> [(String, Bool)] { sentences }
}
