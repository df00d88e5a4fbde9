public import Invoicing
import Operations
public import Store

extension Story {
    /// A freelancer changes a draft of theirs, as they see it now.
    public func rewrite(_ draft: Int64, of freelancer: Freelancer, to new: SavedDraft) throws {
        guard let current = try reader.draft(draft, of: freelancer.companyID) else {
            throw StoryError(reason: "no draft")
        }
        _ = try SaveDraft(
            companyID: freelancer.companyID,
            draft: new,
            from: .saved(draft),
            seen: Edition(of: current)
        ).run(in: office(of: .dashboard))
    }

    /// A freelancer changes what their company is, as they see it now.
    public func rewrite(_ freelancer: Freelancer, to seller: Seller, paymentTermDays: Int = 30) throws {
        guard let current = try reader.company(freelancer.companyID) else { throw StoryError(reason: "no company") }
        try SaveCompany(
            ownerID: freelancer.userID,
            companyID: freelancer.companyID,
            seen: Edition(of: current.card),
            seller: seller,
            paymentTermDays: paymentTermDays
        ).run(in: office(of: .dashboard))
    }

    /// A freelancer changes a client of theirs, as they see them now.
    public func rewrite(client: Int64, of freelancer: Freelancer, to buyer: Buyer) throws {
        guard let current = try reader.client(client, of: freelancer.companyID) else {
            throw StoryError(reason: "no client")
        }
        _ = try SaveClient(
            companyID: freelancer.companyID,
            clientID: client,
            seen: Edition(of: current.card),
            buyer: buyer
        ).run(in: office(of: .dashboard))
    }
}
