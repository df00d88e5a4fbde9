/// A labelled field of a form, with its message beside it when what was typed cannot be taken.
public struct FormField: Sendable {
    /// The kind of control a browser shows.
    public enum Kind: String, Sendable {
        /// One line of text.
        case text
        /// An address of mail.
        case email
        /// A password, never shown.
        case password
        /// A day.
        case date
        /// A number with a comma: a price, a quantity, an amount.
        case decimal

        /// How HTML writes it; a browser's own field of numbers would not take what is pasted with spaces or « € ».
        fileprivate var control: HTML {
            self == .decimal ? "type=\"text\" inputmode=\"decimal\"" : "type=\"\(rawValue)\""
        }
    }

    private let name: String
    private let label: String
    private let value: String
    private let message: String?
    private let kind: Kind
    private let hint: String?
    private let limit: Int
    private let autocomplete: String
    private let isRequired: Bool

    /// A field.
    ///
    /// - Parameters:
    ///   - name: under which its value is sent.
    ///   - label: what is asked.
    ///   - value: what stands in it.
    ///   - message: what is wrong with it, if anything.
    ///   - kind: the control.
    ///   - hint: a word of help under the label.
    ///   - limit: the most characters it takes.
    ///   - autocomplete: what the browser may fill in (HTML, "autofill detail tokens").
    ///   - isRequired: whether it may stay empty.
    public init(
        _ name: String,
        _ label: String,
        value: String = "",
        message: String? = nil,
        kind: Kind = .text,
        hint: String? = nil,
        limit: Int = 200,
        autocomplete: String = "off",
        isRequired: Bool = false
    ) {
        self.name = name
        self.label = label
        self.value = value
        self.message = message
        self.kind = kind
        self.hint = hint
        self.limit = limit
        self.autocomplete = autocomplete
        self.isRequired = isRequired
    }

    /// The field's markup.
    ///
    /// Browsers do not validate by themselves: our own message, in French, says what is wrong.
    public var html: HTML {
        let described = [hint.map { _ in name + "-hint" }, message.map { _ in name + "-message" }].compactMap(\.self)
        let description: HTML =
            described.isEmpty ? "" : " aria-describedby=\"\(described.joined(separator: " "))\""
        return """
            <div class="field\(if: message != nil, " wrong")">
            <label for="\(name)">\(label)\(if: !isRequired, " <span class=\"optional\">(facultatif)</span>")</label>
            \(hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" as HTML })
            <input id="\(name)" name="\(name)" \(kind.control) value="\(kind == .password ? "" : value)"
            \(if: kind != .date, " maxlength=\"\(limit)\"") autocomplete="\(autocomplete)"\(description)\(if: message != nil, " aria-invalid=\"true\"")>
            \(message.map { "<p class=\"error\" id=\"\(name)-message\">\($0)</p>" as HTML })
            </div>
            """
    }
}

/// A choice among a few words.
public struct FormChoice: Sendable {
    private let name: String
    private let label: String
    private let options: [(value: String, label: String)]
    private let selected: String
    private let message: String?

    /// A choice.
    ///
    /// - Parameters:
    ///   - name: under which the chosen value is sent.
    ///   - label: what is asked.
    ///   - options: what can be chosen.
    ///   - selected: the value chosen now.
    ///   - message: what is wrong with it, if anything.
    public init(
        _ name: String,
        _ label: String,
        options: [(value: String, label: String)],
        selected: String,
        message: String? = nil
    ) {
        self.name = name
        self.label = label
        self.options = options
        self.selected = selected
        self.message = message
    }

    /// The choice's markup.
    public var html: HTML {
        let options: [HTML] = options.map { option in
            "<option value=\"\(option.value)\"\(if: option.value == selected, " selected")>\(option.label)</option>"
        }
        return """
            <div class="field\(if: message != nil, " wrong")">
            <label for="\(name)">\(label)</label>
            <select id="\(name)" name="\(name)"\(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"\(name)-message\"")>
            \(options)
            </select>
            \(message.map { "<p class=\"error\" id=\"\(name)-message\">\($0)</p>" as HTML })
            </div>
            """
    }
}
