import Accounting
import Invoicing

extension CrossIndustryInvoice {
    /// BG-25, numbered from 1.
    var lines: [XML] {
        document.lines.enumerated().map { place, line in
            XML("ram:IncludedSupplyChainTradeLineItem") {
                XML("ram:AssociatedDocumentLineDocument") { XML("ram:LineID", String(place + 1)) }
                XML("ram:SpecifiedTradeProduct") { XML("ram:Name", line.designation, isCompulsory: true) }
                XML("ram:SpecifiedLineTradeAgreement") {
                    XML("ram:NetPriceProductTradePrice") { XML("ram:ChargeAmount", line.unitPrice.figure) }
                }
                XML("ram:SpecifiedLineTradeDelivery") {
                    XML("ram:BilledQuantity", line.quantity.figure, [("unitCode", UnitCode.of(line.unit))])
                }
                settlement(of: line)
            }
        }
    }

    private func settlement(of line: InvoiceLine) -> XML {
        XML("ram:SpecifiedLineTradeSettlement") {
            XML("ram:ApplicableTradeTax") {
                XML("ram:TypeCode", "VAT")
                XML("ram:CategoryCode", line.vat.category.rawValue)
                XML("ram:RateApplicablePercent", line.vat.figure)
            }
            if let discount = line.discount { allowance(discount, on: line) }
            XML("ram:SpecifiedTradeSettlementLineMonetarySummation") { XML("ram:LineTotalAmount", line.net.figure) }
        }
    }

    /// BG-27: what is taken off, beside the price and never in it (CGI annexe II article 242 nonies A I-9°).
    private func allowance(_ discount: Discount, on line: InvoiceLine) -> XML {
        XML("ram:SpecifiedTradeAllowanceCharge") {
            XML("ram:ChargeIndicator") { XML("udt:Indicator", "false") }
            XML("ram:CalculationPercent", discount.figure)
            XML("ram:BasisAmount", line.beforeDiscount.figure)
            XML("ram:ActualAmount", line.discounted.figure)
            // UNTDID 5189: a discount.
            XML("ram:ReasonCode", "95")
            XML("ram:Reason", "Remise")
        }
    }
}
