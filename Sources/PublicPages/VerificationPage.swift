import Accounting
import French
import Invoicing
import Operations
import Store
import Web

/// « Vérifier cette facture »: what the invoice says, the fingerprint of its file, and what to do when something differs.
struct VerificationPage {
    /// What became of a copy that was sent.
    enum Outcome {
        /// No file was chosen.
        case missing
        /// It was compared.
        case compared(CopyVerdict, fileName: String)
    }

    let shared: SharedInvoice
    let token: Token
    /// The SHA-256 of the file as it was issued; nil until it is kept.
    let fingerprint: Fingerprint?
    let outcome: Outcome?

    private var issued: IssuedInvoice { shared.issued }
    private var seller: Seller { issued.seller }
    private var address: String { "/f/" + token.text }

    var title: String { "Vérifier la facture " + issued.number.text }

    var html: HTML {
        """
        <main class="check">
        <p><a href="\(address)">Revenir à la facture</a></p>
        <h1>Vérifier la facture <span class="number">\(issued.number.text)</span></h1>
        \(outcome.map { VerdictNotice(outcome: $0).html })
        <section class="sheet"><h2>Ce que dit la facture émise</h2>
        <p class="hint">Comparez avec le document que vous avez sous les yeux.</p>
        <dl class="facts">\(facts)</dl></section>
        \(fingerprint.map { _ in form })
        <section class="sheet"><h2>Si quelque chose diffère</h2>
        <ul>
        <li>Ne payez pas sur un autre IBAN que celui-ci, même si un message vous annonce un changement de compte.</li>
        <li>Appelez \(seller.tradeName ?? seller.name) à un numéro que vous connaissiez déjà, et non à celui du message ou du \
        document reçu.</li>
        <li>En cas de doute, attendez\u{A0}: la facture reste consultable par ce lien.</li>
        </ul></section>
        </main>
        """
    }

    private var facts: [HTML] {
        let plain = [
            ("Émetteur", seller.legalName), ("SIREN", seller.siren.text), ("Numéro", issued.number.text),
            ("Date d’émission", issued.issuedOn.frenchLong), ("Montant", issued.payable.french),
        ].map { fact($0.0, "\($0.1)") }
        let account = seller.bank.map { fact("IBAN", "<span class=\"code\">\($0.iban.masked)</span>") }
        let file = fingerprint.map {
            fact("Empreinte du fichier PDF (SHA-256)", "<span class=\"code\">\($0.hexadecimal)</span>")
        }
        return plain + [account, file].compactMap(\.self)
    }

    private func fact(_ name: String, _ value: HTML) -> HTML { "<dt>\(name)</dt><dd>\(value)</dd>" }

    private var form: HTML {
        """
        <section class="sheet"><h2>Comparer votre fichier</h2>
        <form method="post" action="\(address)/verifier" enctype="multipart/form-data">
        <div class="field"><label for="pdf">Le PDF que vous avez reçu</label>
        <p class="hint" id="pdf-hint">5\u{A0}Mo au plus. Il est comparé, puis oublié\u{A0}: il n’est pas conservé.</p>
        <input id="pdf" name="pdf" type="file" accept="application/pdf,.pdf" aria-describedby="pdf-hint"></div>
        <button class="button">Comparer</button>
        </form></section>
        """
    }
}

extension VerificationPage.Outcome {
    /// 422 when there was nothing to compare.
    var status: Int {
        switch self {
        case .compared(.tooLarge, _): 413
        case .missing, .compared(.notPDF, _), .compared(.unreadable, _): 422
        case .compared: 200
        }
    }
}

extension IBAN {
    /// Enough to recognise it, too little to use it: "FR14 •••• 606".
    fileprivate var masked: String { compact.prefix(4) + "\u{A0}••••\u{A0}…\u{A0}" + compact.suffix(3) }
}
