public import Accounting

/// What a credit note takes back of an invoice: its lines and what they come to.
public struct CreditedContent: Sendable, Equatable {
    /// How the seller says it.
    public enum Scope: Sendable, Equatable {
        /// Everything that no earlier credit note took back.
        case rest
        /// An amount, taxes included, spread over the VAT rates of the invoice in proportion to what is left of each; a
        /// « débours » is no price that could be lowered, and gives only what the rest does not.
        case amount(Cents)
        /// So much of some lines, by their place in the invoice, from 0.
        case lines([Int: Quantity])
    }

    /// The lines.
    public let lines: [InvoiceLine]
    /// What they come to.
    public let totals: Totals
    /// What is taken back of what the client was asked for: the total without the deposits of the invoice, mirrored.
    public let amount: Cents

    /// The content of a credit note.
    ///
    /// - Parameters:
    ///   - scope: how the seller says it.
    ///   - invoice: the invoice it corrects.
    ///   - earlier: the credit notes issued before.
    /// - Throws: ``CreditNoteRefusal``.
    public init(_ scope: Scope, of invoice: IssuedInvoice, after earlier: [CreditNote]) throws(CreditNoteRefusal) {
        let rest = Rest(of: invoice, after: earlier)
        let credited = earlier.map(\.amount).sum
        switch scope {
        case .rest where earlier.isEmpty:
            (lines, totals, amount) = (invoice.lines, invoice.totals, invoice.payable)
        case .rest:
            let parts = rest.parts
            (lines, totals) = (parts.map { $0.line(of: invoice) }, Totals(of: parts))
            amount = invoice.payable - credited
        case .amount(let asked):
            guard asked > .zero else { throw .notAnAmount }
            guard asked <= invoice.payable - credited else { throw .moreThanInvoiced }
            if asked == invoice.payable - credited {
                self = try CreditedContent(.rest, of: invoice, after: earlier)
                return
            }
            let parts = rest.spread(asked)
            (lines, totals, amount) = (parts.map { $0.line(of: invoice) }, Totals(of: parts), asked)
        case .lines(let quantities):
            lines = try Self.lines(quantities, of: invoice, after: earlier)
            totals = try rest.fitted(Totals(of: lines))
            guard totals.gross > .zero else { throw .notAnAmount }
            guard totals.gross <= invoice.payable - credited else { throw .moreThanInvoiced }
            amount = totals.gross
        }
        guard amount > .zero, !lines.isEmpty, totals.gross >= amount else { throw .moreThanInvoiced }
    }

    private static func lines(
        _ quantities: [Int: Quantity],
        of invoice: IssuedInvoice,
        after earlier: [CreditNote]
    ) throws(CreditNoteRefusal) -> [InvoiceLine] {
        var lines: [InvoiceLine] = []
        for (place, line) in invoice.lines.enumerated() {
            guard let quantity = quantities[place] else { continue }
            lines.append(line.with(quantity: quantity))
            let credited = (earlier.flatMap(\.lines) + lines).quantity(like: line)
            guard quantity.tenThousandths <= line.quantity.tenThousandths,
                credited <= invoice.lines.quantity(like: line)
            else { throw .moreThanInvoiced }
        }
        return lines
    }
}

extension [InvoiceLine] {
    /// How much there is of lines that say the same, in ten-thousandths.
    fileprivate func quantity(like line: InvoiceLine) -> Int64 {
        filter { $0.with(quantity: line.quantity) == line }.reduce(0) { $0 + $1.quantity.tenThousandths }
    }
}

/// What earlier credit notes left of an invoice, by VAT treatment.
private struct Rest {
    /// What is left, or taken back, at one treatment.
    typealias Part = Totals.VATLine

    let parts: [Part]

    init(of invoice: IssuedInvoice, after earlier: [CreditNote]) {
        let credited = earlier.flatMap(\.totals.breakdown)
        parts = invoice.totals.breakdown.map { line in
            let same = credited.filter { $0.vat == line.vat }
            return Part(vat: line.vat, base: line.base - same.map(\.base).sum, tax: line.tax - same.map(\.tax).sum)
        }.filter { $0.base > .zero }
    }

    /// These totals, whose taxes take back no cent more than is left at each treatment, and all of it with the last line.
    func fitted(_ totals: Totals) throws(CreditNoteRefusal) -> Totals {
        var fitted: [Part] = []
        for line in totals.breakdown {
            guard let left = parts.first(where: { $0.vat == line.vat }), line.base <= left.base else {
                throw .moreThanInvoiced
            }
            let tax = line.base == left.base ? left.tax : min(line.tax, left.tax)
            fitted.append(Part(vat: line.vat, base: line.base, tax: tax))
        }
        return Totals(of: fitted)
    }

    /// An amount with taxes, cut from what was supplied and, beyond it, from the « débours ».
    func spread(_ amount: Cents) -> [Part] {
        let supplied = parts.filter { $0.vat != .exempt(.disbursement) }
        let first = min(amount, supplied.map(\.gross).sum)
        let others = parts.filter { $0.vat == .exempt(.disbursement) }
        return Self.spread(first, over: supplied) + Self.spread(amount - first, over: others)
    }

    /// An amount with taxes, cut in proportion to what is left at each treatment, so that the parts add up to it exactly.
    private static func spread(_ amount: Cents, over parts: [Part]) -> [Part] {
        let whole = parts.map(\.gross).sum
        var (before, given) = (Cents.zero, Cents.zero)
        return parts.compactMap { part in
            before += part.gross
            let upToHere = Cents(Int64(Int128(amount.value) * Int128(before.value) / Int128(whole.value)))
            let share = upToHere - given
            given = upToHere
            guard share > .zero else { return nil }
            // While something is left of the part, a cent of its base is: a tax alone would be no line.
            let most = share < part.gross ? max(part.base - Cents(1), Cents(1)) : part.base
            let base = min(part.vat.base(in: share), most)
            return Part(vat: part.vat, base: base, tax: share - base)
        }
    }
}

extension Totals.VATLine {
    fileprivate var gross: Cents { base + tax }

    /// The one line of a credit note that takes back a part at this treatment.
    fileprivate func line(of invoice: IssuedInvoice) -> InvoiceLine {
        InvoiceLine(
            designation: "Réduction sur la facture \(invoice.number.text)",
            quantity: Quantity(tenThousandths: 10_000),
            unit: "",
            unitPrice: UnitPrice(millionths: base.value * 10_000),
            vat: vat
        )
    }
}

extension Totals {
    fileprivate init(of parts: [VATLine]) {
        self.init(net: parts.map(\.base).sum, tax: parts.map(\.tax).sum, breakdown: parts)
    }
}
