import Accounting
import Documents
import French
import Invoicing
import PDF
import Web

/// What a client needs to pay by transfer: each detail to copy, and all of them in a code for their bank's app.
struct TransferDetails {
    let bank: BankDetails
    let holder: String
    let amount: Cents
    let number: InvoiceNumber

    /// - Throws: `DrawingError` when what a transfer's code says fits into no QR code, against what ``TransferCode`` promises.
    var html: HTML {
        get throws {
            """
            <section class="transfer"><h2>Payer par virement</h2>
            <dl class="facts">
            <dt>Titulaire</dt><dd><span data-copy="le titulaire">\(holder)</span></dd>
            <dt>IBAN</dt><dd><span class="code" data-copy="l’IBAN">\(bank.iban.text)</span></dd>
            \(bank.bic.map { "<dt>BIC</dt><dd><span class=\"code number\" data-copy=\"le BIC\">\($0.code)</span></dd>" as HTML })
            <dt>Référence</dt><dd><span class="code number" data-copy="la référence">\(number.text)</span></dd>
            </dl>
            \(try code)
            </section>
            """
        }
    }

    /// The code that banks' apps read (EPC069-12, which allows up to version 13).
    ///
    /// More than a transfer can carry has none; the details above say the same.
    private var code: HTML? {
        get throws(DrawingError) {
            let transfer = TransferCode(bank: bank, beneficiary: holder, amount: amount, reference: number.text)
            guard let transfer else { return nil }
            let code = try QRCode(transfer.text, maximumVersion: 13)
            return """
                <details class="qr"><summary>Code QR pour le virement</summary>
                \(QRPicture(
                    side: code.side + 2 * QRCode.margin,
                    path: code.path,
                    title: "Code QR du virement de \(amount.french)"
                ).html)
                <p class="hint">À lire avec l’application de votre banque, si elle le permet.</p>
                </details>
                """
        }
    }
}
