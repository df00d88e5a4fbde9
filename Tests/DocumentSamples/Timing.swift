import Documents
import FoundationEssentials

enum Timing {
    static func report() throws {
        let clock = ContinuousClock()
        let press = Press()
        print("open", try clock.measure { try press.open() })
        for name in ["with-everything", "lines-25", "lines-500"] {
            guard let sample = try Sample.all.first(where: { $0.name == name }) else { continue }
            var times: [Duration] = []
            var marked: [Duration] = []
            var file: [UInt8] = []
            for _ in 0..<(name == "lines-500" ? 20 : 200) {
                times.append(try clock.measure { file = try press.file(of: sample.document, logo: nil) })
                marked.append(try clock.measure { _ = try press.rendition(of: file, sample.marks) })
            }
            print(name, "issue", times.sorted()[times.count / 2], "today", marked.sorted()[times.count / 2], "first", times[0], file.count)
        }
    }
}
