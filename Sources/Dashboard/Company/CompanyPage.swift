import Accounting
import Operations
import Store
import Web

extension Dashboard {
    func companyForm(_ visit: Visit, _ member: Session) throws -> Response {
        let company = try member.companyID.flatMap { try reader.company($0) }
        return companyPage(visit, member, company.map { CompanyInput($0.card) } ?? CompanyInput())
    }

    func saveCompany(_ visit: Visit, _ member: Session) throws -> Response {
        var input = CompanyInput(visit.form)
        switch CompanyInput.read(visit.form) {
        case .wrong(let messages):
            return companyPage(visit, member, input, messages, status: 422)
        case .sound(let company):
            let save = SaveCompany(
                ownerID: member.userID,
                companyID: member.companyID,
                seen: visit.form.seen,
                seller: company.seller,
                paymentTermDays: company.paymentTermDays
            )
            do {
                try save.run(in: office)
            } catch is ChangedMeanwhile {
                guard let current = try member.companyID.flatMap({ try reader.company($0) }) else { throw NotFound() }
                input.seen = Edition(of: current.card).text
                return companyPage(visit, member, input, isOvertaken: true, status: 409)
            }
            return member.companyID == nil
                ? .done(.companyDescribed, at: CompanyTab.onlinePayment.path)
                : .done(.settingsSaved, at: CompanyTab.identity.path)
        }
    }

    private func companyPage(
        _ visit: Visit,
        _ member: Session,
        _ input: CompanyInput,
        _ messages: [String: String] = [:],
        isOvertaken: Bool = false,
        status: Int = 200
    ) -> Response {
        let isNew = member.companyID == nil
        let heading: HTML =
            isNew
            ? """
            <h1>Votre entreprise</h1>
            <p class="lead">Ces informations figurent sur vos factures\u{A0}: la loi les y veut.</p>
            """
            : CompanyTab.identity.heading
        let meanwhile = Meanwhile(change: "Votre fiche d’entreprise a été modifiée", path: CompanyTab.identity.path)
        let body: HTML = """
            \(heading)
            \(formAlert(messages))
            <form method="post" action="/entreprise" class="sheet" novalidate>
            \(formToken(member))\(SeenField.html(input.seen))
            \(if: isOvertaken, meanwhile.html)
            \(identity(input, messages))
            \(taxes(input, messages))
            \(bank(input, messages))
            <p class="actions"><button class="button">Enregistrer</button></p>
            </form>
            """
        return Layout(title: "Mon entreprise", assets: assets, member: member, place: nil, done: Done.notice(visit))
            .response(status: status, body)
    }

    private func identity(_ input: CompanyInput, _ messages: [String: String]) -> HTML {
        """
        <fieldset><legend>Identité</legend>
        \(FormField("name", "Prénom et nom", value: input.name, message: messages["name"],
            hint: "«\u{A0}EI\u{A0}» est ajouté sur vos factures.", autocomplete: "name", isRequired: true).html)
        \(FormField("trade_name", "Nom commercial", value: input.tradeName, message: messages["trade_name"],
            autocomplete: "organization").html)
        <div class="pair even">
        \(FormField("siren", "SIREN", value: input.siren, message: messages["siren"], limit: 20, isRequired: true).html)
        \(FormField("siret", "SIRET", value: input.siret, message: messages["siret"], limit: 25).html)
        </div>
        \(FormField("street", "Adresse", value: input.street, message: messages["street"], limit: 300,
            autocomplete: "address-line1", isRequired: true).html)
        <div class="pair">
        \(FormField("postal_code", "Code postal", value: input.postalCode, message: messages["postal_code"], limit: 20,
            autocomplete: "postal-code", isRequired: true).html)
        \(FormField("city", "Ville", value: input.city, message: messages["city"], limit: 100,
            autocomplete: "address-level2", isRequired: true).html)
        </div>
        <div class="pair even">
        \(FormField("email", "E-mail pour vos clients", value: input.email, message: messages["email"], kind: .email,
            limit: 254, autocomplete: "email").html)
        \(FormField("phone", "Téléphone pour vos clients", value: input.phone, message: messages["phone"], limit: 30,
            autocomplete: "tel").html)
        </div>
        </fieldset>
        """
    }

    private func taxes(_ input: CompanyInput, _ messages: [String: String]) -> HTML {
        """
        <fieldset><legend>Activité et TVA</legend>
        \(FormChoice("activity", "Activité", options: [
            (Activity.service.rawValue, "Prestations de services (BIC)"),
            (Activity.liberal.rawValue, "Profession libérale (BNC)"),
            (Activity.sale.rawValue, "Vente de marchandises (BIC)"),
        ], selected: input.activity, message: messages["activity"]).html)
        \(FormChoice("regime", "Régime de TVA", options: [
            (CompanyInput.franchise, "Franchise en base, sans TVA"),
            (CompanyInput.liable, "Je facture la TVA"),
        ], selected: input.regime).html)
        \(FormField("vat_number", "Numéro de TVA", value: input.vatNumber, message: messages["vat_number"], limit: 20).html)
        \(FormField("payment_term_days", "Délai de paiement, en jours", value: input.paymentTermDays,
            message: messages["payment_term_days"], limit: 3, isRequired: true).html)
        </fieldset>
        """
    }

    private func bank(_ input: CompanyInput, _ messages: [String: String]) -> HTML {
        """
        <fieldset><legend>Coordonnées bancaires</legend>
        <p class="hint">Elles restent sur vos factures à côté du paiement en ligne\u{A0}: vos clients choisissent.</p>
        \(FormField("iban", "IBAN", value: input.iban, message: messages["iban"], limit: 50).html)
        \(FormField("bic", "BIC", value: input.bic, message: messages["bic"], limit: 20).html)
        </fieldset>
        """
    }
}
