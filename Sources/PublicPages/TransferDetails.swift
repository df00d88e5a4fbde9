import Accounting
import Documents
import French
import Invoicing
import PDF
import Store
import Web

/// What a client needs to pay by transfer: each detail to copy, and all of them in a code for their bank's app.
struct TransferDetails {
    let bank: BankDetails
    let holder: String
    let amount: Cents
    let number: InvoiceNumber

    /// What the client of an invoice needs; nil when there is nothing to pay, or no account to pay it to.
    init?(_ shared: SharedInvoice) {
        guard shared.invoice.state.isOpen, let bank = shared.issued.seller.bank else { return nil }
        self.bank = bank
        holder = shared.issued.seller.name
        amount = shared.invoice.state.due
        number = shared.issued.number
    }

    /// The details, on the page at this address; the code is asked for by a browser that shows it, which few do.
    func html(at address: String) -> HTML {
        """
        <section class="transfer"><h2>Payer par virement</h2>
        <dl class="facts">
        <dt>Titulaire</dt><dd><span data-copy="le titulaire">\(holder)</span></dd>
        <dt>IBAN</dt><dd><span class="code" data-copy="l’IBAN">\(bank.iban.text)</span></dd>
        \(bank.bic.map { "<dt>BIC</dt><dd><span class=\"code number\" data-copy=\"le BIC\">\($0.code)</span></dd>" as HTML })
        <dt>Référence</dt><dd><span class="code number" data-copy="la référence">\(number.text)</span></dd>
        </dl>
        \(if: TransferCode.carries(amount), """
            <details class="qr"><summary>Code QR pour le virement</summary>
            <img src="\(address)/virement.svg" alt="\(title)" width="240" height="240" loading="lazy">
            <p class="hint">À lire avec l’application de votre banque, si elle le permet.</p>
            </details>
            """)
        </section>
        """
    }

    /// The code that banks' apps read (EPC069-12, which allows up to version 13); nil for more than a transfer can carry.
    ///
    /// - Throws: `DrawingError` when what it says fits into no QR code, against what ``TransferCode`` promises.
    var picture: HTML? {
        get throws(DrawingError) {
            let transfer = TransferCode(bank: bank, beneficiary: holder, amount: amount, reference: number.text)
            guard let transfer else { return nil }
            let code = try QRCode(transfer.text, maximumVersion: 13)
            return QRPicture(side: code.side + 2 * QRCode.margin, path: code.path, title: title).html
        }
    }

    private var title: String { "Code QR du virement de \(amount.french)" }
}
