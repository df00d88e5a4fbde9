/// A labelled field of a form for several lines of text, with its message when what was typed cannot be taken.
public struct FormArea: Sendable {
    private let name: String
    private let label: String
    private let value: String
    private let message: String?
    private let hint: String?
    private let limit: Int
    private let rows: Int
    private let isRequired: Bool

    /// A field of several lines.
    ///
    /// - Parameters:
    ///   - name: under which its value is sent.
    ///   - label: what is asked.
    ///   - value: what stands in it.
    ///   - message: what is wrong with it, if anything.
    ///   - hint: a word of help under the label.
    ///   - limit: the most characters it takes.
    ///   - rows: how many lines it shows at first.
    ///   - isRequired: whether it may not stay empty.
    public init(
        _ name: String,
        _ label: String,
        value: String,
        message: String? = nil,
        hint: String? = nil,
        limit: Int,
        rows: Int = 12,
        isRequired: Bool = true
    ) {
        self.name = name
        self.label = label
        self.value = value
        self.message = message
        self.hint = hint
        self.limit = limit
        self.rows = rows
        self.isRequired = isRequired
    }

    /// The field's markup; a line break that comes first is dropped by browsers, hence one more.
    public var html: HTML {
        let described = [hint.map { _ in name + "-hint" }, message.map { _ in name + "-message" }].compactMap(\.self)
        let description: HTML = described.isEmpty ? "" : " aria-describedby=\"\(described.joined(separator: " "))\""
        return """
            <div class="field\(if: message != nil, " wrong")">
            <label for="\(name)">\(label)\(if: !isRequired, " <span class=\"optional\">(facultatif)</span>")</label>
            \(hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" as HTML })
            <textarea id="\(name)" name="\(name)" rows="\(rows)" maxlength="\(limit)"\(description)\
            \(if: message != nil, " aria-invalid=\"true\"")>\n\(value)</textarea>
            \(message.map { "<p class=\"error\" id=\"\(name)-message\">\($0)</p>" as HTML })
            </div>
            """
    }
}
