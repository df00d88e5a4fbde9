import Foundation
import MariaDB
import OperationsTestSupport
import TestSupport
import Testing

/// Every right that is given is one that something needs: without it, the site does not get through a day.
///
/// As many days as there are rights take two minutes, so they are lived only when `NEEDME_TEST_EVERY_RIGHT` is set: do it
/// after changing `grants.sql` or what a role does.
@Suite(.database(.needme), .enabled(if: ProcessInfo.processInfo.environment["NEEDME_TEST_EVERY_RIGHT"] != nil))
struct `A right` {
    let administrator = TestDatabase.current.connect()

    @Test(arguments: Role.allCases) func `is given only where it is needed`(role: Role) throws {
        var needless: [String] = []
        for right in try rights(of: role) {
            try administrator.runUnprepared("REVOKE \(right.words) FROM \(role.account)@'%'")
            if (try? Story().liveToTheEnd()) != nil { needless.append(right.words) }
            try TestDatabase.current.empty()
            try administrator.runUnprepared("GRANT \(right.words) TO \(role.account)@'%'")
        }
        #expect(needless == [])
    }

    private func rights(of role: Role) throws -> [Right] {
        let database = TestDatabase.current.name
        let whole = try administrator.rows(
            """
            SELECT TABLE_NAME AS name, PRIVILEGE_TYPE AS privilege, NULL AS place
            FROM information_schema.TABLE_PRIVILEGES
            WHERE TABLE_SCHEMA = \(database) AND GRANTEE = \("'\(role.account)'@'%'")
            """
        )
        let parts = try administrator.rows(
            """
            SELECT TABLE_NAME AS name, PRIVILEGE_TYPE AS privilege, COLUMN_NAME AS place
            FROM information_schema.COLUMN_PRIVILEGES
            WHERE TABLE_SCHEMA = \(database) AND GRANTEE = \("'\(role.account)'@'%'")
            """
        )
        return try (whole + parts).map(Right.init)
    }
}

/// One right on one table or one of its columns.
private struct Right {
    let words: String

    init(_ row: Row) throws {
        let (table, privilege, column): (String, String, String?) = (
            try row["name"], try row["privilege"], try row["place"]
        )
        words = privilege + (column.map { " (\($0))" } ?? "") + " ON \(table)"
    }
}
