public import Foundation

/// The files from which mutation begins, and those that once broke something: one folder for each door.
public enum Corpus {
    /// The folder of a door, in Tests/Corpus.
    public static func folder(of door: Door) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Corpus/\(door.rawValue)")
    }

    /// Every file of a door, by name.
    public static func files(of door: Door) throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: folder(of: door).path).sorted().map { name in
            (name, Array(try Data(contentsOf: folder(of: door).appending(path: name))))
        }
    }
}
