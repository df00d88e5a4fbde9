import Accounting
import Documents
import French
import Invoicing

/// What a sample holds, for those who read its file; amounts in cents.
struct ManifestEntry: Encodable {
    let name: String
    let kind: String
    let typeCode: String
    let number: String
    let issuedOn: String
    let dueOn: String?
    let net: Int64
    let tax: Int64
    let gross: Int64
    let prepaid: Int64
    let payable: Int64
    let seller: String
    let buyer: String
    let lineNets: [Int64]
    let references: [String]
    /// The totals as a French reader finds them on the page.
    let frenchAmounts: [String]
    /// Texts that stand on the page.
    let texts: [String]
    let mentions: [String]
    /// What the QR codes on the page say.
    let codes: [String]
    /// The words of the stamp, if there is one.
    let stamp: String?
    let isForConsumer: Bool

    init(_ sample: Sample) {
        let document = sample.document
        let (invoice, totals) = (document.invoice, document.totals)
        let isCreditNote = document.creditNote != nil
        name = sample.name
        kind = isCreditNote ? "creditNote" : invoice.kind.rawValue
        typeCode = isCreditNote ? (invoice.kind == .deposit ? "503" : "381") : invoice.kind == .deposit ? "386" : "380"
        number = document.number.text
        issuedOn = document.issuedOn.iso
        dueOn = isCreditNote ? nil : invoice.dueOn.iso
        (net, tax, gross) = (totals.net.value, totals.tax.value, totals.gross.value)
        (prepaid, payable) = (document.prepaid.value, document.payable.value)
        (seller, buyer) = (invoice.seller.legalName, invoice.buyer.name)
        lineNets = document.lines.map(\.net.value)
        references = isCreditNote ? [invoice.number.text] : invoice.deposits.map(\.number.text)
        frenchAmounts = [totals.supplied, totals.supplied + totals.tax, totals.disbursed, document.payable]
            .filter { $0 > .zero }.map(\.french)
        texts = [document.number.text, invoice.seller.legalName, invoice.buyer.name, invoice.purchaseOrder]
            .filter { !$0.isEmpty }
        mentions = document.mentions
        codes = [sample.marks.cardAddress, sample.marks.transfer?.text].compactMap(\.self)
        stamp = sample.marks.stamp.map(Self.words)
        isForConsumer = invoice.buyer.kind == .person
    }

    /// None when there is no account to transfer to, or nothing to pay.

    private static func words(of stamp: Marks.Stamp) -> String {
        switch stamp {
        case .paid(let day): "FACTURE ACQUITTÉE le \(day?.frenchLong ?? "")"
        case .cancelled(let number): "ANNULÉE par l’avoir \(number)"
        }
    }
}
