import MariaDB

/// What an account may do with a table or one of its columns.
public struct Right: Sendable, Hashable, CustomStringConvertible {
    /// Who, as the server writes it: `'needme_public'@'%'`.
    public let account: String
    /// What, such as SELECT.
    public let privilege: String
    /// The table; "*" for every one of the database, "*.*" for everything there is.
    public let table: String
    /// The column; nil for the whole table.
    public let column: String?

    init(_ account: String, _ privilege: String, _ table: String, _ column: String? = nil) {
        self.account = account
        self.privilege = privilege
        self.table = table
        self.column = column
    }

    /// As a GRANT has it, without the account.
    public var description: String { "\(privilege)\(column.map { " (\($0))" } ?? "") ON \(table)" }

    /// The same on the whole table.
    private var onWholeTable: Right { Right(account, privilege, table) }

    /// Those of some rights that are not among others, neither by themselves nor on the whole table.
    public static func missing(of some: Set<Right>, among others: Set<Right>) -> [Right] {
        some.filter { !others.contains($0) && !others.contains($0.onWholeTable) }
            .sorted { "\($0.account) \($0)" < "\($1.account) \($1)" }
    }
}

extension StoreReader {
    /// The accounts of the roles that the server knows.
    public func roleAccounts() throws -> Set<String> {
        Set(
            try runner.rows(
                """
                SELECT DISTINCT grantee AS account FROM information_schema.user_privileges
                WHERE grantee LIKE CONCAT(CHAR(39), 'needme|_%') ESCAPE '|'
                """
            ).map { try $0["account"] }
        )
    }

    /// What the accounts of the roles may do in this database, and everywhere.
    public func rights() throws -> Set<Right> {
        let rows = try runner.rows(
            """
            SELECT grantee AS account, privilege_type AS privilege, table_name AS place, NULL AS part,
                is_grantable AS grantable FROM information_schema.table_privileges WHERE table_schema = DATABASE()
            UNION ALL
            SELECT grantee, privilege_type, table_name, column_name, is_grantable
                FROM information_schema.column_privileges WHERE table_schema = DATABASE()
            UNION ALL
            SELECT grantee, privilege_type, '*', NULL, is_grantable
                FROM information_schema.schema_privileges WHERE DATABASE() LIKE table_schema
            UNION ALL
            SELECT grantee, privilege_type, '*.*', NULL, is_grantable
                FROM information_schema.user_privileges WHERE privilege_type <> 'USAGE'
            """
        )
        var rights: Set<Right> = []
        for row in rows {
            let (account, table): (String, String) = (try row["account"], try row["place"])
            guard account.hasPrefix("'needme_") else { continue }
            let grantable: String = try row["grantable"]
            rights.insert(Right(account, try row["privilege"], table, try row["part"]))
            if grantable == "YES" { rights.insert(Right(account, "GRANT OPTION", table)) }
        }
        return rights
    }
}
