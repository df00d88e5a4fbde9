import Accounting
import French
import Invoicing
import Web

/// What the lines of a document that is being written come to; a script keeps it up with what is typed.
struct EditorTotals {
    let isUnderFranchise: Bool
    /// The totals, when every line can be read.
    let totals: Totals?
    /// What deposits take off.
    var deducted = Cents.zero
    /// What the last amount is called.
    let dueName: String

    var html: HTML {
        """
        <dl class="totals">
        \(if: !isUnderFranchise, """
            <dt>Total HT</dt><dd data-total="net">\(totals?.supplied.french ?? "–")</dd>
            <dt>TVA</dt><dd data-total="tax">\(totals?.tax.french ?? "–")</dd>
            """)
        <dt data-only="disbursed"\(if: disbursed == .zero, " hidden")>Débours</dt>\
        <dd data-only="disbursed" data-total="disbursed"\(if: disbursed == .zero, " hidden")>\(disbursed.french)</dd>
        <dt data-only="deposits"\(if: deducted == .zero, " hidden")>Acomptes</dt>\
        <dd data-only="deposits" data-total="deposits"\(if: deducted == .zero, " hidden")>\((-deducted).french)</dd>
        <dt class="due">\(dueName)</dt><dd class="due" data-total="due">\(due?.french ?? "–")</dd>
        </dl>
        """
    }

    private var disbursed: Cents { totals?.disbursed ?? .zero }

    private var due: Cents? { totals.map { $0.gross - deducted } }
}
