import Curl
import FoundationEssentials
import StripeTestSupport

/// JSON as a test reads it: what is not there is null.
enum Answer: Decodable, Equatable {
    case null
    case flag(Bool)
    case integer(Int64)
    case text(String)
    case list([Answer])
    case object([String: Answer])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Int64.self) {
            self = .integer(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([Answer].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: Answer].self))
        }
    }

    subscript(name: String) -> Answer {
        if case .object(let fields) = self { fields[name] ?? .null } else { .null }
    }

    subscript(place: Int) -> Answer { place < list.count ? list[place] : .null }

    var list: [Answer] { if case .list(let values) = self { values } else { [] } }
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The identifiers of a page of a list.
    var ids: [String] { self["data"].list.compactMap { $0["id"].text } }
}

extension Answer: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int64) { self = .integer(number) }
    init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension HTTPResponse {
    /// The body, read.
    var json: Answer {
        get throws { try JSONDecoder().decode(Answer.self, from: Data(body)) }
    }
}

extension SignedEvent {
    /// The body, read.
    var json: Answer { (try? JSONDecoder().decode(Answer.self, from: Data(body))) ?? .null }
}
