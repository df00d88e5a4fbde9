import Accounting
import Invoicing

extension CrossIndustryInvoice {
    /// What is to be paid, how and by when.
    var settlement: XML {
        XML("ram:ApplicableHeaderTradeSettlement") {
            if document.creditNote == nil { XML("ram:PaymentReference", document.number.text) }
            XML("ram:InvoiceCurrencyCode", "EUR")
            paymentMeans
            for group in VATGroup.groups(of: document.totals) { tax(group) }
            terms
            summation
            references
        }
    }

    /// BG-16: a transfer, when there is an account to send it to.
    ///
    /// All the means of a file have one code (CII-SR-467), and whether an invoice may be paid by card changes after its
    /// issue: without an account nothing is said. A credit note asks for no payment.
    private var paymentMeans: XML? {
        guard document.creditNote == nil, let bank = seller.bank else { return nil }
        return XML("ram:SpecifiedTradeSettlementPaymentMeans") {
            // UNTDID 4461: SEPA credit transfer.
            XML("ram:TypeCode", "58")
            XML("ram:PayeePartyCreditorFinancialAccount") {
                XML("ram:IBANID", bank.iban.compact)
                XML("ram:AccountName", seller.legalName)
            }
            XML("ram:PayeeSpecifiedCreditorFinancialInstitution") { XML("ram:BICID", bank.bic?.code) }
        }
    }

    /// BG-23.
    private func tax(_ group: VATGroup) -> XML {
        let isOnDebits = seller.notices.paysVATOnDebits && group.vat.category == .standard
        return XML("ram:ApplicableTradeTax") {
            XML("ram:CalculatedAmount", group.tax.figure)
            XML("ram:TypeCode", "VAT")
            XML("ram:ExemptionReason", group.exemptionReason(among: document.mentions))
            XML("ram:BasisAmount", group.base.figure)
            XML("ram:CategoryCode", group.vat.category.rawValue)
            XML("ram:ExemptionReasonCode", group.exemptionCode)
            // BT-8: the day of the invoice makes the tax due, when the seller chose it (CGI article 269-2-c).
            if isOnDebits { XML("ram:DueDateTypeCode", "5") }
            XML("ram:RateApplicablePercent", group.vat.figure)
        }
    }

    /// BT-9, or in words where nothing is to be paid, for an amount wants one of them (BR-CO-25).
    private var terms: XML {
        XML("ram:SpecifiedTradePaymentTerms") {
            if document.creditNote == nil {
                invoice.dueOn.element("ram:DueDateDateTime")
            } else {
                XML("ram:Description", "Avoir\u{A0}: aucun paiement n’est demandé.")
            }
        }
    }

    /// BG-22.
    private var summation: XML {
        let totals = document.totals
        return XML("ram:SpecifiedTradeSettlementHeaderMonetarySummation") {
            XML("ram:LineTotalAmount", totals.net.figure)
            XML("ram:TaxBasisTotalAmount", totals.net.figure)
            XML("ram:TaxTotalAmount", totals.tax.figure, [("currencyID", "EUR")])
            XML("ram:GrandTotalAmount", totals.gross.figure)
            if document.prepaid > .zero { XML("ram:TotalPrepaidAmount", document.prepaid.figure) }
            XML("ram:DuePayableAmount", document.payable.figure)
        }
    }

    /// BG-3: the invoice that a credit note corrects (BR-FR-CO-05), or the deposits that an invoice takes off.
    private var references: [XML] {
        let documents =
            document.creditNote == nil
            ? invoice.deposits.map { ($0.number, $0.issuedOn) } : [(invoice.number, invoice.issuedOn)]
        return documents.map { number, day in
            XML("ram:InvoiceReferencedDocument") {
                XML("ram:IssuerAssignedID", number.text)
                day.element("ram:FormattedIssueDateTime", type: "qdt:DateTimeString")
            }
        }
    }
}
