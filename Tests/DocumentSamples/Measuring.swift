import Documents
import FoundationEssentials
import Invoicing

/// Measures how long documents take and what memory they hold, for Tests/Benchmarks: prints JSON.
struct Measuring: Encodable {
    /// One document, drawn again and again.
    struct Figures: Encodable {
        let name: String
        let bytes: Int
        /// Times in milliseconds, each the next drawing's.
        let issued: [Double]
        let renditions: [Double]
    }

    /// The memory of the process after so many documents, each with a rendition.
    struct Memory: Encodable {
        let documents: Int
        let kibibytes: Int
    }

    let opening: Double
    let figures: [Figures]
    let memory: [Memory]

    /// Measures each sample named, and memory after so many documents of the first.
    init(_ names: [String], memoryAfter counts: [Int]) throws {
        let press = Press()
        opening = try Self.milliseconds { try press.open() }
        let samples = try Sample.all.filter { names.contains($0.name) }
        figures = try names.compactMap { name in samples.first { $0.name == name } }
            .map { try Self.figures(of: $0, by: press) }
        memory =
            try samples.first { $0.name == names.first }.map {
                try Self.memory(of: $0, after: counts, by: press)
            } ?? []
    }

    func report() throws {
        print(String(decoding: try JSONEncoder().encode(self), as: UTF8.self))
    }

    private static func figures(of sample: Sample, by press: Press) throws -> Figures {
        let count = sample.document.lines.count > 100 ? 50 : 300
        var (file, issued, renditions): ([UInt8], [Double], [Double]) = ([], [], [])
        // The first few pay for cold caches.
        for place in 0..<count + 5 {
            let issue = try milliseconds { file = try press.file(of: sample.document, logo: sample.logo) }
            let rendition = try milliseconds { _ = try press.rendition(of: file, sample.marks) }
            guard place >= 5 else { continue }
            issued.append(issue)
            renditions.append(rendition)
        }
        return Figures(name: sample.name, bytes: file.count, issued: issued, renditions: renditions)
    }

    private static func memory(of sample: Sample, after counts: [Int], by press: Press) throws -> [Memory] {
        var drawn = 0
        return try counts.map { count in
            while drawn < count {
                _ = try press.rendition(of: press.file(of: sample.document, logo: sample.logo), sample.marks)
                drawn += 1
            }
            return Memory(documents: count, kibibytes: try residentKibibytes())
        }
    }

    private static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        try ContinuousClock().measure(work) / .milliseconds(1)
    }

    /// What the process holds (VmRSS, proc(5)).
    private static func residentKibibytes() throws -> Int {
        let status = String(decoding: try Data(contentsOf: URL(filePath: "/proc/self/status")), as: UTF8.self)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return try read(String(line.filter(\.isNumber))) { Int($0) }
    }
}
