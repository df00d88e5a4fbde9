import Foundation
import MariaDB
import OperationsTestSupport
import Store
import TestSupport
import Testing
import Web

@testable import needme

@Suite(.database(.needme)) struct `A monitor` {
    let database = TestDatabase.current

    static let roles: [OperationsTestSupport.Role] = [.dashboard, .public, .stripe, .webhook]

    @Test(arguments: roles) func `hears from each role that it lives and that it is ready`(
        role: OperationsTestSupport.Role
    ) throws {
        #expect(try ask(role).text == "alive\n")
        let ready = try ask(role, "/ready")
        #expect(ready.response.status == 200)
        #expect(ready.text == "ready\n")
        #expect(ready.response.headers["cache-control"] == "no-store")
    }

    @Test func `hears the same by HEAD, and nothing by POST`() throws {
        #expect(try ask(.public, "/ready", .head).response.status == 200)
        #expect(try ask(.public, "/ready", .post).response.status == 405)
    }

    @Test func `gets no answer for another role or another path`() {
        let health = Health(role: "public", database: database.settings(as: .public))
        for path in ["/healthz", "/healthz/stripe", "/healthz/public/", "/healthz/public/ready/now", "/"] {
            #expect(health.answer(to: Request(.get, path)) == nil)
        }
    }

    @Test func `hears that a role lives but cannot serve when the database is away, and the log why`() throws {
        var settings = database.settings(as: .public)
        settings.address = .socket(path: "/nowhere/mariadb.sock")
        #expect(try ask(.public, at: settings).response.status == 200)
        let ready = try ask(.public, "/ready", at: settings)
        #expect(ready.response.status == 503)
        #expect(!ready.text.contains("nowhere"), "What is said in public names nothing of ours.")
        #expect(ready.trouble?.contains("2002") == true)
    }

    @Test func `hears that a role cannot serve when its account is not let in`() throws {
        var settings = database.settings(as: .public)
        settings.password = "another"
        #expect(try ask(.public, "/ready", at: settings).response.status == 503)
    }

    @Test(arguments: [
        ("DELETE FROM schema_migrations WHERE version = \(SchemaStanding.expectedVersion)", 503),
        ("UPDATE schema_migrations SET finished_at = NULL WHERE version = \(SchemaStanding.expectedVersion)", 503),
        ("UPDATE schema_migrations SET version = version + 1 WHERE version = \(SchemaStanding.expectedVersion)", 200),
    ])
    func `hears whether the schema is what the program needs`(change: String, status: Int) throws {
        let administrator = database.connect()
        try administrator.runUnprepared("CREATE TABLE kept AS SELECT * FROM schema_migrations")
        defer {
            #expect(throws: Never.self) {
                try administrator.runUnprepared("DELETE FROM schema_migrations")
                try administrator.runUnprepared("INSERT INTO schema_migrations SELECT * FROM kept")
                try administrator.runUnprepared("DROP TABLE kept")
            }
        }
        try administrator.runUnprepared(change)
        #expect(try ask(.public, "/ready").response.status == status)
    }

    @Test func `is told of the newest file that there is`() throws {
        #expect(try Schema.migrations().map(\.version).max() == SchemaStanding.expectedVersion)
    }

    private func ask(
        _ role: OperationsTestSupport.Role,
        _ end: String = "",
        _ method: Web.Method = .get,
        at settings: ConnectionSettings? = nil
    ) throws -> Health.Answer {
        let health = Health(role: role.rawValue, database: settings ?? database.settings(as: role))
        return try #require(health.answer(to: Request(method, "/healthz/\(role.rawValue)\(end)")))
    }
}

extension Health.Answer {
    fileprivate var text: String { String(decoding: response.body, as: UTF8.self) }
}
