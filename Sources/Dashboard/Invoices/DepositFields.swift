import Accounting
import French
import Invoicing
import Store
import Web

/// The paid deposits that an invoice may take off: those of its client that no other invoice does.
///
/// Those of other clients are there, too, and hidden: a script shows them when another client is chosen. Before one is,
/// whoever has no script sees all.
struct DepositFields {
    let deposits: [Deposit]
    let input: DraftInput

    /// What those come to that are taken off.
    var chosen: Cents { deposits.filter(isChosen).map(\.deducted.amount).sum }

    var html: HTML? {
        guard !deposits.isEmpty else { return nil }
        let boxes: [HTML] = deposits.map { deposit in
            """
            <li data-client="\(deposit.clientID)"\(if: !isOffered(deposit), " hidden")><label class="box"><input type="checkbox" name="deposit" value="\(deposit.invoiceID)" \
            data-cents="\(deposit.deducted.amount.value)"\(if: isChosen(deposit), " checked")> Acompte \(deposit.deducted.number.text) du \
            \(deposit.deducted.issuedOn.frenchShort), \(deposit.deducted.amount.french)\u{A0}: \(deposit.clientName)</label></li>
            """
        }
        let isEmpty = !deposits.contains(where: isOffered)
        return """
            <fieldset class="deposits"\(if: isEmpty, " hidden")><legend>Acomptes à déduire</legend><ul>\(boxes)</ul></fieldset>
            """
    }

    private func isOffered(_ deposit: Deposit) -> Bool {
        input.clientID.isEmpty || input.clientID == String(deposit.clientID)
    }

    private func isChosen(_ deposit: Deposit) -> Bool {
        isOffered(deposit) && input.deposits.contains(String(deposit.invoiceID))
    }
}
