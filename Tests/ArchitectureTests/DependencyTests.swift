import Foundation
import Testing

@Suite struct `The list of what NeedMe is made of` {
    /// What `Tests/dependencies` prints, line by line.
    private static let lines = Result { () throws -> [String] in
        let process = Process()
        let output = Pipe()
        process.executableURL = House.root.appending(path: "Tests/dependencies")
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func names(in file: String, _ pattern: Regex<(Substring, Substring)>) -> Set<String> {
        Set(House.text(file).matches(of: pattern).map { String($0.output.1) })
    }

    private static func listed(_ kinds: String...) throws -> Set<String> {
        let words = try lines.get().map { $0.split(separator: " ") }
        return Set(words.filter { kinds.contains("\($0[0]) \($0[1])") }.map { String($0[2]) })
    }

    @Test func `has every Swift package that was resolved, with its version`() throws {
        let resolved = House.text("Package.resolved")
            .matches(of: /"identity" : "([^"]+)"[^{]*\{[^}]*"version" : "([^"]+)"/)
            .map { "program swift \($0.output.1) \($0.output.2)" }
        #expect(resolved.count >= 3)
        #expect(Set(resolved) == Set(try Self.lines.get().filter { $0.hasPrefix("program swift ") }))
    }

    @Test func `has every library that the program is built with, in the version installed`() throws {
        let built = Self.names(in: "Package.swift", /apt: "([^"]+)"/)
        #expect(built.count > 5)
        #expect(built.isSubset(of: try Self.listed("build debian")))
        #expect(try Self.lines.get().filter { $0.hasPrefix("build ") && $0.hasSuffix("not installed") } == [])
    }

    @Test func `has every package that a machine in production gets`() throws {
        let block = House.text("README.md").firstMatch(of: /apt-get install ([^`]*)```/)?.output.1 ?? ""
        let names = Set(block.split { $0.isWhitespace || $0 == "\\" }.map(String.init).filter { !$0.hasPrefix("-") })
        #expect(names.count > 10)
        #expect(try Self.listed("program debian") == names)
    }

    @Test func `has every Python package of the tests`() throws {
        let asked = Self.names(in: "Tests/requirements.txt", /(?m)^([^#=\s]+)==/)
        #expect(try Self.listed("tests python") == asked)
    }
}
