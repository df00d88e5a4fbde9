import Foundation

/// An answer of CGI or HTTP, cut at its empty line.
struct Answer {
    let head: String
    let body: [UInt8]

    init(_ bytes: [UInt8]) {
        let data = Data(bytes)
        let end = data.range(of: Data("\r\n\r\n".utf8))
        head = String(decoding: data[..<(end?.lowerBound ?? data.endIndex)], as: UTF8.self)
        body = end.map { Array(data[$0.upperBound...]) } ?? []
    }

    var text: String { String(decoding: body, as: UTF8.self) }
    var status: String { head.split(separator: "\r\n").first.map(String.init) ?? "" }
    var fields: [String] { head.split(separator: "\r\n").dropFirst().map(String.init) }
}
