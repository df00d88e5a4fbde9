import Foundation
import MariaDB

/// A server of a test's own, that may be stopped, frozen and spoken to over TCP.
final class OwnServer {
    let directory: String
    private let options: [String]

    /// Starts a server that ends with this value.
    init(prepare: (_ directory: String) throws -> [String] = { _ in [] }) throws {
        // Not the usual temporary directory, whose path may be too long for a socket.
        directory = "/tmp/needme-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
        options = try prepare(directory)
        try start()
    }

    deinit {
        try? stop()
        try? FileManager.default.removeItem(atPath: directory)
    }

    func start() throws {
        try run(OwnServer.script, ["start", directory] + options)
    }

    func stop() throws {
        try run(OwnServer.script, ["stop", directory])
    }

    func connect() -> Connection { Connection(settings) }

    var settings: ConnectionSettings {
        ConnectionSettings(address: .socket(path: directory + "/socket"), user: "root", password: "", database: nil)
    }

    private static let script = String(#filePath.dropLast("MariaDBTests/OwnServer.swift".count)) + "mariadb"
}
