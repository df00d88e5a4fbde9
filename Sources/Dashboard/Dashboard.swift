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
    let siteOperator: Operator

    /// Pages over an office.
    ///
    /// - Parameters:
    ///   - office: where gestures are done.
    ///   - reader: what pages show.
    ///   - assets: where the static files are.
    ///   - connectsExistingAccounts: whether « J’ai déjà un compte Stripe » is offered.
    ///   - siteOperator: who runs the site, as its legal pages say.
    public init(
        office: Office,
        reader: StoreReader,
        assets: Assets,
        connectsExistingAccounts: Bool,
        siteOperator: Operator
    ) {
        self.office = office
        self.reader = reader
        self.assets = assets
        self.connectsExistingAccounts = connectsExistingAccounts
        self.siteOperator = siteOperator
    }

    /// Answers a request.
    ///
    /// - Throws: what the one table of errors turns into a page.
    public func respond(to request: Request) throws -> Response {
        guard let route = Route(request) else { return errorPage(.notFound, to: request) }
        let visit = try Visit(request, office: office, reader: reader)
        if request.method == .post, !visit.formIsOurs { return errorPage(.refusedForm, to: request) }
        if let member = visit.member, let token = visit.sessionToken {
            try NoteUse(token: token, session: member).run(in: office)
        }
        if case .visitors(let route) = route { return try visitors(visit, route) }
        if case .information(let route) = route { return information(visit, route) }
        guard let member = visit.member else { return .redirect(to: "/connexion") }
        if case .company(let route) = route, let response = try companyOfMember(visit, member, route) {
            return response
        }
        guard let companyID = member.companyID else { return .redirect(to: "/entreprise") }
        return try respond(at: Desk(member: member, companyID: companyID, done: Done.notice(visit)), visit, route)
    }

    /// What today's date is, in Paris.
    var today: Day { office.outside.now().parisDay }

    /// Pages for whoever can issue invoices.
    private func respond(at desk: Desk, _ visit: Visit, _ route: Route) throws -> Response {
        switch route {
        case .company(let route): try company(desk, visit, route)
        case .clients(let route): try clients(desk, visit, route)
        case .articles(let route): try articles(desk, visit, route)
        case .invoices(let route): try invoices(desk, visit, route)
        case .quotes(let route): try quotes(desk, visit, route)
        case .register(let route): try register(desk, visit, route)
        case .schedules(let route): try schedules(desk, visit, route)
        case .reminders(let route): try reminders(desk, visit, route)
        case .payments(let route): try payments(desk, visit, route)
        case .notifications(let route): try notifications(desk, visit, route)
        case .visitors, .information: preconditionFailure("Visitors were answered before.")
        }
    }
}

/// Who sits at the desk: a member with a company.
struct Desk {
    let member: Session
    let companyID: Int64
    /// What the gesture that led here has done.
    let done: HTML?
}
