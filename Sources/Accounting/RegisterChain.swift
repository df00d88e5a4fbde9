/// The chain of a company's register: each line carries the fingerprint of the line before it.
public struct RegisterChain {
    /// The end of a register: its last line's place and fingerprint, kept apart from the lines.
    public struct Head: Sendable, Equatable {
        /// The last line's place; 0 for an empty register.
        public let sequence: Int64
        /// The last line's fingerprint.
        public let fingerprint: Fingerprint

        /// The end of a register.
        public init(sequence: Int64, fingerprint: Fingerprint) {
            self.sequence = sequence
            self.fingerprint = fingerprint
        }

        /// The end of an empty register.
        public static let empty = Head(sequence: 0, fingerprint: .none)
    }

    private let digest: Digest

    /// A chain made with this digest.
    public init(digest: @escaping Digest) {
        self.digest = digest
    }

    /// The line that an entry becomes after the end of a register.
    public func line(_ entry: RegisterLine.Entry, after head: Head) -> RegisterLine {
        let sequence = head.sequence + 1
        return RegisterLine(
            sequence: sequence,
            entry: entry,
            fingerprint: fingerprint(of: entry, at: sequence, after: head.fingerprint)
        )
    }

    /// Everything that does not hold in a register, in the order of its lines; empty when it is whole.
    ///
    /// - Parameters:
    ///   - lines: the lines, in their order.
    ///   - head: the end of the register as it was kept apart: it betrays lines cut off at the end.
    /// - Returns: the breaches.
    public func breaches(in lines: some Sequence<RegisterLine>, head: Head) -> [RegisterBreach] {
        var walk = Walk(self)
        walk.pass(lines)
        return walk.breaches(endingAt: head)
    }

    /// True when a line's fingerprint is that of what it says after the line before.
    func holds(_ line: RegisterLine, after previous: Head) -> Bool {
        line.fingerprint == fingerprint(of: line.entry, at: line.sequence, after: previous.fingerprint)
    }

    private func fingerprint(
        of entry: RegisterLine.Entry,
        at sequence: Int64,
        after previous: Fingerprint
    ) -> Fingerprint {
        var bytes = CanonicalBytes(version: 1)
        bytes.append(previous.bytes)
        bytes.append(sequence)
        bytes.append(entry.receivedOn.iso)
        bytes.append(entry.document)
        bytes.append(entry.client)
        bytes.append(entry.nature)
        bytes.append(entry.activity.rawValue)
        bytes.append(entry.amount.value)
        bytes.append(entry.means.rawValue)
        bytes.append(entry.reference)
        bytes.append(entry.recordedAt.microseconds)
        return digest(bytes.bytes)
    }
}

/// What does not hold in a register.
public enum RegisterBreach: Sendable, Equatable {
    /// The line's content, or the line before it, is not what its fingerprint was made of.
    case altered(sequence: Int64)
    /// Another line stands where this one was expected: one was removed, added or swapped.
    case misplaced(found: Int64, expected: Int64)
    /// The register does not end where its kept end says: lines were cut off, or the end was forged.
    case endsElsewhere(found: Int64, expected: Int64)
}
