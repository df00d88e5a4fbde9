import MariaDB
import Operations
import OperationsTestSupport
import TestSupport

/// A process that is killed at one statement: its line to the database is cut there, before or after it.
final class Cutting {
    /// Where it is killed.
    let description: String
    private let wire: CutWire
    private var offices: [Role: Office] = [:]

    /// A process that will be killed at any of its first statements, or at one of its commits.
    init(_ lot: inout Lot, on settings: ConnectionSettings) throws {
        let isCommit = lot.once(in: 2)
        let number = Int(isCommit ? lot.draw(1...3) : lot.draw(1...80))
        let moment = lot.once(in: 2) ? CutWire.Moment.before : .after
        description = "\(moment) \(isCommit ? "commit" : "statement") \(number)"
        wire = try CutWire(to: settings, at: number, moment, counting: isCommit ? .commits : .statements)
    }

    /// Whether it was killed.
    var isDone: Bool { wire.isCut }

    /// Ends it in any case.
    func end() {
        offices = [:]
        wire.close()
    }

    /// Where the process works; the wire carries one connection, and a process has one role.
    func office(_ role: Role, of story: Story) -> Office? {
        if let office = offices[role] { return office }
        guard offices.isEmpty else { return nil }
        let office = story.office(on: Connection(wire.settings(from: story.database.settings(as: role))))
        offices[role] = office
        return office
    }
}
