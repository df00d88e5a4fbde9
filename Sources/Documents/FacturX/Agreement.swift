import Accounting
import Invoicing

extension CrossIndustryInvoice {
    /// Who sells to whom, and on what order.
    var agreement: XML {
        XML("ram:ApplicableHeaderTradeAgreement") {
            sellerParty
            buyerParty
            XML("ram:BuyerOrderReferencedDocument") { XML("ram:IssuerAssignedID", invoice.purchaseOrder) }
        }
    }

    /// BG-4.
    private var sellerParty: XML {
        XML("ram:SellerTradeParty") {
            XML("ram:GlobalID", seller.siret?.digits, [("schemeID", "0009")])
            XML("ram:Name", seller.legalName, isCompulsory: true)
            XML("ram:Description", seller.notices.registration)
            XML("ram:SpecifiedLegalOrganization") {
                XML("ram:ID", seller.siren.digits, [("schemeID", "0002")])
                XML("ram:TradingBusinessName", seller.tradeName)
            }
            contact
            seller.address.element
            ElectronicAddress(siren: seller.siren).element
            taxRegistration
        }
    }

    /// BG-6; whom to ask for says nothing without a way to ask.
    private var contact: XML? {
        guard seller.contact.phone != nil || seller.contact.email != nil else { return nil }
        return XML("ram:DefinedTradeContact") {
            XML("ram:PersonName", seller.name)
            XML("ram:TelephoneUniversalCommunication") { XML("ram:CompleteNumber", seller.contact.phone) }
            XML("ram:EmailURIUniversalCommunication") { XML("ram:URIID", seller.contact.email) }
        }
    }

    /// BT-31, or BT-32 when the seller has no VAT number: one of them is compulsory (BR-E-02).
    private var taxRegistration: XML {
        XML("ram:SpecifiedTaxRegistration") {
            if let number = seller.vatNumber {
                XML("ram:ID", number, [("schemeID", "VA")])
            } else {
                XML("ram:ID", seller.siren.digits, [("schemeID", "FC")])
            }
        }
    }

    /// BG-7.
    private var buyerParty: XML {
        XML("ram:BuyerTradeParty") {
            XML("ram:Name", buyer.name, isCompulsory: true)
            XML("ram:SpecifiedLegalOrganization") { XML("ram:ID", buyer.siren?.digits, [("schemeID", "0002")]) }
            buyer.address.element
            ElectronicAddress(of: buyer, from: seller).element
            XML("ram:SpecifiedTaxRegistration") { XML("ram:ID", buyer.vatNumber, [("schemeID", "VA")]) }
        }
    }
}

extension Address {
    /// A postal address; of a person who keeps theirs to themselves, the country alone.
    var element: XML {
        let lines = street.split(whereSeparator: \.isNewline).map(String.init)
        return XML("ram:PostalTradeAddress") {
            XML("ram:PostcodeCode", postalCode)
            XML("ram:LineOne", lines.first)
            XML("ram:LineTwo", lines.dropFirst().first)
            XML("ram:LineThree", lines.dropFirst(2).joined(separator: ", "))
            XML("ram:CityName", city)
            XML("ram:CountryID", country)
        }
    }
}
