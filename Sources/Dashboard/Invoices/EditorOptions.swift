import Web

/// The column beside an invoice that is being written: what it comes to, whether it is saved, and what can be done.
struct EditorOptions {
    let invoiceID: Int64?
    let totals: EditorTotals
    /// When it was saved: "à 14:02".
    let savedAt: String?

    var html: HTML {
        """
        <aside class="options" aria-label="Total et enregistrement">
        \(totals.html)
        <p class="hint" data-saved="Modifications non enregistrées">\(savedAt.map { "Brouillon enregistré \($0)" } ?? "Pas encore enregistré")</p>
        <button class="button" name="action" value="finalise">Finaliser et envoyer</button>
        <button class="quiet" name="action" value="save">Enregistrer le brouillon</button>
        <button class="quiet" name="action" value="preview" formtarget="_blank">Aperçu</button>
        <a href="/factures">Annuler</a>
        \(if: invoiceID != nil, "<button class=\"danger\" form=\"removal\">Supprimer le brouillon</button>")
        \(DraftLook.html)
        </aside>
        """
    }
}
