import Invoicing
import Operations
import Store
import Web

extension DocumentEditor {
    /// Saves what stands in the editor, or shows it with what is wrong with it.
    func save(_ state: EditorState<Input>, _ form: Form, then next: String) throws -> Response {
        switch Input.read(form, seller: company.seller, today: site.today) {
        case .wrong(let messages): return try show(state.refused(messages))
        case .sound(let content):
            let key = Token(state.input.key).map { FormOrigin.form($0.fingerprint) }
            guard let origin = state.id.map({ .saved($0) }) ?? key else {
                return try show(renewed(state, saying: Self.withoutKey, status: 422))
            }
            if let messages = try advice(content, origin) { return try show(state.refused(messages)) }
            do {
                return saved(try save(content, from: origin, seen: form.seen), then: next)
            } catch is ChangedMeanwhile {
                return try overtaken(state, by: try standing(origin), then: next)
            } catch
                where error is NotFound || error is InvoiceRefusal || error is QuoteRefusal
                || error is ScheduleRefusal
            {
                // It went out, or was removed, after it was asked for above.
                let standing = try standing(origin)
                switch (origin, standing) {
                case (_, .closed), (.saved, nil): return try overtaken(state, by: standing)
                case (_, .open), (.form, nil): throw error
                }
            }
        }
    }

    /// The editor with what was typed, when what it was begun for stands otherwise than its author saw; saving again is meant.
    func overtaken(
        _ state: EditorState<Input>,
        by standing: Standing?,
        then next: String = "save"
    ) throws -> Response {
        switch standing {
        case .open(let id, let edition):
            var state = state
            var other = Meanwhile(change: words.begun, path: words.page(id), action: next)
            if state.id != nil {
                other.change = words.changed
                if let change = try change(of: id, since: Edition(state.input.seen)) {
                    (other.change, other.cause) = (change, "à sa date")
                }
            }
            state.meanwhile = other.html
            (state.id, state.input.seen, state.status) = (id, edition.text, 409)
            return try show(state)
        case .closed: return try show(renewed(state, saying: ended(words.closed), status: 409))
        case nil: return try show(renewed(state, saying: ended(words.gone), status: 404))
        }
    }

    /// The same as the editor of a new document.
    private func renewed(_ state: EditorState<Input>, saying what: HTML, status: Int) -> EditorState<Input> {
        var state = state
        (state.id, state.input.seen, state.meanwhile, state.status) = (nil, "", what, status)
        state.input.key = Token.random(from: site.office.outside).text
        return state
    }

    private func ended(_ what: String) -> HTML {
        """
        <div class="alert" role="alert"><p><strong>\(what)</strong> Rien n’a été enregistré\u{A0}: ce que vous avez saisi \
        se trouve plus bas.</p>
        <p class="actions"><button name="action" value="save">\(words.again)</button></p></div>
        """
    }

    /// The form was opened before forms had keys, or is not ours.
    private static var withoutKey: HTML {
        """
        <p class="notice" role="status">Rien n’a encore été enregistré\u{A0}: vérifiez ce que vous avez saisi, puis \
        enregistrez de nouveau.</p>
        """
    }
}
