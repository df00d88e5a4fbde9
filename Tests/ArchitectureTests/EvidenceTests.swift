import Testing

@Suite struct `The articles on security` {
    private static let folder = "Sources/needme/needme.docc/"
    private static let checklist = House.text(folder + "SecurityChecklist.md")
    private static let model = House.text(folder + "ThreatModel.md")

    private static let tests = House.files(under: "Tests").map(\.text)
    private static let sentences = Set(
        tests.flatMap { $0.matches(of: /\bfunc (`[^`\n]+`)/).map { String($0.output.1) } }
            + tests.flatMap { $0.matches(of: /\bdef (test_\w+)\(/).map { "`\($0.output.1)`" } }
    )

    /// What an article quotes as evidence, quotes kept: files, and tests by their sentence.
    static func evidence(in text: some StringProtocol) -> [String] {
        String(text).matches(of: /`[^`\n]+`/).map { String($0.output) }
    }

    /// True when a file or a test of this name exists.
    static func exists(_ evidence: String) -> Bool {
        sentences.contains(evidence) || House.exists(String(evidence.dropFirst().dropLast()))
    }

    @Test(arguments: [checklist, model]) func `name no file and no test that is not there`(article: String) {
        #expect(Self.evidence(in: article).count > 50)
        #expect(Self.evidence(in: article).filter { !Self.exists($0) } == [])
    }

    @Test func `are seen to name what is not there`() {
        let text = "`Sources/Web/HTML.swift`, `Sources/Web/HTLM.swift`, `a text is escaped`, `test_nothing`"
        #expect(Self.evidence(in: text).filter { !Self.exists($0) }.count == 3)
        #expect(Self.exists("`a text is escaped, markup is not`"))
        #expect(Self.exists("`test_the_log_holds_no_secret`"))
    }

    /// The rows of an article's tables, cell by cell, without their heads.
    private static func rows(of article: String) -> [[String]] {
        article.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| ---") }.map { line in
            line.split(separator: "|").map { $0.trimmingPrefix(" ") }.map { cell in
                String(cell.reversed().drop { $0 == " " }.reversed())
            }
        }
    }

    @Test func `leave out no requirement of level 2`() {
        let numbers = Self.rows(of: Self.checklist).map { $0[0] }.filter { $0 != "No." }
        #expect(Set(numbers) == Set(Self.required))
        #expect(numbers.count == Self.required.count)
    }

    @Test func `say of each requirement whether it is met, and by what or why not`() {
        for row in Self.rows(of: Self.checklist) where row[0] != "No." {
            #expect(row.count == 4, "\(row)")
            #expect(["met", "not met", "not applicable"].contains(row[2]), "\(row)")
            #expect(row[2] == "met" ? !Self.evidence(in: row[3]).isEmpty : row[3].count > 3, "\(row)")
        }
    }

    @Test func `say of each threat what answers it, or that nothing does`() {
        let rows = Self.rows(of: Self.model).filter { $0.count == 3 && $0[0] != "Threat" }
        #expect(rows.count > 20)
        for row in rows { #expect(!Self.evidence(in: row[2]).isEmpty || row[1].contains("Not answered"), "\(row)") }
    }

    /// The requirements of OWASP's ASVS 4.0.3, level 2, those deleted left out: 259.
    private static let required: [String] = {
        let sections: [(String, [ClosedRange<Int>])] = [
            ("1.1", [1...7]), ("1.2", [1...4]), ("1.4", [1...1, 4...5]), ("1.5", [1...4]), ("1.6", [1...4]),
            ("1.7", [1...2]), ("1.8", [1...2]), ("1.9", [1...2]), ("1.10", [1...1]), ("1.11", [1...2]),
            ("1.12", [2...2]), ("1.14", [1...6]),
            ("2.1", [1...12]), ("2.2", [1...3]), ("2.3", [1...3]), ("2.4", [1...5]), ("2.5", [1...7]), ("2.6", [1...3]),
            ("2.7", [1...6]), ("2.8", [1...7]), ("2.9", [1...3]), ("2.10", [1...4]),
            ("3.1", [1...1]), ("3.2", [1...4]), ("3.3", [1...4]), ("3.4", [1...5]), ("3.5", [1...3]), ("3.7", [1...1]),
            ("4.1", [1...3, 5...5]), ("4.2", [1...2]), ("4.3", [1...3]),
            ("5.1", [1...5]), ("5.2", [1...8]), ("5.3", [1...10]), ("5.4", [1...3]), ("5.5", [1...4]),
            ("6.1", [1...3]), ("6.2", [1...6]), ("6.3", [1...2]), ("6.4", [1...2]),
            ("7.1", [1...4]), ("7.2", [1...2]), ("7.3", [1...1, 3...4]), ("7.4", [1...3]),
            ("8.1", [1...4]), ("8.2", [1...3]), ("8.3", [1...8]), ("9.1", [1...3]), ("9.2", [1...4]),
            ("10.2", [1...2]), ("10.3", [1...3]), ("11.1", [1...8]),
            ("12.1", [1...3]), ("12.2", [1...1]), ("12.3", [1...6]), ("12.4", [1...2]), ("12.5", [1...2]),
            ("12.6", [1...1]),
            ("13.1", [1...1, 3...5]), ("13.2", [1...3, 5...6]), ("13.3", [1...2]), ("13.4", [1...2]),
            ("14.1", [1...4]), ("14.2", [1...6]), ("14.3", [2...3]), ("14.4", [1...7]), ("14.5", [1...4]),
        ]
        return sections.flatMap { section, ranges in ranges.flatMap { $0 }.map { "\(section).\($0)" } }
    }()
}
