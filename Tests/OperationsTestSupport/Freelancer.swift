import Accounting
public import Invoicing
import MariaDB
public import Operations
public import Store
import StripeTestSupport

/// Somebody with an account and a company.
public struct Freelancer: Sendable {
    /// The address they log in with.
    public let email: String
    /// Their row.
    public let userID: Int64
    /// Their company.
    public let companyID: Int64
    /// The session that signing up opened.
    public let session: Token
}

/// An invoice that was issued.
public struct Bill: Sendable {
    /// The invoice's row.
    public let id: Int64
    /// Its number.
    public let number: InvoiceNumber
    /// Its newest link.
    public let link: Token

    /// An invoice of this row, number and link.
    public init(id: Int64, number: InvoiceNumber, link: Token) {
        self.id = id
        self.number = number
        self.link = link
    }
}

/// A story cannot go on.
public struct StoryError: Error {
    let reason: String
}

extension Story {
    /// The password of every freelancer.
    public static let password = "un mot de passe long"

    /// Somebody signs up, confirms their address and describes their company.
    public func freelancer(_ email: String = "jeanne@exemple.fr", seller: Seller = .jeanne) throws -> Freelancer {
        let office = office(of: .dashboard)
        guard let session = try SignUp(email: email, password: Self.password).run(in: office)?.session,
            let user = try reader.user(email: email)
        else { throw StoryError(reason: "\(email) has an account already") }
        try confirmAddress(of: user.id)
        try SaveCompany(ownerID: user.id, companyID: nil, seller: seller, paymentTermDays: 30).run(in: office)
        guard let company = try reader.company(ownedBy: user.id) else { throw StoryError(reason: "no company") }
        return Freelancer(email: email, userID: user.id, companyID: company, session: session)
    }

    /// As if somebody had followed the link of their letter, which is then on its way no more.
    public func confirmAddress(of userID: Int64) throws {
        try forge("UPDATE users SET confirmed_at = created_at WHERE id = \(userID)")
        try forge("DELETE FROM outbox WHERE kind = 'mail_letter'")
        try forge("DELETE FROM letters WHERE user_id = \(userID)")
    }

    /// Somebody whose Stripe account takes payments.
    public func connectedFreelancer(
        _ email: String = "jeanne@exemple.fr",
        seller: Seller = .jeanne
    ) throws -> Freelancer {
        let freelancer = try freelancer(email, seller: seller)
        try connect(freelancer)
        return freelancer
    }

    /// A freelancer goes through Stripe's forms and comes back; answers the account's name.
    @discardableResult
    public func connect(_ freelancer: Freelancer) throws -> String {
        let office = office(of: .stripe)
        let address = try StartOnboarding(companyID: freelancer.companyID, email: freelancer.email)
            .run(in: office, stripe: stripe.line)
        guard let back = stripe.finishOnboarding(url: address),
            let token = Token(String(back.suffix(43)))
        else { throw StoryError(reason: "Stripe's forms lead nowhere") }
        try ReturnFromOnboarding(token: token, companyID: freelancer.companyID).run(in: office, stripe: stripe.line)
        _ = stripe.deliverEvents()
        guard let account = try reader.connectedAccount(of: freelancer.companyID) else {
            throw StoryError(reason: "no account")
        }
        return account.account
    }

    /// A freelancer adds a client.
    public func client(_ buyer: Buyer = .studio, of freelancer: Freelancer) throws -> Int64 {
        let saved = try SaveClient(companyID: freelancer.companyID, clientID: nil, buyer: buyer)
            .run(in: office(of: .dashboard))
        guard let saved else { throw StoryError(reason: "no client") }
        return saved
    }

    /// A form of a new document, just opened.
    public var newForm: FormOrigin { .form(Token.random(from: outside).fingerprint) }

    /// A freelancer writes a draft.
    public func draft(
        _ lines: [InvoiceLine] = [.work],
        for client: Int64,
        of freelancer: Freelancer,
        subject: String = "Refonte du site",
        kind: InvoiceKind = .invoice,
        deposits: [Int64] = []
    ) throws -> Int64 {
        let draft = SavedDraft(
            clientID: client,
            subject: subject,
            lines: lines,
            suppliedOn: nil,
            paymentTermDays: 30,
            kind: kind,
            depositIDs: deposits
        )
        return try SaveDraft(companyID: freelancer.companyID, draft: draft, from: newForm)
            .run(in: office(of: .dashboard))
    }

    /// A freelancer issues a draft.
    public func issue(_ draft: Int64, of freelancer: Freelancer, online: Bool = true) throws -> Bill {
        let number = try IssueInvoice(
            companyID: freelancer.companyID,
            invoiceID: draft,
            offersOnlinePayment: online
        ).run(in: office(of: .dashboard))
        guard let link = try reader.newestLink(of: draft).flatMap(Token.init) else {
            throw StoryError(reason: "no link")
        }
        return Bill(id: draft, number: number, link: link)
    }

    /// A freelancer issues an invoice to a new client.
    public func bill(
        from freelancer: Freelancer,
        to buyer: Buyer = .studio,
        _ lines: [InvoiceLine] = [.work]
    ) throws -> Bill {
        try issue(try draft(lines, for: try client(buyer, of: freelancer), of: freelancer), of: freelancer)
    }

    /// An invoice of 1 350,00 € that its client can pay online.
    public func payableBill() throws -> Bill {
        try bill(from: try connectedFreelancer())
    }
}
