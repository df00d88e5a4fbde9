import Accounting
import French
import Invoicing
import Store
import Web

/// The paid deposits that an invoice may take off: those that no invoice does, and those that this draft would.
struct DepositFields {
    let deposits: [Deposit]
    let input: DraftInput

    /// What those come to that are taken off.
    var chosen: Cents { deposits.filter(isChosen).map(\.deducted.amount).sum }

    var html: HTML? {
        guard !deposits.isEmpty else { return nil }
        let boxes: [HTML] = deposits.map { deposit in
            """
            <li><label class="box"><input type="checkbox" name="deposit" value="\(deposit.invoiceID)" \
            data-cents="\(deposit.deducted.amount.value)"\(if: isChosen(deposit), " checked")> Acompte \(deposit.deducted.number.text) du \
            \(deposit.deducted.issuedOn.frenchShort), \(deposit.deducted.amount.french)\u{A0}: \(deposit.clientName)</label></li>
            """
        }
        return "<fieldset class=\"deposits\"><legend>Acomptes à déduire</legend><ul>\(boxes)</ul></fieldset>"
    }

    private func isChosen(_ deposit: Deposit) -> Bool { input.deposits.contains(String(deposit.invoiceID)) }
}
