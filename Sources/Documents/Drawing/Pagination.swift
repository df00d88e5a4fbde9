/// How the rows of a table are shared out over pages, with what closes the document under the last of them.
///
/// A row is kept whole unless it is long; the closing part never stands alone: the last row, or its last lines, go with it.
struct Pagination {
    /// A row as pagination sees it; heights in points.
    struct Row: Equatable {
        /// The heights of its lines.
        let lines: [Double]
        /// The room around them, once for each part.
        let padding: Double

        func height(_ range: Range<Int>) -> Double { lines[range].reduce(padding, +) }
    }

    /// Some lines of a row, on one page.
    struct Part: Equatable {
        let row: Int
        var lines: Range<Int>
    }

    /// The room for rows, in points.
    struct Room {
        /// On the first page.
        let first: Double
        /// On every other page.
        let other: Double
        /// What closing the document takes from the last page.
        let closing: Double
    }

    /// The parts on each page.
    private(set) var pages: [[Part]] = [[]]

    private let rows: [Row]
    private let room: Room
    /// What the last page has left, in points, before room is made for what closes the document.
    private(set) var left: Double
    /// The fewest lines of a row that stand alone.
    private static let fewest = 2

    init(_ rows: [Row], in room: Room) {
        self.rows = rows
        self.room = room
        left = room.first
        for row in rows.indices { place(row) }
        makeRoomForClosing()
    }

    private mutating func turnPage() {
        pages.append([])
        left = room.other
    }

    private mutating func add(_ part: Part) {
        pages[pages.count - 1].append(part)
        left -= rows[part.row].height(part.lines)
    }

    private mutating func place(_ index: Int) {
        let row = rows[index]
        var rest = 0..<row.lines.count
        while true {
            let height = row.height(rest)
            if height <= left {
                add(Part(row: index, lines: rest))
                return
            }
            let fitting = fitting(row, rest)
            let isLong = height > room.other / 2
            if isLong, fitting >= Self.fewest, rest.count - fitting >= Self.fewest {
                add(Part(row: index, lines: rest.lowerBound..<rest.lowerBound + fitting))
                rest = rest.lowerBound + fitting..<rest.upperBound
            } else if pages[pages.count - 1].isEmpty, left == room.other {
                // A page of its own has room for some of it, whatever they are.
                let count = max(1, min(fitting, rest.count - 1))
                add(Part(row: index, lines: rest.lowerBound..<rest.lowerBound + count))
                rest = rest.lowerBound + count..<rest.upperBound
                guard !rest.isEmpty else { return }
            }
            turnPage()
        }
    }

    /// How many lines fit into what is left of the page.
    private func fitting(_ row: Row, _ rest: Range<Int>) -> Int {
        var room = left - row.padding
        var count = 0
        for line in row.lines[rest] {
            room -= line
            guard room >= 0 else { break }
            count += 1
        }
        return count
    }

    private mutating func makeRoomForClosing() {
        guard left < room.closing, var last = pages[pages.count - 1].popLast() else { return }
        let row = rows[last.row]
        var carried = last.lines
        if row.height(last.lines) > room.other - room.closing {
            // Too long to go along: as many of its last lines as there is room for.
            var count = 1
            while count < last.lines.count, row.height(last.lines.suffix(count + 1)) <= room.other - room.closing {
                count += 1
            }
            carried = last.lines.suffix(count)
            last.lines = last.lines.lowerBound..<carried.lowerBound
            if !last.lines.isEmpty { pages[pages.count - 1].append(last) }
        }
        if pages[pages.count - 1].isEmpty, pages.count > 1 { pages.removeLast() }
        pages.append([Part(row: last.row, lines: carried)])
    }
}

extension Range<Int> {
    fileprivate func suffix(_ count: Int) -> Range<Int> { Swift.max(lowerBound, upperBound - count)..<upperBound }
}
