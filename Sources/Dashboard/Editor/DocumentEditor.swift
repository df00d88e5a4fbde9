import Accounting
import French
import Invoicing
import Operations
import Store
import Web

/// The editor of one kind of document: what distinguishes it from the others, which are shown and answered alike.
protocol DocumentEditor {
    associatedtype Input: EditorInput

    var site: Dashboard { get }
    var desk: Desk { get }
    var company: Company { get }
    static var words: EditorWords { get }

    /// What is the document's own, around who is chosen as its client and its lines, when every one can be read.
    func sheet(_ state: EditorState<Input>, _ client: Client?, _ lines: [InvoiceLine]?) throws -> EditorSheet

    /// What stands today where a form would be saved; nil when nothing does.
    func standing(_ origin: FormOrigin) throws -> Standing?

    /// What NeedMe itself has made of a document on its day, if that is all that happened since its author saw it.
    func change(of id: Int64, since seen: Edition) throws -> String?

    /// The quote that a saved document comes from, if it does.
    func quote(of id: Int64) throws -> InvoicedQuote?

    /// What is wrong with a document that can be read, by field.
    func advice(_ content: Input.Content, _ origin: FormOrigin) throws -> [String: String]?

    /// Saves it.
    ///
    /// - Returns: its id.
    func save(_ content: Input.Content, from origin: FormOrigin, seen: Edition?) throws -> Int64

    /// Where one goes on after it was saved by the button of this word.
    func saved(_ id: Int64, then next: String) -> Response

    /// The document as it would be today.
    ///
    /// - Throws: `IssueRefusal`.
    func preview(_ content: Input.Content) throws -> Preview

    /// What keeps it from being issued or sent, in words.
    func sentence(_ refusal: IssueRefusal) -> String
}

/// What stands today where a form would be saved.
enum Standing {
    /// A document that may still change, in this edition.
    case open(Int64, Edition)
    /// One that changes no more.
    case closed
}

extension DocumentEditor {
    func quote(of id: Int64) throws -> InvoicedQuote? { nil }

    func advice(_ content: Input.Content, _ origin: FormOrigin) throws -> [String: String]? { nil }

    func change(of id: Int64, since seen: Edition) throws -> String? { nil }

    var words: EditorWords { Self.words }

    /// The line for what comes next.
    var blankLine: LineInput { LineInput(vat: company.seller.usualVAT.formValue) }

    /// Whether what stands in the editor is saved, in words, and when, if that is known.
    func whetherSaved(_ state: EditorState<Input>, _ moment: Instant?) -> String {
        guard state.id != nil else { return "Pas encore enregistré" }
        if state.isTyped { return "Modifications non enregistrées" }
        return moment.map { "Brouillon enregistré \(ParisTime($0).french(on: site.today))" } ?? "Aucune modification"
    }

    /// An editor of something new.
    func begin(_ input: Input) throws -> Response {
        var input = input
        input.key = Token.random(from: site.office.outside).text
        return try show(EditorState(input))
    }

    /// The editor, with the totals of the lines in it when they can be read, whatever else it says.
    func show(_ state: EditorState<Input>) throws -> Response {
        var state = state
        state.quote = try state.id.flatMap(quote(of:))
        let client =
            try state.quote.map { try site.clientField(desk, $0, state.messages["client"]) }
            ?? site.clientField(desk, state.pick, state.messages["client"])
        let lines = LineInput.readable(state.input.lines, seller: company.seller)
        let sheet = try sheet(state, client.chosen, lines)
        let frame = EditorFrame(
            desk: desk,
            address: words.form(state.id),
            proof: state.id == nil ? KeyField.html(state.input.key) : SeenField.html(state.input.seen),
            sheet: sheet,
            client: client,
            lines: LineFields(lines: state.input.lines, seller: company.seller, messages: state.messages),
            catalogue: CatalogueField(
                try site.reader.articles(of: desk.companyID, limit: CatalogueField.length + 1)
            ),
            messages: state.messages,
            notice: state.notice,
            meanwhile: state.meanwhile
        )
        return site.layout(sheet.title, desk, at: words.place).response(status: state.status, frame.html)
    }
}

extension IssueRefusal {
    /// What is missing, or another sentence, in words alone.
    func sentence(_ other: String) -> String {
        guard case .incomplete(let missing) = self else { return other }
        return (["Il manque des mentions obligatoires\u{A0}:"] + missing.map(\.french)).joined(separator: " ")
    }
}
