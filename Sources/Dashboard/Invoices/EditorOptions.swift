import Accounting
import French
import Web

/// The column beside an invoice that is being written: what it comes to, whether it is saved, and what can be done.
struct EditorOptions {
    let invoiceID: Int64?
    let isUnderFranchise: Bool
    /// The totals, when every line can be read.
    let totals: Totals?
    /// What deposits take off, when there are any to take off.
    let deducted: Cents?
    /// When it was saved: "à 14:02".
    let savedAt: String?

    var html: HTML {
        """
        <aside class="options" aria-label="Total et enregistrement">
        <dl class="totals">
        \(if: !isUnderFranchise, """
            <dt>Total HT</dt><dd data-total="net">\(totals?.supplied.french ?? "–")</dd>
            <dt>TVA</dt><dd data-total="tax">\(totals?.tax.french ?? "–")</dd>
            """)
        <dt data-only="disbursed"\(if: disbursed == .zero, " hidden")>Débours</dt>\
        <dd data-only="disbursed" data-total="disbursed"\(if: disbursed == .zero, " hidden")>\(disbursed.french)</dd>
        \(deducted.map { "<dt>Acomptes</dt><dd data-total=\"deposits\">\((-$0).french)</dd>" as HTML })
        <dt class="due">Net à payer</dt><dd class="due" data-total="due">\(due?.french ?? "–")</dd>
        </dl>
        <p class="hint" data-saved="Modifications non enregistrées">\(savedAt.map { "Brouillon enregistré \($0)" } ?? "Pas encore enregistré")</p>
        <button class="button" name="action" value="finalise">Finaliser et envoyer</button>
        <button class="quiet" name="action" value="save">Enregistrer le brouillon</button>
        <button class="quiet" name="action" value="preview" formtarget="_blank">Aperçu</button>
        <a href="/factures">Annuler</a>
        \(if: invoiceID != nil, "<button class=\"danger\" form=\"removal\">Supprimer le brouillon</button>")
        </aside>
        """
    }

    private var disbursed: Cents { totals?.disbursed ?? .zero }

    private var due: Cents? { totals.map { $0.gross - (deducted ?? .zero) } }
}
