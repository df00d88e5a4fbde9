import Testing
import Web

@testable import Dashboard

@Suite struct `The freelancer's addresses` {
    private static let pages: [(path: String, route: Route)] = [
        ("/", .visitors(.front)), ("/inscription", .visitors(.signUpForm)), ("/connexion", .visitors(.logInForm)),
        ("/entreprise", .company(.identity)), ("/mentions-legales", .information(.legalNotice)),
        ("/entreprise/paiement-en-ligne", .company(.onlinePayment)), ("/clients", .clients(.list)),
        ("/clients/nouveau", .clients(.form(nil))),
        ("/clients/7", .clients(.page(7))), ("/clients/7/modifier", .clients(.form(7))),
        ("/factures", .invoices(.list)),
        ("/factures/nouvelle", .invoices(.newDraft)), ("/factures/liste.csv", .invoices(.listFile)),
        ("/factures/avoirs", .invoices(.creditNotes)),
        ("/factures/7", .invoices(.invoice(7))), ("/factures/7/finaliser", .invoices(.issueForm(7))),
        ("/registre", .register(.page)), ("/registre/verification", .register(.verification)),
        ("/registre/registre.csv", .register(.sheet)), ("/registre/registre.pdf", .register(.paper)),
        ("/notifications", .notifications(.list)), ("/factures/9223372036854775807", .invoices(.invoice(.max))),
        ("/entreprise/paiement-en-ligne/deconnecter", .company(.disconnectForm)),
        ("/factures/7/envoyer", .invoices(.sendForm(7))),
        ("/factures/7/encaisser", .invoices(.receiptForm(7, .receipt))),
        ("/factures/7/rembourser", .invoices(.receiptForm(7, .refund))),
        ("/factures/7/avoir", .invoices(.creditNoteForm(7))),
        ("/entreprise/documents", .company(.documents)), ("/entreprise/documents/logo.png", .company(.logo)),
        ("/factures/7/facture.pdf", .invoices(.invoiceFile(7))),
        ("/factures/7/avoirs/9.pdf", .invoices(.creditNoteFile(7, creditNote: 9))),
        ("/articles", .articles(.catalogue)), ("/devis", .quotes(.list)), ("/recurrentes", .schedules(.list)),
        ("/connexion/code", .visitors(.codeForm)), ("/mot-de-passe-oublie", .visitors(.forgottenForm)),
        ("/mot-de-passe/abc", .visitors(.newPasswordForm("abc"))), ("/confirmer/abc", .visitors(.confirmForm("abc"))),
        ("/entreprise/securite", .company(.security(.page))), ("/entreprise/donnees", .company(.data(.page))),
        ("/entreprise/donnees/archive.zip", .company(.data(.archive))),
        ("/entreprise/donnees/fermer", .company(.data(.closeForm))),
        ("/entreprise/donnees/clients/7/effacer", .company(.data(.eraseClientForm(7)))),
        ("/entreprise/donnees/clients/modele.csv", .company(.data(.clientTemplate))),
        ("/factures/7/apercu.pdf", .invoices(.preview(7))), ("/paiements", .payments(.toCheck)),
        ("/paiements/journal", .payments(.journal)), ("/relances", .reminders(.proposals)),
        ("/entreprise/e-mails", .company(.mails)),
        ("/notifications/e-mails-non-remis", .notifications(.undelivered)),
    ]

    private static let gestures: [(path: String, route: Route)] = [
        ("/inscription", .visitors(.signUp)), ("/connexion", .visitors(.logIn)), ("/deconnexion", .visitors(.logOut)),
        ("/entreprise", .company(.saveIdentity)),
        ("/clients/nouveau", .clients(.save(nil))), ("/clients/7/modifier", .clients(.save(7))),
        ("/clients/7/archiver", .clients(.archive(7))), ("/clients/7/desarchiver", .clients(.takeBack(7))),
        ("/factures/nouvelle", .invoices(.saveDraft(nil))),
        ("/factures/7", .invoices(.saveDraft(7))), ("/factures/7/supprimer", .invoices(.removeDraft(7))),
        ("/factures/7/finaliser", .invoices(.issue(7))), ("/factures/7/dupliquer", .invoices(.duplicate(7))),
        ("/factures/7/envoyee", .invoices(.markAsSent(7))), ("/notifications/lues", .notifications(.markRead)),
        ("/entreprise/paiement-en-ligne/deconnecter", .company(.disconnect)),
        ("/factures/7/envoyer", .invoices(.send(7))),
        ("/factures/7/paiement-en-ligne", .invoices(.switchOnlinePayment(7))),
        ("/factures/7/encaisser", .invoices(.recordReceipt(7, .receipt))),
        ("/factures/7/rembourser", .invoices(.recordReceipt(7, .refund))),
        ("/factures/7/encaissements/9/annuler", .invoices(.undoReceipt(7, payment: 9))),
        ("/factures/7/avoir", .invoices(.issueCreditNote(7))), ("/entreprise/documents", .company(.saveDocuments)),
        ("/connexion/code", .visitors(.finishLogIn)), ("/mot-de-passe-oublie", .visitors(.requestNewPassword)),
        ("/mot-de-passe/abc", .visitors(.setNewPassword("abc"))), ("/confirmer/abc", .visitors(.confirm("abc"))),
        ("/entreprise/documents/logo", .company(.saveLogo)), ("/factures/7/lien", .invoices(.replaceLink(7))),
        ("/registre/declaration", .register(.chooseDeclaration)),
        ("/entreprise/donnees/clients", .company(.data(.readClients))),
        ("/entreprise/donnees/clients/importer", .company(.data(.importClients))),
        ("/entreprise/donnees/clients/7/effacer", .company(.data(.eraseClient(7)))),
        ("/entreprise/donnees/fermer", .company(.data(.close))),
        ("/entreprise/e-mails/relances", .company(.keepReminders)), ("/relances/7", .reminders(.remind(7))),
        ("/relances/7/ignorer", .reminders(.skip(7))), ("/entreprise/e-mails", .company(.saveMails)),
    ]

    @Test(arguments: pages) func `each page has its address`(path: String, route: Route) {
        #expect(Route(Request(.get, path)) == route)
        #expect(Route(Request(.head, path)) == route)
    }

    @Test(arguments: gestures) func `each gesture has its address`(path: String, route: Route) {
        #expect(Route(Request(.post, path)) == route)
    }

    @Test func `the tables above hold every page and every gesture`() {
        let places = (Self.pages + Self.gestures).map { place(of: $0.route) }
        #expect(Set(places) == Set(0...63))
    }

    @Test(arguments: ["/", "/entreprise/paiement-en-ligne", "/clients", "/factures", "/registre", "/notifications"])
    func `a page takes no gesture`(path: String) {
        #expect(Route(Request(.post, path)) == nil)
    }

    @Test(arguments: [
        "/deconnexion", "/factures/7/supprimer", "/factures/7/envoyee", "/notifications/lues", "/factures/7/dupliquer",
        "/factures/7/paiement-en-ligne", "/factures/7/encaissements/9/annuler", "/factures/7/lien",
        "/entreprise/documents/logo", "/registre/declaration", "/relances/7", "/relances/7/ignorer",
        "/clients/7/archiver", "/clients/7/desarchiver",
    ])
    func `a gesture is never done by following a link`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
        #expect(Route(Request(.head, path)) == nil)
    }

    @Test(arguments: pages + gestures, ["PUT", "DELETE", "OPTIONS", "get", "TRACE"])
    func `no other method is answered`(known: (path: String, route: Route), method: String) {
        #expect(Route(Request(Method(method), known.path)) == nil)
    }

    @Test(arguments: [
        "9223372036854775808", "99999999999999999999999", "abc", "7a", "0x7", "7.0", "7,0", "%20", "７", "1e3", "%00",
        "%FF", "-5", "+5", "0",
    ])
    func `an id is a number that the database can hold`(id: String) {
        for path in ["/clients/\(id)", "/factures/\(id)", "/factures/\(id)/finaliser"] {
            #expect(Route(Request(.get, path)) == nil)
        }
        for path in [
            "/clients/\(id)/modifier", "/clients/\(id)/archiver", "/factures/\(id)", "/factures/\(id)/supprimer",
            "/factures/\(id)/finaliser",
            "/factures/\(id)/envoyee", "/factures/\(id)/encaissements/9/annuler",
            "/factures/7/encaissements/\(id)/annuler", "/relances/\(id)", "/relances/\(id)/ignorer",
        ] {
            #expect(Route(Request(.post, path)) == nil)
        }
    }

    @Test(arguments: [
        "/factures/7/autre", "/factures/7/finaliser/encore", "/clients/7/finaliser", "/entreprise/autre", "/Factures",
        "/registre/7", "/f/abc", "/factures/7/avoirs/9", "/factures/7/avoirs/0.pdf", "/factures/0/avoirs/9.pdf",
        "/inconnu", "/factures/nouveau", "/clients/nouvelle",
    ])
    func `what is no address is none`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
        #expect(Route(Request(.post, path)) == nil)
    }

    /// The compiler refuses this when a route is added, and the tables above with it.
    private func place(of route: Route) -> Int {
        switch route {
        case .visitors(.front): 0
        case .visitors(.signUpForm): 1
        case .visitors(.signUp): 2
        case .visitors(.logInForm): 3
        case .visitors(.logIn): 4
        case .visitors(.logOut): 5
        case .company(.identity): 6
        case .company(.saveIdentity): 7
        case .company(.onlinePayment): 8
        case .clients(.list): 9
        case .clients(.form): 10
        case .clients(.save): 11
        case .invoices(.list): 12
        case .invoices(.newDraft): 13
        case .invoices(.saveDraft): 14
        case .invoices(.invoice): 15
        case .invoices(.removeDraft): 16
        case .invoices(.issueForm): 17
        case .invoices(.issue): 18
        case .invoices(.markAsSent): 19
        case .register: 20
        case .schedules: 49
        case .information: 55
        case .company(.data): 56
        case .quotes: 43
        case .notifications(.list): 21
        case .notifications(.markRead): 22
        case .company(.disconnectForm): 23
        case .company(.disconnect): 24
        case .invoices(.sendForm): 25
        case .invoices(.send): 26
        case .invoices(.switchOnlinePayment): 27
        case .invoices(.receiptForm(_, .receipt)): 28
        case .invoices(.recordReceipt(_, .receipt)): 29
        case .invoices(.receiptForm(_, .refund)): 62
        case .invoices(.recordReceipt(_, .refund)): 63
        case .invoices(.undoReceipt): 30
        case .invoices(.creditNoteForm): 31
        case .invoices(.issueCreditNote): 32
        case .payments: 33
        case .company(.documents): 34
        case .company(.saveDocuments): 35
        case .company(.logo): 36
        case .company(.saveLogo): 37
        case .invoices(.invoiceFile): 38
        case .invoices(.creditNoteFile): 39
        case .invoices(.replaceLink): 40
        case .invoices(.duplicate): 41
        case .articles: 42
        case .invoices(.listFile): 44
        case .invoices(.creditNotes): 45
        case .invoices(.preview): 46
        case .company(.security): 47
        case .visitors: 48
        case .reminders(.proposals): 50
        case .reminders(.remind): 51
        case .reminders(.skip): 52
        case .company(.mails): 53
        case .clients(.page): 61
        case .clients(.archive): 60
        case .clients(.takeBack): 59
        case .company(.keepReminders): 54
        case .notifications(.undelivered): 57
        case .company(.saveMails): 58
        }
    }
}
