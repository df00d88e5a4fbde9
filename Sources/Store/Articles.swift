public import Accounting
public import Invoicing
import MariaDB

/// An offer in a company's catalogue.
public struct Article: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// What lines begin with.
    public let offer: Offer
    /// True when it is offered no more.
    public let isArchived: Bool
}

extension StoreReader {
    /// The articles of a company, by designation.
    ///
    /// - Parameters:
    ///   - companyID: whose catalogue.
    ///   - archived: those offered no more, or the others.
    ///   - search: what their designations contain; everything when empty.
    ///   - previous: the article after which they come.
    ///   - limit: how many at most.
    /// - Returns: the articles.
    /// - Throws: the database's error.
    public func articles(
        of companyID: Int64,
        archived: Bool = false,
        containing search: String = "",
        after previous: Article? = nil,
        limit: Int
    ) throws -> [Article] {
        let start: SQL =
            previous.map { previous in
                let designation = previous.offer.designation
                return """
                    AND designation >= \(designation) AND (designation > \(designation) OR id > \(previous.id))
                    """
            } ?? ""
        let match: SQL = search.isEmpty ? "" : "AND designation LIKE \(search.asPart) ESCAPE '|'"
        return try runner.rows(
            """
            SELECT \(Article.columns) FROM articles
            WHERE company_id = \(companyID) AND is_archived = \(archived) \(start) \(match)
            ORDER BY designation, id LIMIT \(limit)
            """
        ).map(Article.init)
    }

    /// An article, if it is this company's.
    public func article(_ id: Int64, of companyID: Int64) throws -> Article? {
        try runner.row("SELECT \(Article.columns) FROM articles WHERE id = \(id) AND company_id = \(companyID)")
            .map(Article.init)
    }
}

extension StoreWriter {
    /// Adds an article.
    public func addArticle(_ offer: Offer, of companyID: Int64, at now: Instant) throws -> Int64 {
        try transaction.execute(
            """
            INSERT INTO articles (company_id, designation, unit, price_millionths, vat_rate, exemption, created_at)
            VALUES (\(companyID), \(offer.designation), \(offer.unit), \(offer.unitPrice.millionths),
                \(offer.vat.storedRate), \(offer.vat.storedExemption), \(now))
            """
        ).lastInsertID
    }

    /// Locks an article, if it is this company's.
    public func lockArticle(_ id: Int64, of companyID: Int64) throws -> Article? {
        try transaction.row(
            "SELECT \(Article.columns) FROM articles WHERE id = \(id) AND company_id = \(companyID) FOR UPDATE"
        ).map(Article.init)
    }

    /// Changes what a company's article offers; the caller holds its lock.
    public func updateArticle(_ id: Int64, of companyID: Int64, offer: Offer) throws {
        try transaction.execute(
            """
            UPDATE articles SET designation = \(offer.designation), unit = \(offer.unit),
                price_millionths = \(offer.unitPrice.millionths), vat_rate = \(offer.vat.storedRate),
                exemption = \(offer.vat.storedExemption)
            WHERE id = \(id) AND company_id = \(companyID)
            """
        )
    }

    /// Takes a company's article out of its catalogue, or back; false when it has no such article.
    public func archiveArticle(_ id: Int64, of companyID: Int64, _ isArchived: Bool) throws -> Bool {
        try transaction.execute(
            "UPDATE articles SET is_archived = \(isArchived) WHERE id = \(id) AND company_id = \(companyID)"
        ).affectedRows == 1
    }
}

extension Article {
    fileprivate static let columns: SQL = "id, designation, unit, price_millionths, vat_rate, exemption, is_archived"

    fileprivate init(_ row: Row) throws {
        id = try row["id"]
        offer = Offer(
            designation: try row["designation"],
            unit: try row["unit"],
            unitPrice: UnitPrice(millionths: try row["price_millionths"]),
            vat: try VAT(row)
        )
        isArchived = try row["is_archived"]
    }
}
