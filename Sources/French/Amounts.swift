public import Accounting

extension Cents {
    /// The amount as French readers expect it, with narrow no-break spaces: "1 234,56 €".
    public var french: String {
        let text = euros
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "-" }.split(separator: ",")
        return (isNegative ? "−" : "") + grouped(parts[0]) + "," + parts[1] + "\u{202F}€"
    }
}

extension Int {
    /// The number as French readers expect it: "12 345".
    public var french: String { (self < 0 ? "−" : "") + grouped(String(magnitude)[...]) }
}

extension UnitPrice {
    /// The price as French readers expect it: "1 250,50 €".
    public var french: String {
        let parts = text.split(separator: ",")
        return grouped(parts[0]) + "," + parts[1] + "\u{202F}€"
    }
}

extension Quantity {
    /// The quantity as French readers expect it: "1 250,5".
    public var french: String {
        let parts = text.split(separator: ",")
        return grouped(parts[0]) + parts.dropFirst().map { "," + $0 }.joined()
    }
}

/// Groups the digits of a whole number by three, from the right.
func grouped(_ digits: Substring) -> String {
    var groups: [Substring] = []
    var rest = digits
    while rest.count > 3 {
        groups.insert(rest.suffix(3), at: 0)
        rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return groups.joined(separator: "\u{202F}")
}
