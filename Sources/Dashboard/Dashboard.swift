import Accounting
import French
public import Operations
public import Store
public import Web

/// The freelancer's pages.
public struct Dashboard {
    let office: Office
    let reader: StoreReader
    let assets: Assets
    let connectsExistingAccounts: Bool

    /// Pages over an office.
    ///
    /// - Parameters:
    ///   - office: where gestures are done.
    ///   - reader: what pages show.
    ///   - assets: where the static files are.
    ///   - connectsExistingAccounts: whether « J’ai déjà un compte Stripe » is offered.
    public init(office: Office, reader: StoreReader, assets: Assets, connectsExistingAccounts: Bool) {
        self.office = office
        self.reader = reader
        self.assets = assets
        self.connectsExistingAccounts = connectsExistingAccounts
    }

    /// Answers a request.
    ///
    /// - Throws: what the one table of errors turns into a page.
    public func respond(to request: Request) throws -> Response {
        guard let route = Route(request) else { return ErrorPage.notFound.response(assets) }
        let visit = try Visit(request, office: office, reader: reader)
        if request.method == .post, !visit.formIsOurs { return ErrorPage.refusedForm.response(assets) }
        if let response = try respondToVisitor(route, visit) { return response }
        guard let member = visit.member else { return .redirect(to: "/connexion") }
        if let response = try respondToMember(route, visit, member) { return response }
        guard let companyID = member.companyID else { return .redirect(to: "/entreprise") }
        return try respondToSeller(route, visit, member, companyID)
    }

    /// What today's date is, in Paris.
    var today: Day { office.outside.now().parisDay }

    /// Pages for anybody.
    private func respondToVisitor(_ route: Route, _ visit: Visit) throws -> Response? {
        switch route {
        case .front: visit.member == nil ? frontPage() : .redirect(to: "/factures")
        case .signUpForm: signUpForm(visit)
        case .signUp: try signUp(visit)
        case .logInForm: logInForm(visit)
        case .logIn: try logIn(visit)
        case .logOut: try logOut(visit)
        default: nil
        }
    }

    /// Pages for whoever is logged in, before they have described their company.
    private func respondToMember(_ route: Route, _ visit: Visit, _ member: Session) throws -> Response? {
        switch route {
        case .companyForm: try companyForm(member)
        case .saveCompany: try saveCompany(visit, member)
        default: nil
        }
    }

    /// Pages for whoever can issue invoices.
    private func respondToSeller(
        _ route: Route,
        _ visit: Visit,
        _ member: Session,
        _ companyID: Int64
    ) throws -> Response {
        let desk = Desk(member: member, companyID: companyID)
        switch route {
        case .documentSettings: return try documentSettings(desk, visit)
        case .saveDocumentSettings: return try saveDocumentSettings(desk, visit)
        case .logo: return try logo(desk)
        case .saveLogo: return try saveLogo(desk, visit)
        case .onlinePayment: return try onlinePayment(desk, visit)
        case .disconnectForm: return try disconnectForm(desk)
        case .disconnect: return try disconnect(desk)
        case .clients: return try clients(desk)
        case .clientForm(let id): return try clientForm(desk, id)
        case .saveClient(let id): return try saveClient(desk, visit, id)
        case .invoices: return try invoices(desk)
        case .newDraft: return try newDraft(desk, visit)
        case .saveDraft(let id): return try saveDraft(desk, visit, id)
        case .invoice(let id): return try invoice(desk, visit, id)
        case .removeDraft(let id): return try removeDraft(desk, id)
        case .issueForm(let id): return try issueForm(desk, id)
        case .issue(let id): return try issue(desk, visit, id)
        case .markAsSent(let id): return try markAsSent(desk, id)
        case .sendForm(let id): return try sendForm(desk, id)
        case .send(let id): return try send(desk, visit, id)
        case .switchOnlinePayment(let id): return try switchOnlinePayment(desk, visit, id)
        case .receiptForm(let id): return try receiptForm(desk, id)
        case .recordReceipt(let id): return try recordReceipt(desk, visit, id)
        case .undoReceipt(let id, let payment): return try undoReceipt(desk, id, payment)
        case .creditNoteForm(let id): return try creditNoteForm(desk, visit, id)
        case .issueCreditNote(let id): return try issueCreditNote(desk, visit, id)
        case .invoiceFile(let id): return try invoiceFile(desk, visit, id)
        case .creditNoteFile(let id, let note): return try creditNoteFile(desk, id, note)
        case .replaceLink(let id): return try replaceLink(desk, id)
        case .register: return try register(desk)
        case .payments(let route): return try payments(desk, visit, route)
        case .notifications: return try notifications(desk)
        case .markNotificationsRead: return try markNotificationsRead(desk)
        case .front, .signUpForm, .signUp, .logInForm, .logIn, .logOut, .companyForm, .saveCompany:
            preconditionFailure("Pages for visitors and members were answered before.")
        }
    }
}

/// Who sits at the desk: a member with a company.
struct Desk {
    let member: Session
    let companyID: Int64
}
