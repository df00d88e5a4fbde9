public import Invoicing
import Store

/// A freelancer describes their company, or changes its description; issued invoices keep what they say.
///
/// What is not issued or sent yet is counted under the regime of VAT that it says.
public struct SaveCompany {
    private let ownerID: Int64
    private let companyID: Int64?
    private let seen: Edition?
    private let seller: Seller
    private let paymentTermDays: Int

    /// - Parameters:
    ///   - ownerID: who describes it.
    ///   - companyID: their company; nil until they have one.
    ///   - seen: the card of the company as its author saw it; without it nothing is changed.
    ///   - seller: what its invoices will say.
    ///   - paymentTermDays: how many days its clients have to pay.
    public init(ownerID: Int64, companyID: Int64?, seen: Edition? = nil, seller: Seller, paymentTermDays: Int) {
        self.ownerID = ownerID
        self.companyID = companyID
        self.seen = seen
        self.seller = seller
        self.paymentTermDays = paymentTermDays
    }

    /// Writes it down; a second creation by the same owner (a double click) changes nothing.
    ///
    /// - Throws: ``NotFound`` or ``ChangedMeanwhile``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            if let companyID {
                try writer.lockCompany(companyID)
                guard let former = try writer.reader.company(companyID) else { throw NotFound() }
                let card = CompanyCard(seller, paymentTermDays: paymentTermDays)
                guard try mustReplace(former.card, with: card, seen: seen) else { return }
                try writer.updateCompany(companyID, seller: seller, paymentTermDays: paymentTermDays)
                if former.seller.possibleVAT != seller.possibleVAT {
                    try writer.countUnissued(of: companyID, by: seller)
                }
            } else {
                _ = try writer.addCompany(
                    seller,
                    paymentTermDays: paymentTermDays,
                    ownerID: ownerID,
                    at: office.outside.now()
                )
            }
        }
    }
}
