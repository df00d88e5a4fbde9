import Foundation
import Operations
import TestSupport
import Testing

@testable import needme

@Suite struct `What a role counts` {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func `is the sum over its processes, in a file each`() throws {
        let first = try CountsFile(of: "public", under: scratch.path)
        let second = try CountsFile(of: "public", under: scratch.path)
        try first.add(.answered(status: 200))
        try first.add(.answered(status: 503))
        try second.add(.answered(status: 200))
        #expect(try files("public") == ["1", "2"])
        let sum = try #require(try CountsFile.sums(under: scratch.path).first)
        #expect(sum.role == "public")
        #expect(sum.counts.statuses == [200, 503])
        #expect(sum.counts[.answered(status: 200)] == 2)
    }

    @Test func `outlives the process, and is gone on with by the next one`() throws {
        for expected in 1...3 as ClosedRange<UInt64> {
            let file = try CountsFile(of: "webhook", under: scratch.path)
            try file.add(.settled(.booked))
            #expect(try sum("webhook")[.settled(.booked)] == expected)
        }
        #expect(try files("webhook") == ["1"])
    }

    @Test func `is told of each role for itself`() throws {
        try CountsFile(of: "public", under: scratch.path).add(.answered(status: 404))
        try CountsFile(of: "stripe", under: scratch.path).add(.answered(status: 303))
        #expect(try sum("public").statuses == [404])
        #expect(try sum("stripe").statuses == [303])
    }

    @Test func `goes on where a file was cut off`() throws {
        let file = try CountsFile(of: "public", under: scratch.path)
        try file.add(.answered(status: 100))
        try file.add(.settled(.nothing))
        let path = scratch.path + "/public/1"
        try FileHandle(forWritingTo: URL(fileURLWithPath: path)).truncate(atOffset: 8)
        #expect(try sum("public")[.answered(status: 100)] == 1)
        try file.add(.settled(.nothing))
        #expect(try sum("public")[.settled(.nothing)] == 2)
    }

    @Test func `is nothing before any role has started, and an error where a file cannot be read`() throws {
        #expect(try CountsFile.sums(under: scratch.path + "/none").isEmpty)
        let file = try scratch.file("no folder".utf8)
        #expect(throws: UnreadableFile.self) { try CountsFile.sums(under: file) }
    }

    @Test func `is refused where nothing can be written`() {
        let configuration = Configuration(environment: ["NEEDME_COUNTS_DIRECTORY": "/proc"])
        let error = #expect(throws: ConfigurationError.self) { try configuration.countsFile(of: "public") }
        #expect(error?.variable == "NEEDME_COUNTS_DIRECTORY")
    }

    @Test func `is nothing where nobody said so`() throws {
        #expect(try Configuration(environment: [:]).countsFile(of: "public") == nil)
    }

    private func sum(_ role: String) throws -> Counts {
        try #require(try CountsFile.sums(under: scratch.path).first { $0.role == role }).counts
    }

    private func files(_ role: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/" + role).sorted()
    }
}

@Suite struct `Figures for Prometheus` {
    @Test func `say what they are, of what kind, and how many`() {
        var exposition = Exposition()
        exposition.add("needme_things_total", .counter, "Things.", [(["name": "a\"b\\c\nd", "of": "é"], "3")])
        exposition.add("needme_nothing", .gauge, "Nothing.", [])
        exposition.add("needme_up", .gauge, "Whether.", 1)
        #expect(
            exposition.text == #"""
                # HELP needme_things_total Things.
                # TYPE needme_things_total counter
                needme_things_total{name="a\"b\\c\nd",of="é"} 3
                # HELP needme_up Whether.
                # TYPE needme_up gauge
                needme_up 1

                """#
        )
    }

    @Test func `of counts are counters, each with its role`() throws {
        let scratch = try Scratch()
        try CountsFile(of: "webhook", under: scratch.path).add(.answered(status: 200))
        var exposition = Exposition()
        exposition.add(try CountsFile.sums(under: scratch.path))
        #expect(exposition.text.contains("\nneedme_requests_total{role=\"webhook\",status=\"200\"} 1\n"))
        #expect(exposition.text.contains("\nneedme_settlements_total{role=\"webhook\",outcome=\"booked\"} 0\n"))
    }
}
