import CQRencode

/// A QR code of error correction level M (ISO/IEC 18004), as a square of dark and light modules.
public struct QRCode: Sendable, Equatable {
    /// How many modules a side has, the margin not counted.
    public let side: Int
    /// Row after row, true where it is dark.
    private let modules: [Bool]

    /// How many light modules surround a code (ISO/IEC 18004 §6.3.8).
    public static let margin = 4

    /// A run of dark modules, several rows of it if they are alike; in modules from the code's top left corner.
    public struct Run: Sendable, Equatable {
        /// Its left edge.
        public let x: Int
        /// Its top edge.
        public let y: Int
        /// How wide it is.
        public let width: Int
        /// How high it is.
        public let height: Int
    }

    /// Encodes a text as UTF-8, in the smallest version that holds it.
    ///
    /// Throws `unsuitableForQRCode` when that is above the greatest version allowed (1 to 40; an EPC code allows 13), or
    /// when the text is empty or holds a NUL.
    public init(_ text: String, maximumVersion: Int = 40) throws(DrawingError) {
        let refusal = DrawingError.unsuitableForQRCode(bytes: text.utf8.count)
        guard !text.utf8.contains(0) else { throw refusal }
        // > version: if 0, the library chooses the minimum version for the given input data. Returns NULL on errors; ERANGE:
        // > input data is too large.
        guard let code = unsafe QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { throw refusal }
        defer { unsafe QRcode_free(code) }
        guard unsafe Int(code.pointee.version) <= maximumVersion else { throw refusal }
        let side = unsafe Int(code.pointee.width)
        self.side = side
        // > The lowest bit of each byte is 1 when the module is black.
        let bytes = unsafe UnsafeBufferPointer(start: code.pointee.data, count: side * side)
        modules = unsafe bytes.map { $0 & 1 == 1 }
    }

    /// True where a module is dark; outside of the code all are light.
    public func isDark(x: Int, y: Int) -> Bool {
        0..<side ~= x && 0..<side ~= y && modules[y * side + x]
    }

    /// The dark modules as a path of an SVG whose sides are the code's with its margins.
    public var path: String {
        runs.map { run in
            "M\(run.x + Self.margin) \(run.y + Self.margin)h\(run.width)v\(run.height)h-\(run.width)z"
        }.joined()
    }

    /// The dark modules as few rectangles, from top to bottom.
    public var runs: [Run] {
        var ended: [Run] = []
        var growing: [Run] = []
        for y in 0..<side {
            let longer = rowRuns(y).map { run in
                let above = growing.first { $0.x == run.x && $0.width == run.width }
                return above.map { Run(x: $0.x, y: $0.y, width: $0.width, height: $0.height + 1) } ?? run
            }
            ended += growing.filter { old in !longer.contains { $0.x == old.x && $0.y == old.y } }
            growing = longer
        }
        return ended + growing
    }

    private func rowRuns(_ y: Int) -> [Run] {
        var runs: [Run] = []
        var x = 0
        while x < side {
            let start = x
            while isDark(x: x, y: y) { x += 1 }
            if x > start { runs.append(Run(x: start, y: y, width: x - start, height: 1)) }
            x += 1
        }
        return runs
    }
}
