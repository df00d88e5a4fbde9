import Invoicing
import Operations
import Store
import Web

/// The form of what the law wants on the invoices of some trades.
struct NoticesForm {
    let desk: Desk
    let seller: Seller
    var input: NoticesInput
    var messages: [String: String] = [:]
    /// True when another window has saved them meanwhile.
    var isOvertaken = false

    private static let meanwhile = Meanwhile(change: "Vos mentions ont été modifiées", path: CompanyTab.documents.path)

    var html: HTML {
        """
        <form method="post" action="\(CompanyTab.documents.path)" class="sheet" novalidate>
        \(formToken(desk.member))\(SeenField.html(input.seen))
        \(if: isOvertaken, Self.meanwhile.html)
        <fieldset><legend>Mentions propres à votre activité</legend>
        <p class="hint">Les mentions obligatoires de tous (TVA, pénalités, indemnité de 40\u{A0}€…) s’inscrivent d’elles-mêmes.</p>
        \(FormField("registration", "Immatriculation", value: input.registration, message: messages["registration"],
            hint: "Par exemple «\u{A0}RCS Lyon\u{A0}», si vous êtes immatriculé.", limit: 100).html)
        \(FormField("insurance", "Assurance professionnelle", value: input.insurance, message: messages["insurance"],
            hint: "Bâtiment\u{A0}: assureur, coordonnées et zone couverte.", limit: 300).html)
        \(FormField("mediator", "Médiateur de la consommation", value: input.mediator, message: messages["mediator"],
            hint: "Si vous vendez à des particuliers\u{A0}: son nom et ses coordonnées.", limit: 300).html)
        \(if: !seller.isUnderFranchise, debits)
        </fieldset>
        <p class="actions"><button class="button">Enregistrer les mentions</button></p>
        </form>
        """
    }

    private var debits: HTML {
        """
        <p><label class="box"><input type="checkbox" name="vat_on_debits" value="oui"\(if: input.paysVATOnDebits, " checked")> \
        J’ai opté pour le paiement de la TVA d’après les débits</label></p>
        """
    }
}

/// What stands in the form of the mentions, as texts.
struct NoticesInput {
    /// The edition that was changed.
    var seen: String
    var registration = ""
    var insurance = ""
    var mediator = ""
    var paysVATOnDebits = false

    /// The mentions that are known.
    init(_ notices: SellerNotices) {
        seen = Edition(of: notices).text
        registration = notices.registration ?? ""
        insurance = notices.insurance ?? ""
        mediator = notices.mediator ?? ""
        paysVATOnDebits = notices.paysVATOnDebits
    }

    /// The form as it was sent.
    init(_ form: Form) {
        seen = form.seen?.text ?? ""
        registration = form["registration"] ?? ""
        insurance = form["insurance"] ?? ""
        mediator = form["mediator"] ?? ""
        paysVATOnDebits = form["vat_on_debits"] != nil
    }

    /// What the form says, or what is wrong with it.
    static func read(_ form: Form) -> Reading<SellerNotices> {
        var typed = Typed(form)
        let texts = [("registration", 100), ("insurance", 300), ("mediator", 300)].map { name, limit in
            typed.text(name, limit: limit)
        }.map { $0.isEmpty ? nil : $0 }
        guard typed.isSound else { return .wrong(typed.messages) }
        return .sound(
            SellerNotices(
                registration: texts[0],
                insurance: texts[1],
                mediator: texts[2],
                paysVATOnDebits: form["vat_on_debits"] != nil
            )
        )
    }
}
