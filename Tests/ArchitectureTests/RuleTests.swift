import Testing

@Suite struct `Rules of the house` {
    // One request at a time, straight through: nothing waits elsewhere, nothing is shared.
    static let forbidden: Set<Substring> = [
        "async", "await", "actor", "Task", "DispatchQueue", "Thread", "NSLock", "Mutex", "pthread_create", "fatalError",
        "unsafeBitCast", "unowned",
    ]

    @Test(arguments: House.sources) func `no thread, no lock, no crash by carelessness`(file: SourceFile) {
        #expect(Self.forbidden.intersection(file.code.words) == [])
    }

    @Test(arguments: [
        "func f() async {}", "let x = await y()", "fatalError(\"x\")", "Thread.sleep()", "\"\\(await x)\"",
    ])
    func `a forbidden word is seen`(source: String) {
        #expect(Self.forbidden.isDisjoint(with: Code(source).words) == false)
    }

    @Test(arguments: ["// await the answer", "\"async\"", "let asynchronous = 1"])
    func `in comments and texts it is no word`(source: String) {
        #expect(Self.forbidden.isDisjoint(with: Code(source).words))
    }

    @Test(arguments: House.sources) func `nothing is unwrapped, tried or cast by force`(file: SourceFile) {
        #expect(!file.code.hasBang)
    }

    @Test(arguments: [
        "x!", "x!.y", "f()!", "a[0]!", "try! f()", "x as! Y", "var x: String!", "x?!", "x!!", "\"\\(x!)\"",
    ])
    func `force is seen`(source: String) {
        #expect(Code(source).hasBang)
    }

    @Test(arguments: ["!x", "a != b", "if !x {", "(!x)", "// x!", "\"x!\"", "try? f()"]) func `a negation is no force`(
        source: String
    ) {
        #expect(!Code(source).hasBang)
    }

    @Test(arguments: ["NeverForceUnwrap", "NeverUseForceTry", "NeverUseImplicitlyUnwrappedOptionals"])
    func `the linter watches too`(rule: String) {
        #expect(House.text(".swift-format").contains("\"\(rule)\": true"))
    }

    // Nothing that a stranger types can become a command or a pattern of printf.
    private static func startsPrograms(_ code: Code) -> Bool {
        code.text.contains(
            /\b(?:fork|vfork|posix_spawnp?|exec[lv][ep]{0,2}|system|popen|dlopen|Process|[fsdv]?n?printf|syslog)\(/
        )
    }

    @Test(arguments: House.sources) func `starts no other program, and prints by no pattern`(file: SourceFile) {
        #expect(!Self.startsPrograms(file.code))
    }

    @Test(arguments: ["popen(command, \"r\")", "execve(path)", "let p = Process()", "snprintf(buffer)", "printf(x)"])
    func `a program that is started is seen`(source: String) {
        #expect(Self.startsPrograms(Code(source)))
    }

    // Twin types escape or bind every value; these are the two places where a text enters as it is.
    private static let unescapedPlaces = ["Sources/MariaDB/SQL.swift", "Sources/Web/HTML.swift"]

    private static func bypasses(_ code: Code) -> Bool {
        code.words.contains("unescaped") || code.text.contains("stringLiteral:")
    }

    @Test func `markup and SQL are never made from a text`() {
        #expect(House.sources.filter { Self.bypasses($0.code) }.map(\.path) == Self.unescapedPlaces)
    }

    @Test(arguments: ["HTML(unescaped: name)", "SQL(stringLiteral: text)", "\"\\(HTML(unescaped: x))\""])
    func `a text taken as it is is seen`(source: String) {
        #expect(Self.bypasses(Code(source)))
    }

    // Statements that cannot be prepared take no values: only migrations, written by us, are run so.
    private static let unpreparedPlaces = ["Sources/MariaDB/Connection.swift", "Sources/Store/Migrations.swift"]

    @Test func `only migrations run statements without binding`() {
        let found = House.sources.filter { $0.code.words.contains("runUnprepared") }.map(\.path)
        #expect(found == Self.unpreparedPlaces)
    }

    private static let pages = ["Dashboard", "PublicPages", "StripePages", "Webhooks"]

    private static func writes(_ code: Code) -> Bool {
        code.words.contains("StoreWriter") || code.text.contains(/\.write\s*[({]/)
    }

    @Test(arguments: House.sources.filter { pages.contains($0.module) }) func `pages read, operations write`(
        file: SourceFile
    ) {
        #expect(!Self.writes(file.code))
    }

    @Test(arguments: ["let w: StoreWriter", "try store.write { $0 }", "store.write(work)"])
    func `a page that writes is seen`(source: String) {
        #expect(Self.writes(Code(source)))
    }

    private static let accounts = ["Accounting", "Invoicing", "Payments", "French", "Store"]

    private static func holdsFloats(_ code: Code) -> Bool {
        code.words.contains { ["Float", "Double", "Float16", "Float32", "Float64", "CGFloat", "Decimal"].contains($0) }
    }

    @Test(arguments: House.sources.filter { accounts.contains($0.module) }) func `no floating point near money`(
        file: SourceFile
    ) {
        #expect(!Self.holdsFloats(file.code))
    }

    @Test(arguments: ["let x: Double = 1", "Float(y)", "[Double]()"]) func `floating point is seen`(source: String) {
        #expect(Self.holdsFloats(Code(source)))
    }
}
