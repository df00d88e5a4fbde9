public import MariaDB
public import TestSupport

/// The connections to one database, one for each role and one for the administrator, opened when they are first needed.
public final class Lines {
    /// Where they lead.
    public let database: TestDatabase
    /// The administrator's.
    public private(set) lazy var administrator = database.connect()
    private var byRole: [Role: Connection] = [:]

    /// Lines to this database.
    public init(to database: TestDatabase) {
        self.database = database
    }

    /// The line of a role.
    public subscript(role: Role) -> Connection {
        if let line = byRole[role] { return line }
        let line = database.connect(as: role)
        byRole[role] = line
        return line
    }
}
