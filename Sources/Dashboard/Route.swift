import Web

/// Every page and gesture of the freelancer, by method and path.
enum Route: Equatable {
    case front
    case signUpForm
    case signUp
    case logInForm
    case logIn
    case logOut
    case companyForm
    case saveCompany
    case documentSettings
    case saveDocumentSettings
    case logo
    case saveLogo
    case onlinePayment
    case disconnectForm
    case disconnect
    case clients
    case clientForm(Int64?)
    case saveClient(Int64?)
    case invoices
    case newDraft
    case saveDraft(Int64?)
    case invoice(Int64)
    case removeDraft(Int64)
    case issueForm(Int64)
    case issue(Int64)
    case markAsSent(Int64)
    case sendForm(Int64)
    case send(Int64)
    case switchOnlinePayment(Int64)
    case receiptForm(Int64)
    case recordReceipt(Int64)
    case undoReceipt(Int64, payment: Int64)
    case creditNoteForm(Int64)
    case issueCreditNote(Int64)
    case invoiceFile(Int64)
    case creditNoteFile(Int64, creditNote: Int64)
    case replaceLink(Int64)
    case register
    case payments(PaymentsRoute)
    case notifications
    case markNotificationsRead

    /// The route of a request; nil when there is no such page.
    init?(_ request: Request) {
        guard let path = request.pathComponents else { return nil }
        if path.first == "paiements" {
            guard let route = PaymentsRoute(request.method, path.dropFirst()) else { return nil }
            self = .payments(route)
            return
        }
        let route =
            switch request.method {
            case .get, .head: Self.page(path)
            case .post: Self.gesture(path)
            case .other: nil as Route?
            }
        guard let route else { return nil }
        self = route
    }

    private static func page(_ path: [String]) -> Route? {
        switch path.count {
        case 0: .front
        case 1: topPages[path[0]]
        case 2: secondPage(path[0], path[1])
        case 3 where path[0] == "factures": id(path[1]).flatMap { invoicePage($0, path[2]) }
        case 3 where path == ["entreprise", "paiement-en-ligne", "deconnecter"]: .disconnectForm
        case 3 where path == ["entreprise", "documents", "logo.png"]: .logo
        case 4 where path[0] == "factures" && path[2] == "avoirs": creditNoteFile(path)
        default: nil
        }
    }

    private static let topPages: [String: Route] = [
        "inscription": .signUpForm, "connexion": .logInForm, "entreprise": .companyForm, "clients": .clients,
        "factures": .invoices, "registre": .register, "notifications": .notifications,
    ]

    private static func secondPage(_ first: String, _ second: String) -> Route? {
        switch (first, second) {
        case ("entreprise", "paiement-en-ligne"): .onlinePayment
        case ("entreprise", "documents"): .documentSettings
        case ("clients", "nouveau"): .clientForm(nil)
        case ("clients", _): id(second).map { .clientForm($0) }
        case ("factures", "nouvelle"): .newDraft
        case ("factures", _): id(second).map(Route.invoice)
        default: nil
        }
    }

    private static func invoicePage(_ id: Int64, _ word: String) -> Route? {
        switch word {
        case "finaliser": .issueForm(id)
        case "envoyer": .sendForm(id)
        case "encaisser": .receiptForm(id)
        case "avoir": .creditNoteForm(id)
        case "facture.pdf": .invoiceFile(id)
        default: nil
        }
    }

    private static func invoiceGesture(_ id: Int64, _ word: String) -> Route? {
        switch word {
        case "supprimer": .removeDraft(id)
        case "finaliser": .issue(id)
        case "envoyee": .markAsSent(id)
        case "envoyer": .send(id)
        case "paiement-en-ligne": .switchOnlinePayment(id)
        case "encaisser": .recordReceipt(id)
        case "avoir": .issueCreditNote(id)
        case "lien": .replaceLink(id)
        default: nil
        }
    }

    private static func creditNoteFile(_ path: [String]) -> Route? {
        guard path[3].hasSuffix(".pdf"), let invoice = id(path[1]), let note = id(String(path[3].dropLast(4))) else {
            return nil
        }
        return .creditNoteFile(invoice, creditNote: note)
    }

    private static func undoing(_ path: [String]) -> Route? {
        guard path.count == 5, path[0] == "factures", path[2] == "encaissements", path[4] == "annuler",
            let invoice = id(path[1]), let payment = id(path[3])
        else { return nil }
        return .undoReceipt(invoice, payment: payment)
    }

    private static func gesture(_ path: [String]) -> Route? {
        switch (path.first, path.dropFirst().first, path.dropFirst(2).first, path.count) {
        case ("inscription", nil, nil, 1): .signUp
        case ("connexion", nil, nil, 1): .logIn
        case ("deconnexion", nil, nil, 1): .logOut
        case ("entreprise", nil, nil, 1): .saveCompany
        case ("entreprise", "documents", nil, 2): .saveDocumentSettings
        case ("entreprise", "documents", "logo", 3): .saveLogo
        case ("clients", "nouveau", nil, 2): .saveClient(nil)
        case ("clients", let id?, nil, 2): Self.id(id).map { .saveClient($0) }
        case ("factures", "nouvelle", nil, 2): .saveDraft(nil)
        case ("factures", let id?, nil, 2): Self.id(id).map { .saveDraft($0) }
        case ("factures", let id?, let word?, 3): Self.id(id).flatMap { invoiceGesture($0, word) }
        case ("factures", _, _, 5): undoing(path)
        case ("entreprise", "paiement-en-ligne", "deconnecter", 3): .disconnect
        case ("notifications", "lues", nil, 2): .markNotificationsRead
        default: nil
        }
    }

    /// The id of a row, as our own links write it: digits only, from 1.
    static func id(_ text: String) -> Int64? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let id = Int64(text),
            id > 0
        else { return nil }
        return id
    }
}
