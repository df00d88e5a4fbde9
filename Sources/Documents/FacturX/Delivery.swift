import Accounting
import Invoicing

extension CrossIndustryInvoice {
    /// When it was supplied, and where goods went that crossed a border of the Union (BR-IC-11 and BR-IC-12).
    var delivery: XML {
        XML("ram:ApplicableHeaderTradeDelivery") {
            if document.lines.contains(where: { $0.vat.category == .goodsInUnion }) {
                XML("ram:ShipToTradeParty") { buyer.address.element }
            }
            // BT-72, of a deposit the day it is asked: an invoice says the day only where it is not that of its issue
            // (CGI annexe II article 242 nonies A I-10°), and the schema wants something here.
            XML("ram:ActualDeliverySupplyChainEvent") {
                (invoice.suppliedOn ?? invoice.issuedOn).element("ram:OccurrenceDateTime")
            }
        }
    }
}
