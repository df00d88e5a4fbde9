import Foundation

/// The repository as it stands on the disk, found from this file's own place.
enum House {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file of Sources.
    static let sources: [SourceFile] = files(under: "Sources")
        .filter { $0.path.hasSuffix(".swift") }
        .map { SourceFile(path: $0.path, text: $0.text) }

    /// Every text file under a folder, by its path from the root.
    static func files(under folder: String) -> [(path: String, text: String)] {
        let start = root.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
        return paths.sorted().filter { !$0.contains("__pycache__") }
            .compactMap { path in
                guard let bytes = FileManager.default.contents(atPath: start.appending(path: path).path),
                    let text = String(validating: bytes, as: UTF8.self)
                else { return nil }
                return (folder + "/" + path, text)
            }
    }

    /// What a file says; nothing when there is none.
    static func text(_ path: String) -> String {
        let bytes = FileManager.default.contents(atPath: root.appending(path: path).path)
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Whether there is a file or a folder of this path.
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    /// The names of what a folder holds.
    static func entries(of folder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        return (names ?? []).sorted()
    }
}

/// One Swift file.
struct SourceFile: Sendable, CustomStringConvertible {
    /// Its path from the root: "Sources/Web/Form.swift".
    let path: String
    let text: String
    /// What the compiler reads of it.
    let code: Code

    init(path: String, text: String) {
        self.path = path
        self.text = text
        code = Code(text)
    }

    /// The folder of Sources it is in.
    var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    var description: String { path }
}
