import Dashboard
import Logging
import MariaDB
import Operations
import PublicPages
import Store
import StripePages
import Web
import Webhooks

/// One role's pages, behind the one table of errors.
struct Site {
    private let health: Health
    private let pages: (Request) throws -> Response
    private let errorPage: (ErrorPage, Request) -> Response
    private let assets: Assets
    private let log: Logger

    init(_ role: Respond.Role, _ configuration: Configuration, log: Logger, tally: Tally) throws {
        assets = try configuration.assets
        self.log = log
        let database = try configuration.database
        health = Health(role: role.rawValue, database: database)
        let store = Store(Connection(database))
        let office = try Office(store, configuration) { tally.add(.settled($0)) }
        let (reader, assets) = (store.reader, assets)
        switch role {
        case .dashboard:
            let dashboard = Dashboard(
                office: office,
                reader: reader,
                assets: assets,
                connectsExistingAccounts: configuration.connectsExistingAccounts,
                siteOperator: try configuration.siteOperator
            )
            pages = dashboard.respond
            errorPage = dashboard.errorPage
            return
        case .public:
            pages =
                PublicPages(office: office, reader: reader, assets: assets).respond
        case .stripe:
            let stripe = try configuration.stripeLine
            pages = StripePages(office: office, reader: reader, stripe: stripe, assets: assets).respond
        case .webhook:
            pages =
                Webhooks(
                    office: office,
                    secrets: try configuration.webhookSecrets,
                    takesRealMoney: try configuration.takesRealMoney
                ) { log.note($0, of: $1) }.respond
        }
        errorPage = { page, _ in page.response(assets) }
    }

    func respond(to request: Request) -> Response {
        if let answer = health.answer(to: request) {
            if let trouble = answer.trouble {
                log.warning("not ready", metadata: ["request": "\(request.id)", "cause": "\(trouble)"])
            }
            return answer.response
        }
        do {
            return watched(try pages(request), request)
        } catch {
            return response(to: error, request)
        }
    }

    /// The same answer, which tells the log when what follows its first bytes fails.
    private func watched(_ response: Response, _ request: Request) -> Response {
        guard let rest = response.rest else { return response }
        var response = response
        response.rest = {
            do {
                return try rest()
            } catch {
                log.error("answer broken off", metadata: ["request": "\(request.id)", "cause": "\(error)"])
                throw error
            }
        }
        return response
    }

    private func response(to error: any Error, _ request: Request) -> Response {
        let failure = Failure(error, id: request.id)
        if failure.page.status >= 500 {
            log.error("request failed", metadata: ["request": "\(request.id)", "cause": "\(failure.cause)"])
        }
        return errorPage(failure.page, request)
    }
}

extension Office {
    /// An office with the real world outside, which tells somebody of each settlement.
    init(
        _ store: Store,
        _ configuration: Configuration,
        noteSettlement: @escaping (SettlementOutcome) -> Void = { _ in }
    ) throws(ConfigurationError) {
        self.init(
            store: store,
            outside: .real(noteSettlement: noteSettlement),
            publicOrigin: try configuration.publicOrigin
        )
    }
}

extension Logger {
    /// What became of a knock of Stripe.
    fileprivate func note(_ verdict: TakeEvent.Verdict, of request: Request) {
        switch verdict {
        case .refused(let reason):
            warning("event refused", metadata: ["request": "\(request.id)", "cause": "\(reason)"])
        case .taken(let event, let type, let outcome):
            info(
                "event taken",
                metadata: [
                    "request": "\(request.id)", "event": "\(event)", "type": "\(type)", "outcome": "\(outcome)",
                ]
            )
        }
    }
}
