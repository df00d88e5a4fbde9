// swift-tools-version: 6.2

import PackageDescription

/// Every Swift target is compiled with the same strictness: see `Tests/ArchitectureTests` for what the compiler cannot hold.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

/// A C library of Debian: a module map and a header, nothing compiled by us unless Swift cannot call it.
func library(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// A room of the house, with the rooms under it that it may see.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A program.
///
/// Its relocations are packed (DT_RELR, which lld writes and Debian 12's loader reads): a megabyte less in the
/// memory of each process.
func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    let packed = ["-Xclang-linker", "-fuse-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]
    return .executableTarget(
        name: name,
        dependencies: dependencies,
        swiftSettings: strict,
        linkerSettings: [.unsafeFlags(packed)]
    )
}

/// What several tests share, kept beside them.
func testModule(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

/// A program that only tests start, kept beside them.
func testProgram(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

/// The tests of one module.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// libFuzzer at the doors of HostileInput, which needs an instrumentation that nothing else bears: only where Tests/fuzz asks.
let fuzzing = Context.environment["NEEDME_FUZZ"] == nil ? [] : [testProgram("Fuzz", ["HostileInput"])]

let package = Package(
    name: "needme",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        library("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev"),
        library("CArgon2", pkgConfig: "libargon2", apt: "libargon2-dev"),
        library("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
        library("CFastCGI", pkgConfig: "fcgi", apt: "libfcgi-dev"),
        library("CGdkPixbuf", pkgConfig: "gdk-pixbuf-2.0", apt: "libgdk-pixbuf-2.0-dev"),
        library("CMariaDB", pkgConfig: "libmariadb", apt: "libmariadb-dev"),
        library("CPangoCairo", pkgConfig: "pangocairo pangoft2 fontconfig", apt: "libpango1.0-dev"),
        library("CQPDF", pkgConfig: "libqpdf", apt: "libqpdf-dev"),
        library("CQRencode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),

        module("Accounting"),
        module("Invoicing", ["Accounting"]),
        module("Payments", ["Invoicing", "Accounting"]),
        module("French", ["Payments", "Invoicing", "Accounting"]),
        module("Documents", ["French", "PDF", "Invoicing", "Accounting"]),
        module("Web"),
        module("Exports", ["French", "Web", "Accounting"]),
        module("FastCGI", ["Web", "CFastCGI"]),
        module("MariaDB", ["CMariaDB"]),
        module("Curl", ["CCurl"]),
        module("PDF", ["CPangoCairo", "CQRencode", "CQPDF"]),
        module("Pictures", ["CGdkPixbuf"]),
        module("Archive", ["CArchive"]),
        module("Stripe", ["Accounting", "Curl", crypto]),
        module("Mail", ["Curl"]),
        module("Store", ["MariaDB", "Payments", "Invoicing", "Accounting"]),
        module(
            "Operations",
            [
                "Archive", "Documents", "Exports", "Pictures", "Store", "Stripe", "Mail", "French", "Web", "Payments",
                "Invoicing",
                "Accounting", "CArgon2", crypto,
            ]
        ),
        module(
            "Dashboard",
            ["Operations", "Exports", "Store", "PDF", "French", "Payments", "Invoicing", "Accounting", "Web"]
        ),
        module(
            "PublicPages",
            ["Operations", "Store", "Documents", "PDF", "French", "Payments", "Invoicing", "Accounting", "Web"]
        ),
        module("StripePages", ["Operations", "Store", "Accounting", "Web"]),
        module("Webhooks", ["Operations", "Web"]),
        module("StripeSimulator", ["Web", "Accounting", crypto]),
        program(
            "needme",
            [
                "Dashboard", "PublicPages", "StripePages", "Webhooks", "Operations", "Documents", "Store", "Stripe",
                "Mail", "MariaDB", "Curl", "FastCGI", "PDF", "Web", "Invoicing", "Accounting", argumentParser, logging,
            ]
        ),
        program(
            "needme-stripe-simulator",
            ["StripeSimulator", "FastCGI", "Curl", "Web", "Accounting", argumentParser]
        ),

        testModule("TestSupport", ["MariaDB"]),
        testModule("StripeTestSupport", ["StripeSimulator", "Stripe", "Curl", "Web", "Accounting"]),
        testModule(
            "OperationsTestSupport",
            [
                "TestSupport", "StripeTestSupport", "StripeSimulator", "Dashboard", "PublicPages", "StripePages",
                "Webhooks", "Archive",
                "Operations", "Store", "MariaDB", "Stripe", "Mail", "Curl", "Web", "Payments", "Invoicing",
                "Accounting",
            ]
        ),
        testModule(
            "HostileInput",
            ["Dashboard", "Exports", "FastCGI", "Pictures", "Stripe", "Accounting", "Web"]
        ),
        testProgram("DocumentSamples", ["TestSupport", "Documents", "French", "Invoicing", "Accounting"]),
        testProgram("FastCGIEcho", ["FastCGI", "Web"]),
        tests("ArchitectureTests", []),
        tests("HostileInputTests", ["HostileInput"]),
        tests("AccountingTests", ["Accounting", "TestSupport", crypto]),
        tests("InvoicingTests", ["Invoicing", "Accounting", "TestSupport"]),
        tests("PaymentsTests", ["Payments", "Invoicing", "Accounting"]),
        tests("FrenchTests", ["French", "Payments", "Invoicing", "Accounting"]),
        tests("DocumentsTests", ["TestSupport", "Documents", "PDF", "Invoicing", "Accounting"]),
        tests("ExportsTests", ["Exports"]),
        tests("WebTests", ["Web"]),
        tests("FastCGITests", ["FastCGI", "FastCGIEcho", "TestSupport"]),
        tests("MariaDBTests", ["MariaDB", "TestSupport"]),
        tests("CurlTests", ["Curl", "TestSupport"]),
        tests("PDFTests", ["PDF", "TestSupport"]),
        tests("PicturesTests", ["Pictures", "TestSupport"]),
        tests("DashboardTests", ["Dashboard", "Store", "Invoicing", "Accounting", "Web"]),
        tests("StripePagesTests", ["StripePages", "Operations", "Web"]),
        tests("MailTests", ["Curl", "Mail", "TestSupport"]),
        tests("StripeTests", ["Accounting", "Curl", "Stripe"]),
        tests(
            "NeedmeTests",
            [
                "needme", "OperationsTestSupport", "TestSupport", "StripeTestSupport", "StripeSimulator", "Operations",
                "Store", "Stripe", "MariaDB", "Curl", "PDF", "Payments", "Web", "Accounting",
            ]
        ),
        tests(
            "StripeSimulatorTests",
            ["Accounting", "Curl", "Stripe", "StripeSimulator", "StripeTestSupport", "Web"]
        ),
        tests(
            "StoreTests",
            [
                "Dashboard", "Documents",
                "OperationsTestSupport", "TestSupport", "StripeTestSupport", "StripeSimulator",
                "Operations", "Store",
                "MariaDB", "Web", "Payments", "Invoicing", "Accounting",
            ]
        ),
        tests(
            "PagesTests",
            [
                "OperationsTestSupport", "TestSupport", "StripeTestSupport", "StripeSimulator", "Operations", "Store",
                "Dashboard", "PublicPages", "MariaDB", "Web", "Invoicing", "Accounting",
            ]
        ),
        tests(
            "OperationsTests",
            [
                "OperationsTestSupport", "TestSupport", "StripeTestSupport", "StripeSimulator", "Webhooks",
                "Documents", "PDF", "Operations",
                "Store", "Stripe", "MariaDB", "Curl", "Web", "Payments", "Invoicing", "Accounting",
            ]
        ),
    ] + fuzzing,
    swiftLanguageModes: [.v6]
)
