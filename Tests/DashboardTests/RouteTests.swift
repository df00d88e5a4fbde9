import Testing
import Web

@testable import Dashboard

@Suite struct `The freelancer's addresses` {
    private static let pages: [(path: String, route: Route)] = [
        ("/", .front), ("/inscription", .signUpForm), ("/connexion", .logInForm), ("/entreprise", .companyForm),
        ("/entreprise/paiement-en-ligne", .onlinePayment), ("/clients", .clients),
        ("/clients/nouveau", .clientForm(nil)),
        ("/clients/7", .clientForm(7)), ("/factures", .invoices), ("/factures/nouvelle", .newDraft),
        ("/factures/7", .invoice(7)), ("/factures/7/finaliser", .issueForm(7)), ("/registre", .register),
        ("/notifications", .notifications), ("/factures/9223372036854775807", .invoice(.max)),
        ("/entreprise/paiement-en-ligne/deconnecter", .disconnectForm), ("/factures/7/envoyer", .sendForm(7)),
        ("/factures/7/encaisser", .receiptForm(7)), ("/factures/7/avoir", .creditNoteForm(7)),
        ("/entreprise/documents", .documentSettings), ("/entreprise/documents/logo.png", .logo),
        ("/factures/7/facture.pdf", .invoiceFile(7)), ("/factures/7/avoirs/9.pdf", .creditNoteFile(7, creditNote: 9)),
        ("/paiements", .payments(.toCheck)), ("/paiements/journal", .payments(.journal)),
    ]

    private static let gestures: [(path: String, route: Route)] = [
        ("/inscription", .signUp), ("/connexion", .logIn), ("/deconnexion", .logOut), ("/entreprise", .saveCompany),
        ("/clients/nouveau", .saveClient(nil)), ("/clients/7", .saveClient(7)), ("/factures/nouvelle", .saveDraft(nil)),
        ("/factures/7", .saveDraft(7)), ("/factures/7/supprimer", .removeDraft(7)),
        ("/factures/7/finaliser", .issue(7)),
        ("/factures/7/envoyee", .markAsSent(7)), ("/notifications/lues", .markNotificationsRead),
        ("/entreprise/paiement-en-ligne/deconnecter", .disconnect), ("/factures/7/envoyer", .send(7)),
        ("/factures/7/paiement-en-ligne", .switchOnlinePayment(7)), ("/factures/7/encaisser", .recordReceipt(7)),
        ("/factures/7/encaissements/9/annuler", .undoReceipt(7, payment: 9)),
        ("/factures/7/avoir", .issueCreditNote(7)), ("/entreprise/documents", .saveDocumentSettings),
        ("/entreprise/documents/logo", .saveLogo), ("/factures/7/lien", .replaceLink(7)),
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
        #expect(Set(places) == Set(0...40))
    }

    @Test(arguments: ["/", "/entreprise/paiement-en-ligne", "/clients", "/factures", "/registre", "/notifications"])
    func `a page takes no gesture`(path: String) {
        #expect(Route(Request(.post, path)) == nil)
    }

    @Test(arguments: [
        "/deconnexion", "/factures/7/supprimer", "/factures/7/envoyee", "/notifications/lues",
        "/factures/7/paiement-en-ligne", "/factures/7/encaissements/9/annuler", "/factures/7/lien",
        "/entreprise/documents/logo",
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
            "/clients/\(id)", "/factures/\(id)", "/factures/\(id)/supprimer", "/factures/\(id)/finaliser",
            "/factures/\(id)/envoyee", "/factures/\(id)/encaissements/9/annuler",
            "/factures/7/encaissements/\(id)/annuler",
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
        case .front: 0
        case .signUpForm: 1
        case .signUp: 2
        case .logInForm: 3
        case .logIn: 4
        case .logOut: 5
        case .companyForm: 6
        case .saveCompany: 7
        case .onlinePayment: 8
        case .clients: 9
        case .clientForm: 10
        case .saveClient: 11
        case .invoices: 12
        case .newDraft: 13
        case .saveDraft: 14
        case .invoice: 15
        case .removeDraft: 16
        case .issueForm: 17
        case .issue: 18
        case .markAsSent: 19
        case .register: 20
        case .notifications: 21
        case .markNotificationsRead: 22
        case .disconnectForm: 23
        case .disconnect: 24
        case .sendForm: 25
        case .send: 26
        case .switchOnlinePayment: 27
        case .receiptForm: 28
        case .recordReceipt: 29
        case .undoReceipt: 30
        case .creditNoteForm: 31
        case .issueCreditNote: 32
        case .payments: 33
        case .documentSettings: 34
        case .saveDocumentSettings: 35
        case .logo: 36
        case .saveLogo: 37
        case .invoiceFile: 38
        case .creditNoteFile: 39
        case .replaceLink: 40
        }
    }
}
