import Foundation

/// What this process takes, in bytes (proc(5)).
enum Memory {
    /// Resident now.
    static var resident: Int { field("VmRSS:") }
    /// The most it has been.
    static var peak: Int { field("VmHWM:") }

    private static func field(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first).flatMap { Int($0) }.map { $0 * 1_024 }
            ?? 0
    }
}
