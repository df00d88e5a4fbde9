import Accounting
import Invoicing
import MariaDB

/// Both parties of a document, as they stand in the row that freezes it.
enum FrozenParties {
    static let columns: SQL = """
        seller_name, seller_trade_name, seller_street, seller_postal_code, seller_city, seller_country, seller_siren,
        seller_siret, seller_vat_number, seller_under_franchise, seller_activity, seller_iban, seller_bic, seller_email,
        seller_phone, seller_registration, seller_insurance, seller_mediator, seller_vat_on_debits, seller_logo,
        buyer_kind, buyer_name, buyer_street, buyer_postal_code, buyer_city, buyer_country, buyer_siren,
        buyer_vat_number, buyer_email
        """

    /// The values of ``columns``.
    static func values(_ seller: Seller, logo: Fingerprint?, _ buyer: Buyer) -> SQL {
        """
        \(seller.name), \(seller.tradeName), \(seller.address.street), \(seller.address.postalCode),
        \(seller.address.city), \(seller.address.country), \(seller.siren.digits), \(seller.siret?.digits),
        \(seller.vatNumber), \(seller.isUnderFranchise), \(seller.activity), \(seller.bank?.iban.compact),
        \(seller.bank?.bic?.code), \(seller.contact.email), \(seller.contact.phone),
        \(seller.notices.registration), \(seller.notices.insurance), \(seller.notices.mediator),
        \(seller.notices.paysVATOnDebits), \(logo),
        \(buyer.kind), \(buyer.name), \(buyer.address.street), \(buyer.address.postalCode),
        \(buyer.address.city), \(buyer.address.country), \(buyer.siren?.digits), \(buyer.vatNumber),
        \(buyer.email)
        """
    }
}
