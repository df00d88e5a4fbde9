import Accounting
import Invoicing

extension CrossIndustryInvoice {
    /// When it was supplied, and where goods went that crossed a border of the Union (BR-IC-11 and BR-IC-12).
    var delivery: XML {
        XML("ram:ApplicableHeaderTradeDelivery") {
            if document.lines.contains(where: { $0.vat.category == .goodsInUnion }) {
                XML("ram:ShipToTradeParty") { buyer.address.element }
            }
            if let day = invoice.suppliedOn {
                XML("ram:ActualDeliverySupplyChainEvent") { day.element("ram:OccurrenceDateTime") }
            }
        }
    }
}
