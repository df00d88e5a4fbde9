public import Accounting
public import Invoicing

extension InvoiceKind {
    /// Its title, which the law wants on it.
    public var french: String {
        switch self {
        case .invoice: "Facture"
        case .deposit: "Facture d’acompte"
        }
    }
}

extension LegalDocument {
    /// The word at its head.
    public var title: String {
        switch self {
        case .invoice(let invoice): invoice.kind.french
        case .creditNote: "Avoir"
        case .quote: "Devis"
        case .preview(let document): document.title
        }
    }

    /// What its last total is called.
    public var totalTitle: String {
        switch self {
        case .invoice: "Net à payer"
        case .creditNote: "Montant de l’avoir"
        case .quote: "Montant du devis"
        case .preview(let document): document.totalTitle
        }
    }

    /// What the client is called above their address.
    public var buyerTitle: String { asksForPayment ? "Facturé à" : "Client" }
}

extension Activity {
    /// What was supplied, as the law names it (CGI annexe II article 242 nonies A I-8° bis).
    public var natureOfSupply: String {
        switch self {
        case .sale: "Livraison de biens"
        case .service, .liberal: "Prestation de services"
        }
    }
}

extension CreditNote {
    /// The sentence that ties it to the invoice it corrects (CGI article 289 I-5).
    public func french(correcting invoice: IssuedInvoice) -> String {
        let named = "la facture \(invoice.number.text) du \(invoice.issuedOn.frenchLong)"
        return isTotal ? "Avoir qui annule \(named)." : "Avoir sur \(named), qui en réduit d’autant le montant dû."
    }
}

extension Discount {
    /// The discount as it stands under a line: "Remise 12,5 %".
    public var french: String { "Remise \(text)\u{A0}%" }
}
