extension RegisterChain {
    /// A walk along a register, some lines at a time, that notes everything that does not hold.
    public struct Walk {
        private let chain: RegisterChain
        private var found: [RegisterBreach] = []
        /// The last line passed; where the walk began, before the first.
        public private(set) var last: Head

        /// Begins after a line whose fingerprint is taken as it stands; at the register's first line by default.
        public init(_ chain: RegisterChain, after start: Head = .empty) {
            self.chain = chain
            last = start
        }

        /// Passes the lines that come next, in their order.
        public mutating func pass(_ lines: some Sequence<RegisterLine>) {
            for line in lines {
                if line.sequence != last.sequence + 1 {
                    found.append(.misplaced(found: line.sequence, expected: last.sequence + 1))
                } else if !chain.holds(line, after: last) {
                    found.append(.altered(sequence: line.sequence))
                }
                last = Head(sequence: line.sequence, fingerprint: line.fingerprint)
            }
        }

        /// What does not hold, the register ending here; empty when all does.
        ///
        /// - Parameter head: the end of the register as it was kept apart: it betrays lines cut off at the end.
        /// - Returns: the breaches.
        public func breaches(endingAt head: Head) -> [RegisterBreach] {
            last == head ? found : found + [.endsElsewhere(found: last.sequence, expected: head.sequence)]
        }
    }
}
