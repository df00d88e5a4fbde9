import Accounting

// Figures as XML writes them: a point, no grouping, no needless precision (BR-FR-DEC-01 to 04).

extension Cents {
    /// "1234.56".
    var figure: String { euros.withPoint }
}

extension Quantity {
    /// "1.5", at most four decimals.
    var figure: String { text.withPoint }
}

extension UnitPrice {
    /// "1250.50", at most six decimals.
    var figure: String { text.withPoint }
}

extension Discount {
    /// "12.5".
    var figure: String { text.withPoint }
}

extension VAT {
    /// The rate, with two decimals, as the list of BR-FR-16 has them: "5.50".
    var figure: String { Cents(hundredthsOfPercent).figure }
}

extension Day {
    /// "20261123" (UNTDID 2379, format 102).
    var figure: String { iso.filter { $0 != "-" } }

    /// The date in an element of this name.
    func element(_ name: String, type: String = "udt:DateTimeString") -> XML {
        XML(name) { XML(type, figure, [("format", "102")]) }
    }
}

extension String {
    fileprivate var withPoint: String { replacing(",", with: ".") }
}
