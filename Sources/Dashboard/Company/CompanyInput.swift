import Accounting
import Invoicing
import Operations
import Store
import Web

/// What stands in the form of « Mon entreprise », as texts.
struct CompanyInput {
    /// The edition that was changed; empty for a new company.
    var seen = ""
    var name = ""
    var tradeName = ""
    var siren = ""
    var siret = ""
    var email = ""
    var phone = ""
    var street = ""
    var postalCode = ""
    var city = ""
    var activity = Activity.service.rawValue
    var regime = Self.franchise
    var vatNumber = ""
    var iban = ""
    var bic = ""
    var paymentTermDays = "30"

    static let franchise = "franchise"
    static let liable = "assujetti"

    /// An empty form.
    init() {}

    /// The form of a company that is known.
    init(_ company: CompanyCard) {
        let seller = company.seller
        seen = Edition(of: company).text
        name = seller.name
        tradeName = seller.tradeName ?? ""
        siren = seller.siren.text
        siret = seller.siret?.text ?? ""
        email = seller.contact.email ?? ""
        phone = seller.contact.phone ?? ""
        street = seller.address.street
        postalCode = seller.address.postalCode
        city = seller.address.city
        activity = seller.activity.rawValue
        regime = seller.isUnderFranchise ? Self.franchise : Self.liable
        vatNumber = seller.vatNumber ?? ""
        iban = seller.bank?.iban.text ?? ""
        bic = seller.bank?.bic?.code ?? ""
        paymentTermDays = String(company.paymentTermDays)
    }

    /// The form as it was sent.
    init(_ form: Form) {
        seen = form.seen?.text ?? ""
        name = form["name"] ?? ""
        tradeName = form["trade_name"] ?? ""
        siren = form["siren"] ?? ""
        siret = form["siret"] ?? ""
        email = form["email"] ?? ""
        phone = form["phone"] ?? ""
        street = form["street"] ?? ""
        postalCode = form["postal_code"] ?? ""
        city = form["city"] ?? ""
        activity = form["activity"] ?? ""
        regime = form["regime"] ?? ""
        vatNumber = form["vat_number"] ?? ""
        iban = form["iban"] ?? ""
        bic = form["bic"] ?? ""
        paymentTermDays = form["payment_term_days"] ?? ""
    }

    /// What the form says, or what is wrong with it.
    static func read(_ form: Form) -> Reading<(seller: Seller, paymentTermDays: Int)> {
        var typed = Typed(form)
        let name = typed.required("name", "Indiquez vos prénom et nom.")
        let tradeName = typed.text("trade_name")
        let siren = typed.required("siren", "Indiquez votre numéro SIREN.")
        let number = typed.value("siren", sirenAdvice(siren), SIREN.init)
        let address = Address(
            street: typed.required("street", "Indiquez votre adresse.", limit: 300),
            postalCode: typed.required("postal_code", "Indiquez votre code postal.", limit: 20),
            city: typed.required("city", "Indiquez votre ville.", limit: 100)
        )
        let siret = typed.value("siret", siretAdvice(form["siret"] ?? ""), SIRET.init)
        if let siret, let number, siret.siren != number {
            typed.refuse("siret", "Ce SIRET n’est pas celui de ce SIREN.")
        }
        let email = typed.value("email", "Cette adresse e-mail n’est pas valide.", limit: 254, EmailAddress.read)
        typed.checkPostalCode(of: address)
        let phone = typed.value("phone", telephoneAdvice, limit: 30, telephone)
        let activity = typed.value("activity", "Choisissez une activité.", Activity.init(rawValue:))
        let isUnderFranchise = form["regime"] != liable
        let vatNumber = typed.value("vat_number", vatNumberAdvice) { VATNumber.read($0) }
        if !isUnderFranchise, vatNumber == nil, typed.messages["vat_number"] == nil {
            typed.refuse("vat_number", "Votre numéro de TVA figure sur chaque facture\u{A0}: indiquez-le.")
        }
        let iban = typed.value("iban", "Cet IBAN n’est pas valide\u{A0}: vérifiez chaque caractère.", IBAN.init)
        let bic = typed.value("bic", "Ce BIC n’est pas valide\u{A0}: 8 ou 11 caractères attendus.", BIC.init)
        if let iban, let bic, !bic.mayHold(iban) {
            typed.refuse("bic", "Ce BIC est celui d’une banque d’un autre pays que l’IBAN\u{A0}: vérifiez les deux.")
        }
        let term = typed.value("payment_term_days", paymentTermAdvice, paymentTerm) ?? 30
        guard typed.isSound, let number, let activity, !siren.isEmpty else { return .wrong(typed.messages) }
        let seller = Seller(
            name: name,
            tradeName: tradeName.isEmpty ? nil : tradeName,
            address: address,
            siren: number,
            vatNumber: vatNumber,
            isUnderFranchise: isUnderFranchise,
            activity: activity,
            bank: iban.map { BankDetails(iban: $0, bic: bic) },
            siret: siret,
            contact: Contact(email: email, phone: phone)
        )
        return .sound((seller, term))
    }
}

let vatNumberAdvice = "Ce numéro de TVA n’est pas valide, par exemple FR 44 732829320."
let paymentTermAdvice = "Indiquez un nombre de jours, de 0 à \(Draft.paymentTermRange.upperBound)."

/// How many days a client has to pay, as typed.
func paymentTerm(_ text: String) -> Int? {
    Int(text).flatMap { Draft.paymentTermRange.contains($0) ? $0 : nil }
}
