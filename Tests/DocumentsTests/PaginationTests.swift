import TestSupport
import Testing

@testable import Documents

@Suite struct `Sharing rows out over pages` {
    private static func row(_ lines: Int, height: Double = 10, padding: Double = 4) -> Pagination.Row {
        Pagination.Row(lines: Array(repeating: height, count: lines), padding: padding)
    }

    private static func pages(_ rows: [Pagination.Row], first: Double = 100, closing: Double = 40) -> [[Int]] {
        Pagination(rows, in: .init(first: first, other: 200, closing: closing)).pages.map { $0.map(\.row) }
    }

    @Test func `one page holds what fits`() {
        #expect(Self.pages([Self.row(1), Self.row(2)]) == [[0, 1]])
    }

    @Test func `the last row goes with what closes the document`() {
        #expect(Self.pages([Self.row(1), Self.row(2), Self.row(2)]) == [[0, 1], [2]])
    }

    @Test func `a row is kept whole`() {
        #expect(Self.pages([Self.row(7), Self.row(8)], closing: 0) == [[0], [1]])
    }

    @Test func `a head that takes the first page leaves it without rows`() {
        #expect(Self.pages([Self.row(1)], first: -20) == [[], [0]])
    }

    @Test func `a line taller than any page stands on one of its own`() {
        #expect(Self.pages([Self.row(1, height: 500), Self.row(1)], closing: 0).flatMap(\.self) == [0, 1])
        #expect(Self.pages([Self.row(1, padding: 900)], closing: 0).flatMap(\.self) == [0])
    }

    @Test(arguments: 0..<2_000) func `every line stands once, in order, and no page is fuller than it may be`(seed: Int)
    {
        var lot = Lot(seed: UInt64(seed))
        let rows = (0..<Int.random(in: 1...40, using: &lot)).map { _ in
            Pagination.Row(
                lines: (0..<Int.random(in: 1...60, using: &lot)).map { _ in .random(in: 6...14, using: &lot) },
                padding: .random(in: 0...20, using: &lot)
            )
        }
        let other = Double.random(in: 150...800, using: &lot)
        let room = Pagination.Room(
            first: .random(in: -50...other, using: &lot),
            other: other,
            closing: .random(in: 0...other - 50, using: &lot)
        )
        let pages = Pagination(rows, in: room).pages
        let lines = pages.flatMap(\.self).flatMap { part in part.lines.map { [part.row, $0] } }
        #expect(lines == rows.indices.flatMap { row in rows[row].lines.indices.map { [row, $0] } })
        for (place, parts) in pages.enumerated() {
            let taken = parts.map { rows[$0.row].height($0.lines) }.reduce(0, +)
            let limit = (place == 0 ? room.first : room.other) - (place == pages.count - 1 ? room.closing : 0)
            #expect(parts.isEmpty && place == 0 || taken <= limit + 0.001)
        }
        #expect(pages.last?.isEmpty == false)
    }
}
