/// Reads what was typed into a form, field by field, and keeps a French message beside each field it cannot take.
///
/// A text is taken as it is read: what nobody sees is left out (`String.visible`), and what does not print is refused.
public struct Typed: Sendable {
    private let form: Form
    /// What is wrong, by the field's name.
    public private(set) var messages: [String: String] = [:]

    /// Reads this form.
    public init(_ form: Form) {
        self.form = form
    }

    /// True when nothing is wrong so far.
    public var isSound: Bool { messages.isEmpty }

    /// A text that may be empty, without what is invisible and the spaces around it.
    ///
    /// - Parameters:
    ///   - name: the field's name.
    ///   - limit: the most characters it takes, counted as the database counts them.
    /// - Returns: the text, whatever is wrong with it.
    public mutating func text(_ name: String, limit: Int = 200) -> String {
        checked(form[name] ?? "", as: name, limit: limit)
    }

    /// A text that was read elsewhere, such as a cell of a repeated row, held to the same rules.
    ///
    /// - Parameters:
    ///   - text: as typed.
    ///   - name: under which what is wrong with it is noted.
    ///   - limit: the most characters it takes.
    /// - Returns: the text without what is invisible and the spaces around it, whatever is wrong with it.
    public mutating func checked(_ text: String, as name: String, limit: Int) -> String {
        let text = text.visible.trimmed
        if text.unicodeScalars.count > limit { messages[name] = "\(limit) caractères au plus." }
        if text.unicodeScalars.contains(where: \.isUnprintable) {
            messages[name] = "Ce texte contient des caractères qui ne s’impriment pas."
        }
        return text
    }

    /// A text that may not be empty.
    ///
    /// - Parameters:
    ///   - name: the field's name.
    ///   - missing: what to say when it is empty.
    ///   - limit: the most characters it takes.
    /// - Returns: the text, whatever is wrong with it.
    public mutating func required(_ name: String, _ missing: String, limit: Int = 200) -> String {
        let text = text(name, limit: limit)
        if text.isEmpty { messages[name] = missing }
        return text
    }

    /// A text of several lines that may not be empty; its lines end with "\n".
    ///
    /// - Parameters:
    ///   - name: the field's name.
    ///   - missing: what to say when it is empty.
    ///   - limit: the most characters it takes, counted as the database counts them.
    /// - Returns: the text, whatever is wrong with it.
    public mutating func lines(_ name: String, _ missing: String, limit: Int) -> String {
        let text = checkedLines(form[name] ?? "", as: name, limit: limit)
        if text.isEmpty { messages[name] = missing }
        return text
    }

    /// A text of several lines that was read elsewhere, held to the same rules; its lines end with "\n".
    ///
    /// - Parameters:
    ///   - text: as typed.
    ///   - name: under which what is wrong with it is noted.
    ///   - limit: the most characters it takes.
    /// - Returns: the text, whatever is wrong with it.
    public mutating func checkedLines(_ text: String, as name: String, limit: Int) -> String {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        let text = lines.map { checked(String($0), as: name, limit: limit) }.joined(separator: "\n").trimmed
        if text.unicodeScalars.count > limit { messages[name] = "\(limit) caractères au plus." }
        return text
    }

    /// A value read from a text; nil when the field is empty, or cannot be read and says so.
    ///
    /// - Parameters:
    ///   - name: the field's name.
    ///   - wrong: what to say when it cannot be read.
    ///   - limit: the most characters it takes.
    ///   - read: reads it.
    /// - Returns: the value; nil when there is none.
    public mutating func value<Value>(
        _ name: String,
        _ wrong: String,
        limit: Int = 200,
        _ read: (String) -> Value?
    ) -> Value? {
        let text = text(name, limit: limit)
        guard !text.isEmpty, messages[name] == nil else { return nil }
        let value = read(text)
        if value == nil { messages[name] = wrong }
        return value
    }

    /// Notes that something is wrong with a field.
    public mutating func refuse(_ name: String, _ message: String) {
        messages[name] = message
    }
}
