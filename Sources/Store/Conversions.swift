public import Accounting
public import MariaDB

// How values of the trade stand in columns: cents as BIGINT, days as DATE, moments as DATETIME(6) in UTC.

extension Cents: SQLConvertible {
    /// As it stands in a column.
    public var sqlValue: SQLValue { .integer(value) }

    /// Read from a column; nil when the column holds something else.
    public init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self.init(value)
    }
}

extension Day: SQLConvertible {
    /// As it stands in a column.
    public var sqlValue: SQLValue { .text(iso) }

    /// Read from a column; nil when the column holds something else.
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(iso: text)
    }
}

extension Fingerprint: SQLConvertible {
    /// As it stands in a column.
    public var sqlValue: SQLValue { .bytes(bytes) }

    /// Read from a column; nil when the column holds something else.
    public init?(sqlValue: SQLValue) {
        guard case .bytes(let bytes) = sqlValue else { return nil }
        self.init(bytes)
    }
}

extension Instant: SQLConvertible {
    /// As it stands in a column.
    public var sqlValue: SQLValue { .text(sqlText) }

    /// Read from a column; nil when the column holds something else.
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(sqlText: text)
    }

    /// "2026-11-23 03:57:36.123456".
    private var sqlText: String {
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let secondOfDay = seconds - day * 86_400
        let fraction = microseconds - seconds * 1_000_000
        return Day(number: day).iso + " " + padded(secondOfDay / 3_600, 2) + ":" + padded(secondOfDay / 60 % 60, 2)
            + ":" + padded(secondOfDay % 60, 2) + "." + padded(fraction, 6)
    }

    private init?(sqlText: String) {
        let parts = sqlText.split { " :.".contains($0) }
        guard parts.count >= 4, let day = Day(iso: String(parts[0])), let hour = Int64(parts[1]),
            let minute = Int64(parts[2]), let second = Int64(parts[3])
        else { return nil }
        let fraction = parts.count > 4 ? parts[4] + String(repeating: "0", count: max(0, 6 - parts[4].count)) : "0"
        guard let microsecond = Int64(fraction) else { return nil }
        let seconds = day.number * 86_400 + hour * 3_600 + minute * 60 + second
        self.init(microseconds: seconds * 1_000_000 + microsecond)
    }

    private func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Conforms an enumeration whose raw values stand in the column as they are.
protocol SQLWord: SQLConvertible, RawRepresentable where RawValue == String {}

extension SQLWord {
    /// As it stands in a column.
    public var sqlValue: SQLValue { .text(rawValue) }

    /// Read from a column; nil when the column holds something else.
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(rawValue: text)
    }
}
