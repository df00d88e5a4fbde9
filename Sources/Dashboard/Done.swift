import French
import Web

/// What a gesture has done: the address that it leads to names it, and the page found there says it once.
enum Done: String, CaseIterable {
    // Documents that are being written.
    case draftSaved = "brouillon"
    case draftRemoved = "brouillon-supprime"
    case invoiceDrafted = "facture-preparee"
    case quoteDrafted = "devis-prepare"
    // Invoices.
    case issued = "finalisee"
    case mailed = "e-mail"
    case invoiceMarkedAsSent = "envoyee"
    case onlinePaymentOn = "paiement-en-ligne"
    case onlinePaymentOff = "sans-paiement-en-ligne"
    case receiptRecorded = "paiement"
    case refundRecorded = "remboursement"
    case receiptUndone = "contre-ligne"
    case creditNoteIssued = "avoir"
    case reversalAttached = "rattache"
    case linkReplaced = "lien"
    case reminded = "relance"
    case reminderSkipped = "relance-ignoree"
    // Quotes and recurring invoices.
    case quoteMarkedAsSent = "devis-envoye"
    case answerNoted = "reponse"
    case scheduleSaved = "recurrente"
    case schedulePaused = "pause"
    case scheduleResumed = "reprise"
    case scheduleStopped = "terminee"
    // Clients and articles.
    case clientSaved = "client"
    case clientArchived = "client-archive"
    case clientTakenBack = "client-desarchive"
    case clientErased = "client-efface"
    case clientsAdded = "clients"
    case articleSaved = "article"
    case articleArchived = "article-archive"
    case articleOfferedAgain = "article-propose"
    // Payments.
    case paymentAssigned = "affecte"
    case paymentAssignedBefore = "deja"
    case paymentGivenBack = "rembourse"
    case reversalSetAside = "sans-avoir"
    case receiptRestored = "repris"
    case discrepancyDismissed = "ecart-classe"
    case discrepancyResolved = "ecart-resolu"
    case discrepancySetAside = "ecart-a-verifier"
    case discrepancyStands = "ecart-inchange"
    // The company and its account.
    case companyDescribed = "entreprise"
    case settingsSaved = "enregistre"
    case stripeDisconnected = "stripe"
    case notificationsRead = "lues"
    case passwordChanged = "mot-de-passe"
    case addressAsked = "nouvelle-adresse"
    case addressConfirmed = "adresse"
    case confirmationSent = "confirmation"
    case sessionsEnded = "sessions"
    case secondFactorOff = "double-authentification"
}

extension Done {
    private static let name = "fait"
    private static let number = "nombre"

    /// The address of a page that says so; what follows « # » stays last.
    func address(_ path: String, count: Int? = nil) -> String {
        let parts = path.split(separator: "#", maxSplits: 1)
        let fields = [Form.Field(Self.name, rawValue)] + (count.map { [Form.Field(Self.number, String($0))] } ?? [])
        return "\(parts[0])?\(Form(fields).encoded)" + (parts.count > 1 ? "#\(parts[1])" : "")
    }

    /// What the page of a visit says; nothing when it was opened otherwise, or answers a form.
    static func notice(_ visit: Visit) -> HTML? {
        let query = visit.request.query
        guard visit.request.method != .post, let done = query[name].flatMap(Done.init) else { return nil }
        let sentence = done.sentence(count: query[number].flatMap(Int.init) ?? 0)
        return "<p class=\"\(done.changesNothing ? "notice" : "success")\" role=\"status\">\(sentence)</p>"
    }

    /// True when everything is as it was before.
    private var changesNothing: Bool {
        switch self {
        case .paymentAssignedBefore, .paymentGivenBack, .discrepancyStands: true
        default: false
        }
    }
}

extension Web.Response {
    /// Leads to the page on which one sees what was done, and says it there.
    static func done(_ done: Done, at path: String, count: Int? = nil) -> Response {
        .redirect(to: done.address(path, count: count))
    }
}
