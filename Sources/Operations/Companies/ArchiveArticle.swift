import Store

/// A freelancer offers an article no more, or again.
public struct ArchiveArticle {
    private let companyID: Int64
    private let articleID: Int64
    private let isArchived: Bool

    /// - Parameters:
    ///   - companyID: whose article.
    ///   - articleID: the article.
    ///   - isArchived: false to offer it again.
    public init(companyID: Int64, articleID: Int64, isArchived: Bool) {
        self.companyID = companyID
        self.articleID = articleID
        self.isArchived = isArchived
    }

    /// Takes it out of the catalogue, or back.
    ///
    /// - Throws: ``NotFound``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            guard try writer.archiveArticle(articleID, of: companyID, isArchived) else { throw NotFound() }
        }
    }
}
