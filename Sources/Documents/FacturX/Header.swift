import Accounting
import Invoicing

extension CrossIndustryInvoice {
    /// BG-2: which rules the file keeps to.
    var context: XML {
        XML("rsm:ExchangedDocumentContext") {
            XML("ram:BusinessProcessSpecifiedDocumentContextParameter") { XML("ram:ID", billingFramework) }
            XML("ram:GuidelineSpecifiedDocumentContextParameter") { XML("ram:ID", "urn:cen.eu:en16931:2017") }
        }
    }

    /// What the document is, and what it says in words.
    var header: XML {
        XML("rsm:ExchangedDocument") {
            XML("ram:ID", document.number.text)
            XML("ram:TypeCode", typeCode)
            document.issuedOn.element("ram:IssueDateTime")
            notes
        }
    }

    /// BT-23, the « cadre de facturation »: B for goods, S for services; 1 for a first invoice, 4 for one after a deposit
    /// (XP Z12-012, BR-FR-08 and BR-FR-CO-08).
    private var billingFramework: String {
        let supply = seller.activity == .sale ? "B" : "S"
        return supply + (document.prepaid > .zero ? "4" : "1")
    }

    /// BT-3 (UNTDID 1001, the list of BR-FR-04).
    private var typeCode: String {
        switch (document, invoice.kind) {
        case (.invoice, .invoice), (.preview, .invoice): "380"
        case (.invoice, .deposit), (.preview, .deposit): "386"
        case (.creditNote, .invoice): "381"
        // A credit note on the invoice of a deposit has a code of its own in France (BR-FR-04, BR-FR-CO-08).
        case (.creditNote, .deposit): "503"
        // An offer, in the same list: no file for machines is made of one.
        case (.quote, _): "310"
        }
    }
}
