import Operations

/// What the processes of a role have counted: how they answered, and what came of money.
///
/// On the disk it is one page of 64-bit numbers, so that adding one is writing eight bytes at a known place.
struct Counts: Equatable {
    /// How many bytes they are.
    static let size = 4_096
    /// Where the settlements begin: after the statuses from 100 to 599.
    private static let settlements = 500

    private var numbers = [UInt64](repeating: 0, count: size / 8)

    /// Nothing yet.
    init() {}

    /// What was written before; what is missing at the end is nothing yet.
    init(_ bytes: [UInt8]) {
        for (place, byte) in bytes.prefix(Self.size).enumerated() {
            numbers[place / 8] |= UInt64(byte) << (place % 8 * 8)
        }
    }

    /// What is counted.
    enum Event: Hashable {
        case answered(status: Int)
        case settled(SettlementOutcome)

        fileprivate var place: Int {
            switch self {
            case .answered(let status):
                precondition((100...599).contains(status), "A status has three digits.")
                return status - 100
            case .settled(.booked): return settlements
            case .settled(.noted): return settlements + 1
            case .settled(.doorbell): return settlements + 2
            case .settled(.nothing): return settlements + 3
            }
        }
    }

    /// How often it happened.
    subscript(event: Event) -> UInt64 { numbers[event.place] }

    /// Every status that was ever answered.
    var statuses: [Int] { (100...599).filter { self[.answered(status: $0)] > 0 } }

    /// Counts one, and says which bytes change and where.
    mutating func add(_ event: Event) -> (bytes: [UInt8], offset: Int) {
        numbers[event.place] &+= 1
        return (Self.bytes(of: numbers[event.place]), event.place * 8)
    }

    /// Both together.
    static func + (left: Counts, right: Counts) -> Counts {
        var sum = left
        for place in sum.numbers.indices { sum.numbers[place] &+= right.numbers[place] }
        return sum
    }

    /// All of them, as they are written.
    var bytes: [UInt8] { numbers.flatMap(Self.bytes(of:)) }

    private static func bytes(of number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
