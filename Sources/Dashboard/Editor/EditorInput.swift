import Accounting
import Invoicing
import Store
import Web

/// What stands in an editor, as texts.
protocol EditorInput {
    /// What it says, once it is read.
    associatedtype Content

    /// The key of the form of a new document: sent twice, it is one.
    var key: String { get set }
    /// The edition that is to be replaced; empty for a new document.
    var seen: String { get set }
    var clientID: String { get }
    var lines: [LineInput] { get set }

    /// The editor as it was sent.
    init(_ form: Form)

    /// What the editor says, or what is wrong with it.
    ///
    /// - Parameters:
    ///   - form: the form as it was sent.
    ///   - seller: under the franchise no VAT can be written at all (CGI article 283-3).
    ///   - today: what days are far from it, or before it.
    /// - Returns: what it says, or the messages; those of row 2 are named "price-2".
    static func read(_ form: Form, seller: Seller, today: Day) -> Reading<Content>
}

/// An editor on its way to the screen.
struct EditorState<Input: EditorInput> {
    /// The document that is changed; nil for a new one.
    var id: Int64?
    var input: Input
    var pick: ClientPick
    /// The quote that the document comes from, if it does: it gives its client.
    var quote: InvoicedQuote?
    /// True when it holds what was typed, and not what was saved.
    var isTyped = false
    /// What is wrong, by field.
    var messages: [String: String] = [:]
    /// What there is to know about the amount, if something.
    var notice: HTML?
    /// What happened while it was typed, if something.
    var meanwhile: HTML?
    var status = 200

    /// An editor that is opened.
    init(_ input: Input, of id: Int64? = nil, notice: HTML? = nil) {
        self.id = id
        self.input = input
        self.notice = notice
        pick = ClientPick(clientID: input.clientID)
    }

    /// An editor that was sent.
    init(sent form: Form, of id: Int64?, _ pick: ClientPick) {
        self.id = id
        input = Input(form)
        self.pick = pick
        isTyped = true
    }

    /// The same with what is wrong.
    func refused(_ messages: [String: String] = [:]) -> Self {
        var state = self
        (state.messages, state.status) = (messages, 422)
        return state
    }
}
