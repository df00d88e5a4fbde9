public import Invoicing
import Store

/// A freelancer adds an article to their catalogue, or changes one; lines that began with it stay as they are.
public struct SaveArticle {
    private let companyID: Int64
    private let articleID: Int64?
    private let seen: Edition?
    private let offer: Offer

    /// - Parameters:
    ///   - companyID: whose article.
    ///   - articleID: the article to change; nil for a new one.
    ///   - seen: what the article offered when its author began; without it nothing is changed.
    ///   - offer: what it offers.
    public init(companyID: Int64, articleID: Int64?, seen: Edition? = nil, offer: Offer) {
        self.companyID = companyID
        self.articleID = articleID
        self.seen = seen
        self.offer = offer
    }

    /// - Returns: the article's id.
    /// - Throws: ``NotFound`` or ``ChangedMeanwhile``.
    @discardableResult
    public func run(in office: Office) throws -> Int64 {
        try office.store.write { writer in
            guard let articleID else { return try writer.addArticle(offer, of: companyID, at: office.outside.now()) }
            guard let current = try writer.lockArticle(articleID, of: companyID)?.offer else { throw NotFound() }
            if try mustReplace(current, with: offer, seen: seen) {
                try writer.updateArticle(articleID, of: companyID, offer: offer)
            }
            return articleID
        }
    }
}
