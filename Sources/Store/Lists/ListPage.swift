/// A place in a list: next to the row with this key and id.
public struct ListPlace: Sendable, Equatable {
    /// Which side of the row is meant.
    public enum Side: Sendable {
        /// The rows that follow it.
        case after
        /// The rows that come before it.
        case before
    }

    /// The side.
    public let side: Side
    /// What the list is sorted by, in the row: a day's number, an amount in cents, or its id.
    public let key: Int64
    /// The row's id.
    public let id: Int64

    /// A place.
    public init(_ side: Side, key: Int64, id: Int64) {
        self.side = side
        self.key = key
        self.id = id
    }
}

/// Some rows of a list, and where the list goes on in both directions.
public struct ListPage<Row: Sendable>: Sendable {
    /// The rows, in the list's order.
    public let rows: [Row]
    /// The place of the rows before; nil at the beginning.
    public let previous: ListPlace?
    /// The place of the rows after; nil at the end.
    public let next: ListPlace?

    /// A page with nothing on it.
    static var empty: ListPage { ListPage([], from: nil, limit: 0) }

    /// A page of what was read from a place on, in the direction of reading and one row more than a page holds.
    init(_ read: [(row: Row, key: Int64, id: Int64)], from place: ListPlace?, limit: Int) {
        let isBackwards = place?.side == .before
        let hasMore = read.count > limit
        let kept = isBackwards ? read.prefix(limit).reversed() : Array(read.prefix(limit))
        rows = kept.map(\.row)
        let hasPrevious = isBackwards ? hasMore : place != nil
        let hasNext = isBackwards || hasMore
        previous = hasPrevious ? kept.first.map { ListPlace(.before, key: $0.key, id: $0.id) } : nil
        next = hasNext ? kept.last.map { ListPlace(.after, key: $0.key, id: $0.id) } : nil
    }
}
