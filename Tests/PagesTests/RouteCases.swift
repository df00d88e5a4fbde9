import Foundation

/// The cases of the dashboard's routes that carry the number of an object, as its source has them.
enum RouteCases {
    /// The names of those cases, of every file called `…Route.swift`.
    static func withNumbers() throws -> Set<String> {
        let folder = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Dashboard")
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let sources = try files.filter { $0.hasSuffix("Route.swift") }.map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
        return Set(sources.flatMap { $0.matches(of: /(?m)^    case ([a-zA-Z]+)\([^)]*Int64\b/).map { String($0.1) } })
    }

    /// The names of the cases in a route's description: "invoices(Dashboard.InvoicesRoute.issue(5))".
    static func names(in description: String) -> Set<String> {
        Set(description.matches(of: /([a-zA-Z]+)\(/).map { String($0.1) })
    }
}
