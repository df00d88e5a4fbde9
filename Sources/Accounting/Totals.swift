/// The totals of an invoice, by the rules of EN 16931 (BR-CO-10 to BR-CO-17).
public struct Totals: Sendable, Equatable {
    /// The tax at one rate.
    public struct VATLine: Sendable, Equatable {
        /// The treatment.
        public let vat: VAT
        /// The sum of the lines at this rate, before tax (BT-116).
        public let base: Cents
        /// The tax (BT-117).
        public let tax: Cents

        /// A line of the VAT breakdown.
        public init(vat: VAT, base: Cents, tax: Cents) {
            self.vat = vat
            self.base = base
            self.tax = tax
        }
    }

    /// The sum of the lines, before tax (BT-109).
    public let net: Cents
    /// The sum of the taxes (BT-110).
    public let tax: Cents
    /// One line for each treatment, highest rate first, then exemptions by name (BG-23).
    public let breakdown: [VATLine]

    /// The amount to pay (BT-112).
    public var gross: Cents { net + tax }

    /// Totals as they were stored.
    public init(net: Cents, tax: Cents, breakdown: [VATLine]) {
        self.net = net
        self.tax = tax
        self.breakdown = breakdown
    }

    /// Adds up lines of (amount before tax, treatment): the tax is rounded once for each rate, on the sum of its lines.
    public init(lines: [(net: Cents, vat: VAT)]) {
        net = lines.map(\.net).sum
        breakdown = Dictionary(grouping: lines, by: \.vat)
            .map { vat, lines in
                let base = lines.map(\.net).sum
                return VATLine(vat: vat, base: base, tax: vat.tax(on: base))
            }
            .sorted { $0.vat.precedes($1.vat) }
        tax = breakdown.map(\.tax).sum
    }
}

extension VAT {
    fileprivate func precedes(_ other: VAT) -> Bool {
        switch (self, other) {
        case (.exempt(let mine), .exempt(let theirs)): mine.rawValue < theirs.rawValue
        case (.franchise, .exempt): true
        default: hundredthsOfPercent > other.hundredthsOfPercent
        }
    }
}
