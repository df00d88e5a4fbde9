public import Invoicing

/// A company as its owner describes it: all but its notices and its logo, which are changed elsewhere.
public struct CompanyCard: Sendable, Equatable {
    /// What its invoices will say, without notices.
    public let seller: Seller
    /// How many days its clients have to pay.
    public let paymentTermDays: Int

    /// The card of this seller, whatever their notices.
    public init(_ seller: Seller, paymentTermDays: Int) {
        self.seller = Seller(
            name: seller.name,
            tradeName: seller.tradeName,
            address: seller.address,
            siren: seller.siren,
            vatNumber: seller.vatNumber,
            isUnderFranchise: seller.isUnderFranchise,
            activity: seller.activity,
            bank: seller.bank,
            siret: seller.siret,
            contact: seller.contact
        )
        self.paymentTermDays = paymentTermDays
    }
}

extension Company {
    /// What its owner describes.
    public var card: CompanyCard { CompanyCard(seller, paymentTermDays: paymentTermDays) }
}
