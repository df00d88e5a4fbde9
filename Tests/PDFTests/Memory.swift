import Foundation
import Testing

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

extension Trait where Self == ConditionTrait {
    /// The address sanitizer holds back memory of its own, to see who reads what was given back.
    static var memoryIsOurs: Self {
        .disabled(if: unsafe dlsym(nil, "__asan_init") != nil, "the address sanitizer takes memory too")
    }
}
