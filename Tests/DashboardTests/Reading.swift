import Testing
import Web

@testable import Dashboard

extension Reading {
    /// What was read, or a failed test.
    var value: Value {
        get throws {
            switch self {
            case .sound(let value): return value
            case .wrong(let messages):
                Issue.record("refused: \(messages)")
                throw Unread()
            }
        }
    }

    /// What is wrong, by the field's name; empty when nothing is.
    var messages: [String: String] {
        if case .wrong(let messages) = self { messages } else { [:] }
    }
}

struct Unread: Error {}

extension Form {
    /// The same form with other values under these names; nil takes a field away.
    func with(_ changes: [String: String?]) -> Form {
        let kept = fields.filter { !changes.keys.contains($0.name) }
        let changed = changes.sorted { $0.key < $1.key }.compactMap { name, value in value.map { Form.Field(name, $0) }
        }
        return Form(kept + changed)
    }
}
