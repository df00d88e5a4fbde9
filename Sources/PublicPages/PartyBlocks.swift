import French
import Invoicing
import Web

/// Who sells, as a document says it.
struct SellerBlock {
    let seller: Seller

    var html: HTML {
        """
        \(seller.tradeName.map { "<p class=\"name\">\($0)</p>" as HTML })
        <p class="name">\(seller.legalName)</p>
        \(seller.address.paragraphs)
        <p>\(number)</p>
        \(seller.notices.registration.map { "<p>\($0)</p>" as HTML })
        \(seller.vatNumber.map { "<p>N°\u{A0}TVA \($0)</p>" as HTML })
        \(seller.contact.email.map { "<p>\($0)</p>" as HTML })
        \(seller.contact.phone.map { "<p>Tél.\u{A0}\($0)</p>" as HTML })
        """
    }

    private var number: String {
        seller.siret.map { "SIRET \($0.text)" } ?? "SIREN \(seller.siren.text)"
    }
}

/// Who buys, as a document says it.
struct BuyerBlock {
    let buyer: Buyer

    var html: HTML {
        """
        <p class="name">\(buyer.name)</p>
        \(buyer.address.paragraphs)
        \(buyer.siren.map { "<p>SIREN \($0.text)</p>" as HTML })
        \(buyer.vatNumber.map { "<p>N°\u{A0}TVA \($0)</p>" as HTML })
        """
    }
}

extension Address {
    /// A paragraph for each line; what was typed as the street may have several.
    fileprivate var paragraphs: [HTML] {
        french.flatMap { $0.split(whereSeparator: \.isNewline) }.map { "<p>\(String($0))</p>" }
    }
}
