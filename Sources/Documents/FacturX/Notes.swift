import Accounting
import French
import Invoicing

extension CrossIndustryInvoice {
    /// BG-1: what is printed in words, the sentences of the law first.
    @XMLBuilder var notes: [XML] {
        for mention in document.mentions { note(mention, Mentions.subject(of: mention)?.code) }
        for subject in Mentions.Subject.allCases where !isMentioned(subject) { note(pointless, subject.code) }
        note(treatment, "BAR")
        note(seller.activity.natureOfSupply)
        if !invoice.subject.isEmpty { note("Objet\u{A0}: " + invoice.subject) }
        if let creditNote = document.creditNote {
            note(creditNote.french(correcting: invoice))
            if !creditNote.reason.isEmpty { note("Motif\u{A0}: " + creditNote.reason) }
        }
    }

    private func note(_ text: String?, _ code: String? = nil) -> XML? {
        guard let text else { return nil }
        return XML("ram:IncludedNote") {
            XML("ram:Content", text)
            XML("ram:SubjectCode", code)
        }
    }

    private func isMentioned(_ subject: Mentions.Subject) -> Bool {
        document.mentions.contains { Mentions.subject(of: $0) == subject }
    }

    /// What stands for a sentence that does not apply, for BR-FR-05 wants the three of them on every file; that they are due
    /// between professionals alone, and on what asks for a payment, is the law (code de commerce article L441-9, D441-5).
    private var pointless: String {
        document.creditNote == nil ? "Sans objet\u{A0}: client particulier." : "Sans objet\u{A0}: avoir."
    }

    /// What platforms are to do with the document (BR-FR-20); nil when it cannot be said.
    ///
    /// "B2B" promises a SIREN (BR-FR-11), which a French client's invoice has to show from 1 September 2027 only: without
    /// one, nothing is promised.
    private var treatment: String? {
        switch (buyer.kind, buyer.address.country) {
        case (.person, "FR"): "B2C"
        case (.person, _): "B2CINT"
        case (.business, "FR"): buyer.siren == nil ? nil : "B2B"
        case (.business, _): "B2BINT"
        }
    }
}

extension Mentions.Subject {
    /// UNTDID 4451, as BR-FR-05 wants them.
    fileprivate var code: String {
        switch self {
        case .earlyPayment: "AAB"
        case .latePenalties: "PMD"
        case .recoveryCosts: "PMT"
        }
    }
}
