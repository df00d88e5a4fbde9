public import Accounting
public import Invoicing
import MariaDB

extension Activity: SQLWord {}

/// A freelancer's company as it stands today.
public struct Company: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// What its invoices will say.
    public let seller: Seller
    /// How many days its clients have to pay, unless the invoice says otherwise.
    public let paymentTermDays: Int
    /// The fingerprint of its logo.
    public let logo: Fingerprint?
}

extension StoreReader {
    /// A company.
    public func company(_ id: Int64) throws -> Company? {
        try runner.row("\(Company.select) WHERE id = \(id)").map(Company.init)
    }

    /// The company of a user.
    public func company(ownedBy userID: Int64) throws -> Int64? {
        try runner.row("SELECT id FROM companies WHERE owner_id = \(userID)").map { try $0["id"] }
    }
}

extension StoreWriter {
    /// Locks a company until the transaction ends; false when there is none.
    @discardableResult public func lockCompany(_ id: Int64) throws -> Bool {
        try transaction.row("SELECT id FROM companies WHERE id = \(id) FOR UPDATE") != nil
    }

    /// What a company's invoices say, which cannot change before the transaction ends.
    func heldSeller(_ id: Int64) throws -> Seller? {
        try transaction.row("\(Company.select) WHERE id = \(id) LOCK IN SHARE MODE").map(Company.init)?.seller
    }

    /// Adds the company of a user; nil when they have one already.
    public func addCompany(
        _ seller: Seller,
        paymentTermDays: Int,
        ownerID: Int64,
        at now: Instant
    ) throws -> Int64? {
        try transaction.insertUnlessDuplicate(
            """
            INSERT INTO companies (owner_id, name, trade_name, street, postal_code, city, country, siren, siret,
                vat_number, under_franchise, activity, iban, bic, email, phone, registration, insurance, mediator,
                vat_on_debits, payment_term_days, created_at)
            VALUES (\(ownerID), \(seller.name), \(seller.tradeName), \(seller.address.street),
                \(seller.address.postalCode), \(seller.address.city), \(seller.address.country),
                \(seller.siren.digits), \(seller.siret?.digits), \(seller.vatNumber), \(seller.isUnderFranchise),
                \(seller.activity), \(seller.bank?.iban.compact), \(seller.bank?.bic?.code), \(seller.contact.email),
                \(seller.contact.phone), \(seller.notices.registration), \(seller.notices.insurance),
                \(seller.notices.mediator), \(seller.notices.paysVATOnDebits), \(paymentTermDays), \(now))
            """
        )?.lastInsertID
    }

    /// Changes what the law wants on a company's invoices; those issued before keep what they say.
    public func updateNotices(_ notices: SellerNotices, of companyID: Int64) throws {
        try transaction.execute(
            """
            UPDATE companies SET registration = \(notices.registration), insurance = \(notices.insurance),
                mediator = \(notices.mediator), vat_on_debits = \(notices.paysVATOnDebits)
            WHERE id = \(companyID)
            """
        )
    }

    /// Changes a company, but for its notices and its logo; invoices issued before keep what they say.
    public func updateCompany(_ id: Int64, seller: Seller, paymentTermDays: Int) throws {
        try transaction.execute(
            """
            UPDATE companies SET name = \(seller.name), trade_name = \(seller.tradeName),
                street = \(seller.address.street), postal_code = \(seller.address.postalCode),
                city = \(seller.address.city), country = \(seller.address.country), siren = \(seller.siren.digits),
                siret = \(seller.siret?.digits), email = \(seller.contact.email), phone = \(seller.contact.phone),
                vat_number = \(seller.vatNumber), under_franchise = \(seller.isUnderFranchise),
                activity = \(seller.activity), iban = \(seller.bank?.iban.compact), bic = \(seller.bank?.bic?.code),
                payment_term_days = \(paymentTermDays)
            WHERE id = \(id)
            """
        )
    }

    /// Changes the logo of a company; invoices issued before keep theirs.
    public func updateLogo(of companyID: Int64, png: [UInt8]?, sha256: Fingerprint?, at now: Instant) throws {
        if let png, let sha256 {
            try transaction.execute(
                "INSERT IGNORE INTO logos (sha256, png, created_at) VALUES (\(sha256), \(png), \(now))"
            )
        }
        try transaction.execute("UPDATE companies SET logo = \(sha256) WHERE id = \(companyID)")
    }
}

extension Company {
    fileprivate static let select: SQL = """
        SELECT id, name, trade_name, street, postal_code, city, country, siren, siret, vat_number, under_franchise,
            activity, iban, bic, email, phone, registration, insurance, mediator, vat_on_debits, payment_term_days,
            logo
        FROM companies
        """

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        paymentTermDays = try row["payment_term_days"]
        logo = try row["logo"]
        seller = try Seller(row, prefix: "")
    }
}

extension Seller {
    /// Reads a seller from columns whose names begin with a prefix.
    init(_ row: Row, prefix: String) throws {
        self.init(
            name: try row[prefix + "name"],
            tradeName: try row[prefix + "trade_name"],
            address: try Address(row, prefix: prefix),
            siren: try SIREN(stored: try row[prefix + "siren"]),
            vatNumber: try row[prefix + "vat_number"],
            isUnderFranchise: try row[prefix + "under_franchise"],
            activity: try row[prefix + "activity"],
            bank: try BankDetails(row, prefix: prefix),
            siret: try SIRET(stored: try row[prefix + "siret"]),
            contact: Contact(email: try row[prefix + "email"], phone: try row[prefix + "phone"]),
            notices: SellerNotices(
                registration: try row[prefix + "registration"],
                insurance: try row[prefix + "insurance"],
                mediator: try row[prefix + "mediator"],
                paysVATOnDebits: try row[prefix + "vat_on_debits"]
            )
        )
    }
}

extension Address {
    init(_ row: Row, prefix: String) throws {
        self.init(
            street: try row[prefix + "street"],
            postalCode: try row[prefix + "postal_code"],
            city: try row[prefix + "city"],
            country: try row[prefix + "country"]
        )
    }
}

extension SIREN {
    init(stored digits: String) throws {
        guard let siren = SIREN(digits) else { throw UnreadableRecord("a SIREN with a wrong check digit") }
        self = siren
    }
}

extension SIRET {
    init?(stored digits: String?) throws {
        guard let digits else { return nil }
        guard let siret = SIRET(digits) else { throw UnreadableRecord("a SIRET with wrong check digits") }
        self = siret
    }
}

extension BankDetails {
    fileprivate init?(_ row: Row, prefix: String) throws {
        guard let text: String = try row[prefix + "iban"] else { return nil }
        guard let iban = IBAN(text) else { throw UnreadableRecord("an IBAN with wrong check digits") }
        let bic: String? = try row[prefix + "bic"]
        self.init(iban: iban, bic: bic.flatMap(BIC.init))
    }
}
