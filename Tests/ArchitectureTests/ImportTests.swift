import Testing

@Suite struct `The rooms of the house` {
    /// Each module with what it may import: modules of ours stand above those that see them, so arrows point down only.
    private static let table: [(module: String, ours: [String], others: [String])] = [
        ("Accounting", [], []),
        ("Invoicing", ["Accounting"], []),
        ("Payments", ["Invoicing", "Accounting"], []),
        ("French", ["Payments", "Invoicing", "Accounting"], []),
        ("Web", [], []),
        ("Exports", ["French", "Web", "Accounting"], []),
        ("FastCGI", ["Web"], ["CFastCGI", "Glibc"]),
        ("MariaDB", [], ["CMariaDB", "Glibc"]),
        ("Curl", [], ["CCurl"]),
        ("PDF", [], ["CPangoCairo", "CQRencode", "CQPDF", "Glibc"]),
        ("Pictures", [], ["CGdkPixbuf"]),
        ("Archive", [], ["CArchive"]),
        ("Documents", ["French", "PDF", "Invoicing", "Accounting"], []),
        ("Stripe", ["Curl", "Accounting"], ["Crypto", "FoundationEssentials"]),
        ("Mail", ["Curl"], ["Glibc"]),
        ("Store", ["MariaDB", "Payments", "Invoicing", "Accounting"], []),
        (
            "Operations",
            [
                "Archive", "Documents", "Exports", "Pictures", "Store", "Stripe", "Mail", "French", "Web", "Payments",
                "Invoicing",
                "Accounting",
            ],
            ["CArgon2", "Crypto", "Glibc"]
        ),
        (
            "Dashboard",
            ["Operations", "Exports", "Store", "PDF", "French", "Web", "Payments", "Invoicing", "Accounting"], []
        ),
        (
            "PublicPages",
            ["Operations", "Store", "Documents", "PDF", "French", "Web", "Payments", "Invoicing", "Accounting"], []
        ),
        ("StripePages", ["Operations", "Store", "French", "Web", "Accounting"], []),
        ("Webhooks", ["Operations", "Web"], []),
        ("StripeSimulator", ["Web", "Accounting"], ["Crypto"]),
        (
            "needme",
            [
                "Dashboard", "PublicPages", "StripePages", "Webhooks", "Operations", "Store", "Stripe", "Mail",
                "Curl", "MariaDB", "FastCGI", "Documents", "PDF", "Web", "French", "Payments", "Invoicing",
                "Accounting",
            ],
            ["ArgumentParser", "Logging", "Glibc"]
        ),
        (
            "needme-stripe-simulator", ["StripeSimulator", "FastCGI", "Curl", "Web", "Accounting"],
            ["ArgumentParser", "FoundationEssentials", "Glibc"]
        ),
    ]

    /// What a file imports, whatever stands before the word.
    static func imports(in code: Code) -> [String] {
        let pattern =
            /^[ \t]*(?:@\w+(?:\([^)]*\))?[ \t]+)*(?:(?:public|package|internal|fileprivate|private)[ \t]+)?import[ \t]+(?:(?:struct|class|enum|protocol|func|var|let|typealias)[ \t]+)?(\w+)/
        return code.text.matches(of: pattern.anchorsMatchLineEndings()).map { String($0.output.1) }
    }

    /// What a module imports and may not; everything when it is no module of the table.
    static func forbiddenImports(in code: Code, of module: String) -> [String] {
        let row = table.first { $0.module == module }
        let allowed = (row?.ours ?? []) + (row?.others ?? [])
        return imports(in: code).filter { !allowed.contains($0) }
    }

    @Test(arguments: House.sources) func `a file imports only what its module may see`(file: SourceFile) {
        #expect(Self.forbiddenImports(in: file.code, of: file.module) == [])
    }

    @Test(arguments: [
        ("import Store", "Web", ["Store"]), ("public import Stripe", "Invoicing", ["Stripe"]),
        ("@testable import MariaDB", "Dashboard", ["MariaDB"]),
        ("import Accounting\nimport struct Curl.HTTPClient", "Stripe", []),
        ("import struct Curl.HTTPClient", "Payments", ["Curl"]),
        ("@preconcurrency private import Glibc", "Accounting", ["Glibc"]),
        ("// import Store", "Web", []), ("import Foundation", "Web", ["Foundation"]),
        ("import Web", "Unknown", ["Web"]),
    ])
    func `a forbidden import is seen`(source: String, module: String, expected: [String]) {
        #expect(Self.forbiddenImports(in: Code(source), of: module) == expected)
    }

    @Test func `the table above holds every module, once`() {
        #expect(Self.table.map(\.module).sorted() == House.entries(of: "Sources").filter { $0 != "CLibraries" })
    }

    @Test(arguments: table) func `arrows point down only`(module: String, ours: [String], others: [String]) {
        let above = Self.table.prefix { $0.module != module }.map(\.module)
        #expect(ours.filter { !above.contains($0) } == [])
    }

    /// SwiftPM would let a module see what its declared dependencies see.
    @Test func `the package declares nothing that the table forbids`() throws {
        let declared = Self.declarations(in: House.text("Package.swift"))
        #expect(Set(declared.map(\.module)) == Set(Self.table.map(\.module)))
        for (module, names) in declared {
            let row = try #require(Self.table.first { $0.module == module })
            #expect(names.filter { !(row.ours + row.others).contains($0) } == [])
        }
    }

    private static func declarations(in manifest: String) -> [(module: String, names: [String])] {
        manifest.matches(of: /\b(?:module|program)\(\s*"([\w-]+)"(?:,\s*\[([^\]]*)\])?,?\s*\)/).map { match in
            let names = (match.output.2 ?? "").matches(of: /"(C?\w+)"/).map { String($0.output.1) }
            return (String(match.output.1), names)
        }
    }

    @Test(arguments: House.entries(of: "Sources/CLibraries")) func `each C library has one door`(library: String) {
        let doors = Set(House.sources.filter { Self.imports(in: $0.code).contains(library) }.map(\.module))
        #expect(doors.count == 1)
    }

    @Test func `only Store and the program open the database`() {
        let modules = Set(House.sources.filter { Self.imports(in: $0.code).contains("MariaDB") }.map(\.module))
        #expect(modules.subtracting(["Store", "needme"]) == [])
    }
}
