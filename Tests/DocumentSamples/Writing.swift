import Accounting
import Invoicing

extension InvoiceLine {
    /// A line, its figures as typed.
    static func of(
        _ designation: String = "Développement d’une boutique en ligne",
        _ price: String = "450",
        quantity: String = "1",
        unit: String = "jour",
        _ vat: VAT = .franchise,
        discount: String? = nil
    ) throws -> InvoiceLine {
        InvoiceLine(
            designation: designation,
            quantity: try read(quantity) { Quantity($0) },
            unit: unit,
            unitPrice: try read(price) { UnitPrice($0) },
            vat: vat,
            discount: try discount.map { try read($0) { Discount($0) } }
        )
    }
}

extension IssuedInvoice {
    /// An invoice issued as the product issues them, on 23 November 2026.
    static func of(
        _ lines: [InvoiceLine],
        seller: Seller,
        buyer: Buyer,
        subject: String = "",
        suppliedOn: Day? = nil,
        term: Int = 30,
        kind: InvoiceKind = .invoice,
        purchaseOrder: String = "",
        deposits: [DeductedDeposit] = [],
        sequence: Int64 = 7
    ) throws -> IssuedInvoice {
        let draft = Draft(
            seller: seller,
            buyer: buyer,
            subject: subject,
            lines: lines,
            suppliedOn: suppliedOn,
            paymentTermDays: term,
            kind: kind,
            purchaseOrder: purchaseOrder,
            deposits: deposits
        )
        let number = InvoiceNumber(series: .invoice, year: 2026, sequence: sequence)
        return try draft.issued(as: number, on: try read("2026-11-23") { Day(iso: $0) })
    }

    /// A credit note on it, issued some days later.
    func creditNote(
        _ scope: CreditedContent.Scope,
        after earlier: [CreditNote] = [],
        reason: String = "Erreur de quantité"
    ) throws -> CreditNote {
        let content = try CreditedContent(scope, of: self, after: earlier)
        return CreditNote(
            number: InvoiceNumber(series: .creditNote, year: 2026, sequence: Int64(earlier.count + 1)),
            issuedOn: issuedOn.adding(days: earlier.count + 3),
            amount: content.amount,
            isTotal: (earlier.map(\.amount) + [content.amount]).sum == payable,
            reason: reason,
            lines: content.lines,
            totals: content.totals
        )
    }

    /// What a final invoice takes off, once this deposit is paid.
    var deducted: DeductedDeposit { DeductedDeposit(number: number, issuedOn: issuedOn, amount: totals.gross) }
}

extension Sample {
    init(_ name: String, _ invoice: IssuedInvoice) {
        self.init(name: name, document: .invoice(invoice))
    }

    init(_ name: String, _ creditNote: CreditNote, on invoice: IssuedInvoice) {
        self.init(name: name, document: .creditNote(creditNote, correcting: invoice))
    }
}
