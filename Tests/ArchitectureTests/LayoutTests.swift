import Testing

@Suite struct `The repository` {
    private static let texts: [(path: String, text: String)] =
        ["Sources", "Tests", "nginx", "sql", ".ci"].flatMap(House.files)
        .filter { !$0.path.hasPrefix("Tests/Corpus/") }  // what strangers send ends as they please
        + ["Package.swift", "README.md", ".swift-format", ".editorconfig", ".gitignore"].map { ($0, House.text($0)) }

    /// SwiftPM writes Package.resolved, which is ignored.
    private static func strangers(among entries: [String]) -> [String] {
        let known = ["Package.swift", "Package.resolved", "Sources", "Tests", "nginx", "sql", "README.md"]
        return entries.filter { !$0.hasPrefix(".") && !known.contains($0) }
    }

    @Test func `the top level is fixed`() {
        #expect(Self.strangers(among: House.entries(of: "")) == [])
    }

    @Test func `a stranger at the top is seen`() {
        #expect(Self.strangers(among: ["Makefile", "Sources", ".ci", "docs"]) == ["Makefile", "docs"])
    }

    private static func isTooLong(_ text: String) -> Bool { text.utf8.count { $0 == UInt8(ascii: "\n") } > 200 }

    @Test func `no file of Sources is longer than 200 lines`() {
        #expect(House.sources.filter { Self.isTooLong($0.text) }.map(\.path) == [])
    }

    @Test func `a long file is seen`() {
        #expect(Self.isTooLong(String(repeating: "\n", count: 201)))
        #expect(!Self.isTooLong(String(repeating: "\n", count: 200)))
    }

    @Test(arguments: [("css", 40_000), ("js", 20_000)]) func `what each page loads stays small`(
        kind: String,
        limit: Int
    ) {
        let files = House.files(under: "nginx/static").filter { $0.path.hasSuffix("." + kind) }
        #expect(!files.isEmpty)
        #expect(files.map(\.text.utf8.count).reduce(0, +) < limit)
    }

    private static func endsWell(_ text: String) -> Bool {
        text.hasSuffix("\n") && !text.hasSuffix("\n\n") && text != "\n"
    }

    @Test func `every file ends with one line end`() {
        #expect(Self.texts.count > 200)
        #expect(Self.texts.filter { !Self.endsWell($0.text) }.map(\.path) == [])
    }

    @Test(arguments: ["", "a", "a\n\n", "\n"]) func `a file that ends otherwise is seen`(text: String) {
        #expect(!Self.endsWell(text))
    }
}

@Suite struct `The package` {
    private static let settings = [
        #".enableUpcomingFeature("ExistentialAny")"#, #".enableUpcomingFeature("InternalImportsByDefault")"#,
        #".enableUpcomingFeature("MemberImportVisibility")"#, ".treatAllWarnings(as: .error)", ".strictMemorySafety()",
    ]

    /// What makes a target of this manifest less strict than the others.
    static func laxities(in manifest: String) -> [String] {
        let strict = manifest.firstMatch(of: /let strict: \[SwiftSetting\] = \[([^\]]*)\]/)?.output.1 ?? ""
        let missing = settings.filter { !strict.contains($0) }
        let lax = manifest.matches(of: /\.(?:target|executableTarget|testTarget|macro|plugin)\(/)
            .map { call(in: manifest[$0.range.upperBound...]) }
            .filter { !$0.contains(/swiftSettings: strict\s*(,|$)/) }
        let mode = manifest.contains("swiftLanguageModes: [.v6]") ? [] : ["not Swift 6"]
        return missing + lax + mode
    }

    /// What stands between an opening parenthesis and the one that closes it.
    private static func call(in text: Substring) -> String {
        var depth = 1
        let inside = text.prefix { character in
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            return depth > 0
        }
        return String(inside)
    }

    @Test func `compiles every target with the same strictness`() {
        #expect(Self.laxities(in: House.text("Package.swift")) == [])
    }

    @Test(arguments: settings) func `a setting that went away is seen`(setting: String) {
        #expect(Self.laxities(in: House.text("Package.swift").replacing(setting, with: "")) == [setting])
    }

    @Test(arguments: [
        "        .target(name: \"Lax\", dependencies: []),\n",
        "        .testTarget(name: \"LaxTests\", swiftSettings: []),\n",
        "        .executableTarget(\n            name: \"lax\"\n        ),\n",
    ])
    func `a lax target is seen`(target: String) {
        let manifest = House.text("Package.swift").replacing("    targets: [\n", with: "    targets: [\n" + target)
        #expect(Self.laxities(in: manifest).count == 1)
    }

    @Test func `another language mode is seen`() {
        #expect(Self.laxities(in: House.text("Package.swift").replacing("[.v6]", with: "[.v5]")) == ["not Swift 6"])
    }

    /// What the packages we take bring with them: each one more is a decision.
    @Test func `takes three packages`() {
        let urls = House.text("Package.swift").matches(of: /\.package\(url: "([^"]*)"/).map { String($0.output.1) }
        #expect(
            urls == ["swift-argument-parser", "swift-crypto", "swift-log"].map { "https://github.com/apple/" + $0 }
        )
    }
}
