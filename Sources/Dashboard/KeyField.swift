import Operations
import Web

/// The field of a form that makes something new once, however often it is sent.
enum KeyField {
    /// Its name.
    static let name = "cle"
    /// What is said above a form that came without it; it is shown again with one.
    static let stale = "Ce formulaire n’est plus valable\u{A0}: vérifiez ce qui suit, puis validez de nouveau."

    /// The field, carried on until the form is saved.
    static func html(_ key: String) -> HTML { "<input type=\"hidden\" name=\"\(name)\" value=\"\(key)\">" }
}

extension Form {
    /// What makes it count once; nil when it carries nothing of ours.
    var key: Token? { self[KeyField.name].flatMap { Token($0) } }

    /// The key with which the form is shown again: its own, or a new one where it has none.
    func key(in outside: Outside) -> Token { key ?? .random(from: outside) }
}

extension Typed {
    /// The form's key; nil when it has none, which it says.
    mutating func key(of form: Form) -> Token? {
        if form.key == nil { refuse(KeyField.name, KeyField.stale) }
        return form.key
    }
}

/// What stands above a form that was not taken: what is wrong with it as a whole, or that some fields are.
///
/// - Parameters:
///   - messages: what is wrong, by the field's name.
///   - whole: the name under which something is said of more than one field.
/// - Returns: nothing when nothing is wrong.
func formAlert(_ messages: [String: String], of whole: String = KeyField.name) -> HTML? {
    guard !messages.isEmpty else { return nil }
    let words = messages[KeyField.name] ?? messages[whole] ?? "Vérifiez les champs signalés ci-dessous."
    return "<p class=\"alert\" role=\"alert\">\(words)</p>"
}
