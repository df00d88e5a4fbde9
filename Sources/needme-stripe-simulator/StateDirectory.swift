import FoundationEssentials
import StripeSimulator

/// What the two processes share: the state, the deliveries on their way, and what became of them.
struct StateDirectory {
    private let directory: URL
    private var stateFile: URL { directory.appending(path: "state.json") }
    private var spool: URL { directory.appending(path: "spool") }
    private var outcomesFile: URL { directory.appending(path: "outcomes.jsonl") }

    /// The directory at this path, made if it is not there.
    init(path: String) throws {
        directory = URL(filePath: path)
        try FileManager.default.createDirectory(at: spool, withIntermediateDirectories: true)
    }

    /// The state as it was saved; a fresh one when there is none.
    func state() throws -> State {
        guard FileManager.default.fileExists(atPath: stateFile.path) else { return State() }
        do {
            return try JSONDecoder().decode(State.self, from: Data(contentsOf: stateFile))
        } catch let error as DecodingError {
            throw UnreadableState(path: stateFile.path, cause: error)
        }
    }

    /// Saves the state in one step: a crash leaves the old one or the new one.
    func save(_ state: State) throws {
        try JSONEncoder().encode(state).write(to: stateFile, options: .atomic)
    }

    /// Puts a delivery on its way, or back on it.
    func spool(_ delivery: Delivery, order: Int64) throws {
        let digits = String(order)
        let name = String(repeating: "0", count: max(0, 20 - digits.count)) + digits + "-" + delivery.id
        try spool(delivery, name: name)
    }

    /// Writes a delivery that is on its way anew, under the same name.
    func spool(_ delivery: Delivery, name: String) throws {
        try JSONEncoder().encode(delivery).write(to: spool.appending(path: name), options: .atomic)
    }

    /// The deliveries on their way, oldest first.
    func spooled() throws -> [(name: String, delivery: Delivery)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: spool.path)
        return try names.filter { $0.contains("-dlv_") && !$0.hasPrefix(".") }.sorted().map { name in
            (name, try JSONDecoder().decode(Delivery.self, from: Data(contentsOf: spool.appending(path: name))))
        }
    }

    /// Forgets a delivery that has arrived or was given up.
    func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: spool.appending(path: name))
    }

    /// Notes what became of an attempt.
    func append(_ outcome: DeliveryOutcome) throws {
        let before = FileManager.default.contents(atPath: outcomesFile.path) ?? Data()
        let recent = before.split(separator: UInt8(ascii: "\n")).suffix(999).map { Data($0) }
        let lines = try recent + [JSONEncoder().encode(outcome)]
        try Data(lines.joined(separator: [UInt8(ascii: "\n")])).write(to: outcomesFile, options: .atomic)
    }

    /// What became of the last thousand attempts.
    func outcomes() -> [DeliveryOutcome] {
        let lines = FileManager.default.contents(atPath: outcomesFile.path) ?? Data()
        return lines.split(separator: UInt8(ascii: "\n")).compactMap { line in
            try? JSONDecoder().decode(DeliveryOutcome.self, from: Data(line))
        }
    }
}

/// A state that another version has written.
struct UnreadableState: Error, CustomStringConvertible {
    let path: String
    let cause: DecodingError

    var description: String {
        "\(path) was written by another version of the simulator; start afresh without it. \(cause)"
    }
}
