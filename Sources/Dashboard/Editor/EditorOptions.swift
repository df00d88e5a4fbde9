import Web

/// The column beside a document that is being written: what it comes to, whether it is saved, and what can be done.
struct EditorOptions {
    let totals: EditorTotals
    /// Whether it is saved, in words.
    let saved: String
    /// The buttons that save it, the main one first.
    let buttons: [(word: String, label: String)]
    /// Where one goes who gives up.
    let cancel: String
    /// Where it is removed; nil when there is nothing to remove.
    var removal: String?
    /// What there is to know before one saves.
    var hint: HTML?

    var html: HTML {
        let saving: [HTML] = buttons.enumerated().map { place, button in
            "<button class=\"\(place == 0 ? "button" : "quiet")\" name=\"action\" value=\"\(button.word)\">\(button.label)</button>"
        }
        return """
            <aside class="options" aria-label="Total et enregistrement">
            \(totals.html)
            <p class="hint" data-saved="Modifications non enregistrées">\(saved)</p>
            \(saving)
            <button class="quiet" name="action" value="preview" formtarget="_blank">Aperçu</button>
            <a href="\(cancel)">Annuler</a>
            \(if: removal != nil, "<button class=\"danger\" form=\"removal\">Supprimer le brouillon</button>")
            \(hint)
            \(Self.look)
            </aside>
            """
    }

    /// The place of the document beside a wide editor, which a script keeps up with what is typed; it stays hidden without
    /// script, and the button « Aperçu » shows the whole document.
    private static let look: HTML = """
        <section class="look" aria-label="Aperçu du document" data-look="look" tabindex="0" hidden><p class="hint" hidden></p>\
        </section>
        """
}
