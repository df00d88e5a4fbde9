/// Reads and writes decimal numbers as whole numbers of a small unit, without floating point.
enum DecimalNotation {
    /// Reads "1 234,5" or "1234.50" as a whole number of 10^-places; nil when it is not such a number.
    ///
    /// Spaces of every width may group digits; comma and dot both mark decimals, at most one of them, once.
    static func parse(_ text: String, places: Int, maximum: Int64) -> Int64? {
        var digits: [UInt8] = []
        var decimals: Int?
        var isNegative = false
        for (index, scalar) in text.unicodeScalars.drop(while: { $0.properties.isWhitespace }).enumerated() {
            switch scalar {
            case "-" where index == 0: isNegative = true
            case "0"..."9":
                digits.append(UInt8(scalar.value - 48))
                decimals = decimals.map { $0 + 1 }
            case ",", ".":
                guard decimals == nil else { return nil }
                decimals = 0
            case "\t": continue
            case _ where scalar.properties.generalCategory == .spaceSeparator: continue
            default: return nil
            }
        }
        guard !digits.isEmpty, (decimals ?? 0) <= places else { return nil }
        var value: Int64 = 0
        for digit in digits + Array(repeating: 0, count: places - (decimals ?? 0)) {
            let (next, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow, next <= maximum else { return nil }
            value = next + Int64(digit)
        }
        guard value <= maximum else { return nil }
        return isNegative ? -value : value
    }

    /// Writes a whole number of 10^-places with a comma, keeping at least `minimum` decimals: 15000 → "1,5".
    static func write(_ value: Int64, places: Int, minimum: Int) -> String {
        let sign = value < 0 ? "-" : ""
        var digits = String(value.magnitude)
        while digits.count <= places { digits = "0" + digits }
        let whole = digits.dropLast(places)
        var decimals = digits.suffix(places)
        while decimals.count > minimum, decimals.last == "0" { decimals = decimals.dropLast() }
        return sign + whole + (decimals.isEmpty ? "" : "," + decimals)
    }
}
