import Accounting
public import Invoicing

/// A document as machines read it: the XML that is put into its PDF.
///
/// Factur-X 1.09.2, profile EN 16931 (a UN/CEFACT Cross Industry Invoice), under the French rules of XP Z12-012 (BR-FR). The
/// same document gives the same bytes.
public struct FacturX: Sendable {
    /// The name under which the file stands in the PDF (Factur-X 1.09.2 §6.2.1).
    public static let fileName = "factur-x.xml"

    /// The file, in UTF-8.
    public let xml: [UInt8]

    /// The XML of a document.
    public init(_ document: LegalDocument) {
        let invoice = CrossIndustryInvoice(document: document).root
        xml = Array(invoice.file.utf8)
    }
}

/// The tree of a document, in the order of the schema; each part has a file of its own.
struct CrossIndustryInvoice {
    let document: LegalDocument

    var root: XML {
        XML("rsm:CrossIndustryInvoice", Self.namespaces) {
            context
            header
            XML("rsm:SupplyChainTradeTransaction") {
                lines
                agreement
                delivery
                settlement
            }
        }
    }

    var invoice: IssuedInvoice { document.invoice }
    var seller: Seller { invoice.seller }
    var buyer: Buyer { invoice.buyer }

    private static let namespaces = [
        ("xmlns:rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"),
        ("xmlns:qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"),
        ("xmlns:ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"),
        ("xmlns:udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"),
    ]
}
