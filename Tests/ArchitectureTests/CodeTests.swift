import Testing

@Suite struct `What the compiler reads` {
    @Test(arguments: [
        ("a // b", "a  "), ("a /* b */ c", "a   c"), ("let a = \"b // c\" + d", "let a = \"\" + d"),
        ("\"https://x\\(y(\"z\"))w\"", "\"\"(y(\"\"))"), ("#\"a\"b\"# c", "\"\" c"),
        ("\"\"\"\n a \"b\" \\(c)\n\"\"\" d", "\"\"(c) d"),
        ("\"a\\\"b\" c", "\"\" c"), ("#\"\\(a) \\#(b)\"#", "\"\"(b)"),
    ])
    func `is neither comment nor literal, but interpolations are`(source: String, code: String) {
        #expect(Code(source).text == code)
    }

    @Test func `the whole of Sources is found`() {
        #expect(House.sources.count > 150)
        #expect(House.sources.contains { $0.path == "Sources/Accounting/Cents.swift" && $0.module == "Accounting" })
    }
}
