/// A labelled field of a form for several lines of text, with its message when what was typed cannot be taken.
public struct FormArea: Sendable {
    private let name: String
    private let label: String
    private let value: String
    private let message: String?
    private let limit: Int
    private let rows: Int

    /// A field of several lines, which may not stay empty.
    ///
    /// - Parameters:
    ///   - name: under which its value is sent.
    ///   - label: what is asked.
    ///   - value: what stands in it.
    ///   - message: what is wrong with it, if anything.
    ///   - limit: the most characters it takes.
    ///   - rows: how many lines it shows at once.
    public init(_ name: String, _ label: String, value: String, message: String? = nil, limit: Int, rows: Int = 12) {
        self.name = name
        self.label = label
        self.value = value
        self.message = message
        self.limit = limit
        self.rows = rows
    }

    /// The field's markup; a line break that comes first is dropped by browsers, hence one more.
    public var html: HTML {
        """
        <div class="field\(if: message != nil, " wrong")">
        <label for="\(name)">\(label)</label>
        <textarea id="\(name)" name="\(name)" rows="\(rows)" maxlength="\(limit)"\
        \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"\(name)-message\"")>\n\(value)</textarea>
        \(message.map { "<p class=\"error\" id=\"\(name)-message\">\($0)</p>" as HTML })
        </div>
        """
    }
}
