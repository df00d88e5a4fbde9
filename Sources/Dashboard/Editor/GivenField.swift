import Store
import Web

/// What the quote of an invoice gives it, in the place of a choice.
struct GivenField {
    private let name: String
    private let label: String
    private let value: String
    private let text: String
    private let quote: InvoicedQuote
    private let message: String?

    init(_ name: String, _ label: String, value: String, text: String, of quote: InvoicedQuote, _ message: String?) {
        self.name = name
        self.label = label
        self.value = value
        self.text = text
        self.quote = quote
        self.message = message
    }

    var html: HTML {
        """
        <div class="field\(if: message != nil, " wrong")" id="\(name)">
        <p>\(label)\u{A0}: <strong>\(text)</strong></p>
        <p class="hint">Fixé par le <a href="/devis/\(quote.id)">devis \(quote.number)</a>.</p>
        <input type="hidden" name="\(name)" value="\(value)">
        \(message.map { "<p class=\"error\">\($0)</p>" as HTML })
        </div>
        """
    }
}
