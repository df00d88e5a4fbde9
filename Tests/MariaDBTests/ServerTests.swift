import MariaDB
import TestSupport
import Testing

@Suite(.serialized) struct `A server` {
    @Test func `started again between two requests is unnoticed`() throws {
        let server = try OwnServer()
        let connection = server.connect()
        try connection.runUnprepared("CREATE DATABASE needme")
        try connection.execute("CREATE TABLE needme.numbers (number INT)")
        try connection.execute("INSERT INTO needme.numbers VALUES (\(1))")
        try server.stop()
        let error = #expect(throws: DatabaseError.self) {
            try connection.execute("INSERT INTO needme.numbers VALUES (\(2))")
        }
        #expect(error?.isUnavailable == true)
        #expect(error?.isOutcomeUnknown == false)
        try server.start()
        try connection.execute("INSERT INTO needme.numbers VALUES (\(3))")
        try server.stop()
        try server.start()
        let numbers = try connection.transaction { try $0.rows("SELECT number FROM needme.numbers ORDER BY number") }
        #expect(try numbers.map { try $0["number"] as Int } == [1, 3])
    }

    @Test func `that does not answer COMMIT leaves the outcome unknown`() throws {
        let server = try OwnServer()
        let blocker = server.connect()
        try blocker.runUnprepared("CREATE DATABASE needme")
        try blocker.runUnprepared("CREATE TABLE needme.numbers (number INT)")
        var settings = server.settings
        settings.answerTimeoutSeconds = 1
        var attempts = 0
        let error = #expect(throws: DatabaseError.self) {
            try Connection(settings).transaction { transaction in
                attempts += 1
                try transaction.execute("INSERT INTO needme.numbers VALUES (1)")
                try blocker.runUnprepared("BACKUP STAGE START")
                try blocker.runUnprepared("BACKUP STAGE BLOCK_COMMIT")
            }
        }
        #expect(error?.statement == "COMMIT")
        #expect(error?.isOutcomeUnknown == true)
        #expect(attempts == 1)
        try blocker.runUnprepared("BACKUP STAGE END")
    }

    @Test func `over TCP is believed only with its certificate`() throws {
        let port = try freePort()
        let server = try OwnServer { directory in
            try makeCertificates(in: directory)
            return [
                "--skip-networking=0", "--bind-address=127.0.0.1", "--port=\(port)", "--ssl-ca=\(directory)/ca.pem",
                "--ssl-cert=\(directory)/server.pem", "--ssl-key=\(directory)/server.key",
            ]
        }
        try server.connect().runUnprepared("CREATE USER needme@'%' IDENTIFIED BY 'très-secret'")
        func connection(authority: String?, host: String = "127.0.0.1") -> Connection {
            let address = ConnectionSettings.Address.tcp(
                host: host,
                port: port,
                certificateAuthorityFile: authority.map { "\(server.directory)/\($0)" }
            )
            return Connection(
                ConnectionSettings(address: address, user: "needme", password: "très-secret", database: nil)
            )
        }

        let trusting = connection(authority: "ca.pem")
        #expect(try trusting.row("SHOW SESSION STATUS LIKE 'Ssl_version'")?["Value"] == "TLSv1.3")
        let killer = server.connect()
        let number: Int = try #require(try trusting.row("SELECT CONNECTION_ID() AS number"))["number"]
        try killer.runUnprepared("KILL \(number)")
        while try killer.row("SELECT 1 FROM information_schema.PROCESSLIST WHERE ID = \(number)") != nil {}
        #expect(try trusting.row("SELECT 1 AS one")?["one"] == 1)

        for stranger in [
            connection(authority: nil), connection(authority: "other-ca.pem"), connection(authority: "absent.pem"),
            connection(authority: "ca.pem", host: "localhost"),
        ] {
            let error = #expect(throws: DatabaseError.self) { try stranger.rows("SELECT 1") }
            #expect(error?.code == 2026)
            #expect(!"\(error as Any)".contains("secret"))
        }
    }

    @Test func `over TCP without TLS is refused`() throws {
        let port = try freePort()
        let server = try OwnServer { _ in
            ["--skip-networking=0", "--bind-address=127.0.0.1", "--port=\(port)", "--skip-ssl"]
        }
        try server.connect().runUnprepared("CREATE USER needme@'%' IDENTIFIED BY 'secret'")
        let address = ConnectionSettings.Address.tcp(host: "127.0.0.1", port: port, certificateAuthorityFile: nil)
        let connection = Connection(
            ConnectionSettings(address: address, user: "needme", password: "secret", database: nil)
        )
        let error = #expect(throws: DatabaseError.self) { try connection.rows("SELECT 1") }
        #expect(error?.code == 2026)
    }
}
