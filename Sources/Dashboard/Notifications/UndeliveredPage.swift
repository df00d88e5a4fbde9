import Accounting
import French
import Store
import Web

/// Where what clients did not get is listed.
let undeliveredPath = "/notifications/e-mails-non-remis"

extension Dashboard {
    /// « E-mails non remis »: what clients did not get, and why.
    func undelivered(_ desk: Desk) throws -> Response {
        let mails = try reader.undelivered(of: desk.companyID, limit: 100)
        let body: HTML = """
            <h1>E-mails non remis</h1>
            \(if: mails.isEmpty, "<div class=\"empty\"><p>Tous vos e-mails ont été remis.</p></div>")
            \(mails.isEmpty ? nil : table(mails))
            """
        return layout("E-mails non remis", desk).response(body)
    }

    private func table(_ mails: [Undelivered]) -> HTML {
        """
        <p class="lead">Vos clients n’ont pas reçu ces documents. Vérifiez l’adresse et renvoyez, ou envoyez le lien vous-même \
        puis marquez la facture comme envoyée.</p>
        <div class="scroll" role="region" aria-label="E-mails non remis" tabindex="0"><table class="list">
        <caption>E-mails non remis, le plus récent d’abord</caption>
        <thead><tr><th scope="col">Document</th><th scope="col">Client</th><th scope="col">Adresse</th>\
        <th scope="col">Raison</th><th scope="col">Abandonné le</th><th scope="col">Suite</th></tr></thead>
        <tbody>\(mails.map(row))</tbody></table></div>
        """
    }

    private func row(_ mail: Undelivered) -> HTML {
        let (sending, path) = (mail.sending, mail.path)
        return """
            <tr><th scope="row"><a href="\(path)">\(mail.number)</a></th><td class="words">\(mail.client)</td><td class="words">\(sending.recipient)</td>\
            <td>\(MailRefusalWords.reason(sending.refusal))</td>\
            <td>\(sending.refusedAt.map { ParisTime($0).french } ?? "")</td>\
            <td><a href="\(path)/envoyer" aria-label="Renvoyer \(mail.number)">Renvoyer</a></td></tr>
            """
    }
}

extension Undelivered {
    fileprivate var path: String {
        switch sending.document {
        case .invoice(let id): "/factures/\(id)"
        case .quote(let id): "/devis/\(id)"
        }
    }
}
