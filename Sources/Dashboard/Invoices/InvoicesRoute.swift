import Web

/// The list of invoices, and each invoice from its draft to its last payment.
enum InvoicesRoute: Equatable {
    case list
    case listFile
    case creditNotes
    case newDraft
    case saveDraft(Int64?)
    case invoice(Int64)
    case removeDraft(Int64)
    case duplicate(Int64)
    case preview(Int64)
    case issueForm(Int64)
    case issue(Int64)
    case markAsSent(Int64)
    case sendForm(Int64)
    case send(Int64)
    case switchOnlinePayment(Int64)
    case receiptForm(Int64, WayOfMoney)
    case recordReceipt(Int64, WayOfMoney)
    case undoReceipt(Int64, payment: Int64)
    case creditNoteForm(Int64)
    case issueCreditNote(Int64)
    case invoiceFile(Int64)
    case creditNoteFile(Int64, creditNote: Int64)
    case replaceLink(Int64)

    init?(_ asked: Asked) {
        guard let route = asked.isPage ? Self.page(asked.words) : Self.gesture(asked.words) else { return nil }
        self = route
    }

    private static func page(_ words: [String]) -> InvoicesRoute? {
        if words.isEmpty { return .list }
        if words == ["nouvelle"] { return .newDraft }
        if words == ["liste.csv"] { return .listFile }
        if words == ["avoirs"] { return .creditNotes }
        guard let id = Route.id(words[0]) else { return nil }
        switch words.dropFirst() {
        case []: return .invoice(id)
        case ["finaliser"]: return .issueForm(id)
        case ["apercu.pdf"]: return .preview(id)
        case ["envoyer"]: return .sendForm(id)
        case ["encaisser"]: return .receiptForm(id, .receipt)
        case ["rembourser"]: return .receiptForm(id, .refund)
        case ["avoir"]: return .creditNoteForm(id)
        case ["facture.pdf"]: return .invoiceFile(id)
        case let rest where rest.count == 2 && rest.first == "avoirs": return creditNoteFile(id, words[2])
        default: return nil
        }
    }

    private static func gesture(_ words: [String]) -> InvoicesRoute? {
        if words == ["nouvelle"] { return .saveDraft(nil) }
        guard let id = words.first.flatMap(Route.id) else { return nil }
        switch words.dropFirst() {
        case []: return .saveDraft(id)
        case ["supprimer"]: return .removeDraft(id)
        case ["dupliquer"]: return .duplicate(id)
        case ["finaliser"]: return .issue(id)
        case ["envoyee"]: return .markAsSent(id)
        case ["envoyer"]: return .send(id)
        case ["paiement-en-ligne"]: return .switchOnlinePayment(id)
        case ["encaisser"]: return .recordReceipt(id, .receipt)
        case ["rembourser"]: return .recordReceipt(id, .refund)
        case ["avoir"]: return .issueCreditNote(id)
        case ["lien"]: return .replaceLink(id)
        case let rest where rest.count == 3 && rest.first == "encaissements" && rest.last == "annuler":
            return Route.id(words[2]).map { .undoReceipt(id, payment: $0) }
        default: return nil
        }
    }

    private static func creditNoteFile(_ invoice: Int64, _ name: String) -> InvoicesRoute? {
        guard name.hasSuffix(".pdf"), let note = Route.id(String(name.dropLast(4))) else { return nil }
        return .creditNoteFile(invoice, creditNote: note)
    }
}

extension Dashboard {
    func invoices(_ desk: Desk, _ visit: Visit, _ route: InvoicesRoute) throws -> Response {
        switch route {
        case .list: try invoices(desk, visit)
        case .listFile: try invoicesFile(desk, visit)
        case .creditNotes: try creditNotes(desk, visit)
        case .newDraft: try newDraft(desk, visit)
        case .saveDraft(let id): try saveDraft(desk, visit, id)
        case .invoice(let id): try invoice(desk, visit, id)
        case .removeDraft(let id): try removeDraft(desk, id)
        case .duplicate(let id): try duplicate(desk, id)
        case .preview(let id): try preview(desk, id)
        case .issueForm(let id): try issueForm(desk, id)
        case .issue(let id): try issue(desk, visit, id)
        case .markAsSent(let id): try markAsSent(desk, id)
        case .sendForm(let id): try sendForm(desk, id)
        case .send(let id): try send(desk, visit, id)
        case .switchOnlinePayment(let id): try switchOnlinePayment(desk, visit, id)
        case .receiptForm(let id, let way): try receiptForm(desk, id, way)
        case .recordReceipt(let id, let way): try recordReceipt(desk, visit, id, way)
        case .undoReceipt(let id, let payment): try undoReceipt(desk, id, payment)
        case .creditNoteForm(let id): try creditNoteForm(desk, visit, id)
        case .issueCreditNote(let id): try issueCreditNote(desk, visit, id)
        case .invoiceFile(let id): try invoiceFile(desk, visit, id)
        case .creditNoteFile(let id, let note): try creditNoteFile(desk, id, note)
        case .replaceLink(let id): try replaceLink(desk, id)
        }
    }
}
