import MariaDB
import Operations
import OperationsTestSupport

/// A process that is killed at one statement: its line to the database is cut there, before or after it.
final class Cutting {
    private let wire: CutWire
    private var offices: [Role: Office] = [:]

    init(at statement: Int, _ moment: CutWire.Moment, on settings: ConnectionSettings) throws {
        wire = try CutWire(to: settings, at: statement, moment)
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
