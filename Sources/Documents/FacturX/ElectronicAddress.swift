import Invoicing

/// Where electronic invoices reach a party (BT-34 and BT-49): a number or an address, and the list it is from.
struct ElectronicAddress: Equatable {
    let identifier: String
    /// A code of the EAS list: "0225" for the French directory of platforms, "EM" for mail.
    let scheme: String

    /// The address of a French business in the directory of platforms: its SIREN (BR-FR-21).
    init(siren: SIREN) {
        self.init(identifier: siren.digits, scheme: "0225")
    }

    /// The address of a client.
    ///
    /// BR-FR-12 wants one of every client, of consumers too. Where we know none the file goes nowhere by itself: the seller
    /// hands it over. It then names the seller's own address, where the answers to it arrive, rather than one made up.
    init(of buyer: Buyer, from seller: Seller) {
        if let siren = buyer.siren {
            self.init(siren: siren)
        } else if let email = buyer.email, (1...Self.maximumLength).contains(email.count) {
            self.init(identifier: email, scheme: "EM")
        } else {
            self.init(siren: seller.siren)
        }
    }

    private init(identifier: String, scheme: String) {
        self.identifier = identifier
        self.scheme = scheme
    }

    var element: XML {
        XML("ram:URIUniversalCommunication") { XML("ram:URIID", identifier, [("schemeID", scheme)]) }
    }

    /// BR-FR-25.
    private static let maximumLength = 125
}
