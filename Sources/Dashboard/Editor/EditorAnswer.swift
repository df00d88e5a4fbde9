import French
import Invoicing
import Operations
import Store
import Web

extension DocumentEditor {
    /// Answers an editor that was sent, for the document that it changes; nil for a new one.
    func answer(_ sent: Form, _ id: Int64?) throws -> Response {
        // For what is not there, or no more, nothing is written down, not even a client.
        if let id, try standing(.saved(id)) == nil {
            return try overtaken(EditorState(sent: sent, of: id, ClientPick(sent)), by: nil)
        }
        let action = EditorAction(sent)
        let pick = try site.pick(desk, sent, action)
        let form = sent.with(client: pick.clientID)
        var state = EditorState<Input>(sent: form, of: id, pick)
        if pick.isStuck { return try show(state.refused()) }
        switch action {
        case .findClient, .addClient: break
        case .addLine: state.input.lines.append(blankLine)
        case .removeLine(let row): remove(row, from: &state.input.lines)
        case .insertArticle:
            guard try insert(form["article"].flatMap(Route.id), into: &state.input.lines) else {
                state = state.refused(["lines": "Cet article n’est plus dans votre catalogue."])
                break
            }
        case .compute:
            if case .wrong(let messages) = LineInput.read(state.input.lines, seller: company.seller) {
                state = state.refused(messages)
            }
        case .look: return try look(form)
        case .preview: return try file(state, form)
        case .save(let next): return try save(state, form, then: next)
        }
        return try show(state)
    }

    /// An editor has one line at least.
    private func remove(_ row: Int?, from lines: inout [LineInput]) {
        guard let row, lines.indices.contains(row) else { return }
        lines.remove(at: row)
        if lines.isEmpty { lines.append(blankLine) }
    }

    /// False when the article that was chosen is there no more.
    private func insert(_ article: Int64?, into lines: inout [LineInput]) throws -> Bool {
        guard let article else { return true }
        guard let article = try site.reader.article(article, of: desk.companyID) else { return false }
        lines.insert(article.offer, of: company.seller)
        return true
    }

    private func reading(_ form: Form) -> Reading<Input.Content> {
        Input.read(form, seller: company.seller, today: site.today)
    }

    /// The first page of what stands in the editor, or a sentence that says why there is none; nothing is written down.
    private func look(_ form: Form) throws -> Response {
        switch reading(form) {
        case .wrong(let messages) where messages["client"] != nil:
            return .text("L’aperçu apparaît dès que le client est choisi.")
        case .wrong(let messages):
            return .text(messages["lines"] ?? "L’aperçu attend que tous les champs soient lisibles.")
        case .sound(let content):
            do {
                let picture = try preview(content).picture(site.reader, site.office.press)
                return Response(type: "image/svg+xml", body: picture).with("cache-control", "no-store")
            } catch let refusal as IssueRefusal {
                return .text(sentence(refusal))
            }
        }
    }

    /// The whole document as it would be, or the editor with what keeps it from that; nothing is written down.
    private func file(_ state: EditorState<Input>, _ form: Form) throws -> Response {
        switch reading(form) {
        case .wrong(let messages): return try show(state.refused(messages))
        case .sound(let content):
            do {
                let file = try preview(content).file(site.reader, site.office.press)
                return .pdf(file, named: "brouillon", isShown: true)
            } catch let refusal as IssueRefusal {
                return try show(state.refused(["lines": sentence(refusal)]))
            }
        }
    }
}
