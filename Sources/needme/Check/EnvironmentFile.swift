import Glibc

/// A file of settings, read as systemd reads it (systemd.exec(5), "EnvironmentFile="), as long as it is plain.
///
/// Lines are `NAME=value`, empty, or begin with `#` or `;`. A value may stand between quotes. What systemd would read
/// further, such as a backslash or a value that goes on, is refused: nobody should have to guess what a secret is.
struct EnvironmentFile {
    let variables: [String: String]

    /// What is wrong with a file, and what to do.
    struct Refusal: Error, Equatable {
        let text: String
        let cure: String
    }

    /// Reads a file that only its owner can read; nil when there is none.
    init?(path: String) throws {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw UnreadableFile(path: path, errno: errno) }
            return nil
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Refusal(text: "\(path) can be read or written by others than its owner", cure: "chmod 600 \(path)")
        }
        try self.init(text: String(decoding: FileBytes(path: path).bytes, as: UTF8.self), path: path)
    }

    init(text: String, path: String) throws(Refusal) {
        var variables: [String: String] = [:]
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingBlanks
            guard let first = line.first, first != "#", first != ";" else { continue }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, Self.isName(parts[0]), let value = Self.value(parts[1]) else {
                throw Refusal(
                    text: "\(path), line \(place + 1), cannot be read",
                    cure: "write NAME=value or NAME=\"value\", without a backslash"
                )
            }
            variables[String(parts[0])] = value
        }
        self.variables = variables
    }

    private static func isName(_ name: Substring) -> Bool {
        !name.isEmpty && name.first?.isNumber == false
            && name.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    /// The value behind its quotes, if it has any; nil when it is not plain.
    private static func value(_ text: Substring) -> String? {
        let text = text.trimmingBlanks
        guard !text.contains("\\") else { return nil }
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            return text.contains { $0 == "\"" || $0 == "'" } ? nil : String(text)
        }
        let inside = text.dropFirst().dropLast()
        return text.count >= 2 && text.last == quote && !inside.contains(quote) ? String(inside) : nil
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        var text = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
        while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
        return text
    }
}
