import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// « Documents »: the logo, and what the law wants on the invoices of some trades.
    func documentSettings(_ desk: Desk) throws -> Response {
        let company = try company(desk)
        return documentsPage(
            desk,
            company,
            NoticesInput(company.seller.notices),
            messages: [:]
        )
    }

    func saveDocumentSettings(_ desk: Desk, _ visit: Visit) throws -> Response {
        switch NoticesInput.read(visit.form) {
        case .wrong(let messages):
            return documentsPage(desk, try company(desk), NoticesInput(visit.form), messages: messages, status: 422)
        case .sound(let notices):
            try SaveNotices(companyID: desk.companyID, notices: notices).run(in: office)
            return .done(.settingsSaved, at: CompanyTab.documents.path)
        }
    }

    /// A logo is sent, or taken away when no file was chosen and the button says so.
    func saveLogo(_ desk: Desk, _ visit: Visit) throws -> Response {
        if visit.form["action"] == "retirer" {
            try SaveLogo(companyID: desk.companyID, upload: nil).run(in: office)
            return .done(.settingsSaved, at: CompanyTab.documents.path)
        }
        guard let file = visit.request.multipartForm?.file("logo"), !file.bytes.isEmpty else {
            return try logoRefused(desk, "Choisissez un fichier.")
        }
        do {
            try SaveLogo(companyID: desk.companyID, upload: file.bytes).run(in: office)
            return .done(.settingsSaved, at: CompanyTab.documents.path)
        } catch let refusal as LogoRefusal {
            return try logoRefused(desk, refusal.french)
        }
    }

    /// The logo as it is, for this page alone.
    func logo(_ desk: Desk) throws -> Response {
        guard let sha256 = try company(desk).logo, let png = try reader.logo(sha256) else { throw NotFound() }
        return Response(type: "image/png", body: png).with("cache-control", "no-store")
    }

    private func logoRefused(_ desk: Desk, _ message: String) throws -> Response {
        let company = try company(desk)
        let input = NoticesInput(company.seller.notices)
        return documentsPage(desk, company, input, messages: ["logo": message], status: 422)
    }

    private func documentsPage(
        _ desk: Desk,
        _ company: Company,
        _ input: NoticesInput,
        messages: [String: String],
        status: Int = 200
    ) -> Response {
        let body: HTML = """
            \(CompanyTab.documents.heading)
            \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            \(logoForm(desk, company, messages["logo"]))
            \(noticesForm(desk, company, input, messages))
            """
        return layout("Documents", desk).response(status: status, body)
    }

    private func logoForm(_ desk: Desk, _ company: Company, _ message: String?) -> HTML {
        let path = CompanyTab.documents.path
        return """
            <form method="post" action="\(path)/logo" enctype="multipart/form-data" class="sheet">
            \(formToken(desk.member))
            <fieldset><legend>Logo</legend>
            \(if: company.logo != nil, "<p><img class=\"logo\" src=\"\(path)/logo.png\" alt=\"Votre logo\"></p>")
            <div class="field\(if: message != nil, " wrong")"><label for="logo">Image PNG ou JPEG, 5\u{A0}Mo au plus</label>
            <input id="logo" name="logo" type="file" accept="image/png,image/jpeg"\
            \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"logo-message\"")>
            \(message.map { "<p class=\"error\" id=\"logo-message\">\($0)</p>" as HTML })</div>
            <p class="hint">Il figure en haut de vos prochaines factures\u{A0}; celles déjà émises ne changent pas.</p>
            <p class="actions"><button class="button">Enregistrer le logo</button>
            \(if: company.logo != nil, "<button class=\"quiet\" name=\"action\" value=\"retirer\">Retirer le logo</button>")</p>
            </fieldset></form>
            """
    }

    private func noticesForm(
        _ desk: Desk,
        _ company: Company,
        _ input: NoticesInput,
        _ messages: [String: String]
    ) -> HTML {
        """
        <form method="post" action="\(CompanyTab.documents.path)" class="sheet" novalidate>
        \(formToken(desk.member))
        <fieldset><legend>Mentions propres à votre activité</legend>
        <p class="hint">Les mentions obligatoires de tous (TVA, pénalités, indemnité de 40\u{A0}€…) s’inscrivent d’elles-mêmes.</p>
        \(FormField("registration", "Immatriculation", value: input.registration, message: messages["registration"],
            hint: "Par exemple «\u{A0}RCS Lyon\u{A0}», si vous êtes immatriculé.", limit: 100).html)
        \(FormField("insurance", "Assurance professionnelle", value: input.insurance, message: messages["insurance"],
            hint: "Bâtiment\u{A0}: assureur, coordonnées et zone couverte.", limit: 300).html)
        \(FormField("mediator", "Médiateur de la consommation", value: input.mediator, message: messages["mediator"],
            hint: "Si vous vendez à des particuliers\u{A0}: son nom et ses coordonnées.", limit: 300).html)
        \(if: !company.seller.isUnderFranchise, debits(input))
        </fieldset>
        <p class="actions"><button class="button">Enregistrer les mentions</button></p>
        </form>
        """
    }

    private func debits(_ input: NoticesInput) -> HTML {
        """
        <p><label class="box"><input type="checkbox" name="vat_on_debits" value="oui"\(if: input.paysVATOnDebits, " checked")> \
        J’ai opté pour le paiement de la TVA d’après les débits</label></p>
        """
    }
}

/// What stands in the form of the mentions, as texts.
private struct NoticesInput {
    var registration = ""
    var insurance = ""
    var mediator = ""
    var paysVATOnDebits = false

    init(_ notices: SellerNotices) {
        registration = notices.registration ?? ""
        insurance = notices.insurance ?? ""
        mediator = notices.mediator ?? ""
        paysVATOnDebits = notices.paysVATOnDebits
    }

    init(_ form: Form) {
        registration = form["registration"] ?? ""
        insurance = form["insurance"] ?? ""
        mediator = form["mediator"] ?? ""
        paysVATOnDebits = form["vat_on_debits"] != nil
    }

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
