import Foundation
public import MariaDB
import Operations
public import Store
public import TestSupport

/// The files of `sql/`.
public enum Schema {
    /// The migrations, in their order.
    public static func migrations() throws -> [Migration] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
            Migration(fileName: name, text: try text(of: name), digest: sha256)
        }
    }

    /// The text of `grants.sql`.
    public static func grants() throws -> String { try text(of: "grants.sql") }

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("sql")

    private static func text(of name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
}

/// The accounts of `grants.sql`, each with what one role of the site may do.
public enum Role: String, Sendable, CaseIterable {
    case dashboard, `public`, stripe, webhook, work

    /// The account's name.
    public var account: String { "needme_" + rawValue }

    /// The account's password: with what would harm a statement that does not escape it.
    var password: String { "l'été \\ \"\(rawValue)\" 🔑" }
}

extension DatabasePool {
    /// Databases as `needme migrate` leaves them, the accounts of the roles included.
    public static let needme = DatabasePool("needme") { connection in
        let migrator = Migrator(connection)
        _ = try migrator.apply(try Schema.migrations(), at: Story.start)
        try migrator.giveRights(try Schema.grants())
        try migrator.setPasswords(Role.allCases.map { ($0.account, $0.password) })
    }
}

extension TestDatabase {
    /// Settings to enter the database with the account of a role.
    public func settings(as role: Role) -> ConnectionSettings {
        var settings = settings
        settings.user = role.account
        settings.password = role.password
        return settings
    }

    /// A new connection with the account of a role.
    public func connect(as role: Role) -> Connection { Connection(settings(as: role)) }
}
