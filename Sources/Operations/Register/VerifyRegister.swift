public import Accounting
public import Store

/// Checks that a company's register is whole, or that its end is: line by line, a few in memory at a time.
public struct VerifyRegister {
    private let companyID: Int64
    private let lastLines: Int64?

    /// - Parameters:
    ///   - companyID: whose register.
    ///   - lastLines: how many lines at the end are checked; nil for all of them.
    public init(companyID: Int64, lastLines: Int64? = nil) {
        self.companyID = companyID
        self.lastLines = lastLines
    }

    /// What was found.
    public struct Verdict: Sendable, Equatable {
        /// How many lines were checked.
        public let checked: Int64
        /// Where the register ends.
        public let head: RegisterChain.Head
        /// What does not hold; empty when all does.
        public let breaches: [RegisterBreach]

        /// True when every line was checked.
        public var isWhole: Bool { checked == head.sequence }
    }

    private static let linesAtATime = 1_000

    /// - Returns: what was found; the fingerprint before the first line checked is taken as it stands.
    public func run(_ reader: StoreReader) throws -> Verdict {
        let start = try start(reader)
        var walk = RegisterChain.Walk(RegisterChain(digest: sha256), after: start)
        while true {
            let lines = try reader.registerLines(of: companyID, after: walk.last.sequence, limit: Self.linesAtATime)
            walk.pass(lines)
            guard lines.count < Self.linesAtATime else { continue }
            // Read after the lines: whoever adds one meanwhile moves the end too, and the walk goes on.
            let head = try reader.registerHead(of: companyID)
            guard lines.isEmpty || head.sequence <= walk.last.sequence else { continue }
            return Verdict(
                checked: max(0, walk.last.sequence - start.sequence),
                head: head,
                breaches: walk.breaches(endingAt: head)
            )
        }
    }

    /// The line before the first one checked.
    private func start(_ reader: StoreReader) throws -> RegisterChain.Head {
        guard let lastLines else { return .empty }
        let sequence = try reader.registerHead(of: companyID).sequence - lastLines
        guard sequence > 0, let line = try reader.registerLine(sequence, of: companyID) else { return .empty }
        return RegisterChain.Head(sequence: line.sequence, fingerprint: line.fingerprint)
    }
}
