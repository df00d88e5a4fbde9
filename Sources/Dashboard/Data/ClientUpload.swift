import Exports
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// The form in which a file of clients is chosen.
    func clientUpload(_ desk: Desk, _ message: String?) -> HTML {
        """
        <form method="post" action="/entreprise/donnees/clients" enctype="multipart/form-data" class="sheet">
        \(formToken(desk.member))
        <h2>Importer des clients</h2>
        <p>Depuis un tableur\u{A0}: un fichier CSV dont la première ligne nomme les colonnes (Nom, Type, Adresse, Code postal, \
        Ville, Pays, SIREN, Numéro de TVA, E-mail). Seule la colonne «\u{A0}Nom\u{A0}» est indispensable. \
        <a href="/entreprise/donnees/clients/modele.csv" download>Télécharger un modèle</a></p>
        <div class="field\(if: message != nil, " wrong")">
        <label for="clients">Fichier CSV, 1\u{202F}000 clients au plus</label>
        <input id="clients" name="clients" type="file" accept=".csv,.txt,text/csv,text/plain"\
        \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"clients-message\"")>
        \(message.map { "<p class=\"error\" id=\"clients-message\">\($0)</p>" as HTML })</div>
        <p class="hint">Rien n’est enregistré avant que vous ayez vu le résultat.</p>
        <p class="actions"><button class="button">Vérifier le fichier</button></p>
        </form>
        """
    }

    /// A file to fill in.
    func clientTemplate() -> Response {
        var table = CSV(header: ClientSheet.template)
        table.append(
            [
                "Studio Lune", "Professionnel", "3 rue des Arts", "75011", "Paris", "FR", "732829320",
                "73282932000074", "", "compta@example.fr", "01 02 03 04 05", "",
            ]
            .map(CSV.Cell.text)
        )
        var bytes: [UInt8]? = table.bytes
        return .file(type: "text/csv; charset=utf-8; header=present", named: "modele-clients.csv") {
            defer { bytes = nil }
            return bytes
        }
    }

    /// A file was chosen: what would become of each of its lines.
    func readClients(_ desk: Desk, _ visit: Visit) throws -> Response {
        guard let file = visit.request.multipartForm?.file("clients"), !file.bytes.isEmpty else {
            return dataPage(desk, messages: ["clients": "Choisissez un fichier."], status: 422)
        }
        do {
            guard let sheet = ClientSheet(try CSVTable(file.bytes)) else {
                let sentence =
                    "Aucune colonne ne s’appelle «\u{A0}Nom\u{A0}»\u{A0}: la première ligne doit nommer les colonnes."
                return dataPage(desk, messages: ["clients": sentence], status: 422)
            }
            let known = try ImportClients.known(to: desk.companyID, reader)
            return clientPreview(desk, ClientPreview(sheet, known))
        } catch let refusal as CSVTable.Refusal {
            return dataPage(desk, messages: ["clients": refusal.french], status: 422)
        }
    }

    /// The lines that were seen are confirmed: they came back as they were sent, and are read as strictly as before.
    func importClients(_ desk: Desk, _ visit: Visit) throws -> Response {
        guard let text = visit.form["table"], let table = try? CSVTable(Array(text.utf8)),
            let sheet = ClientSheet(table)
        else {
            return dataPage(desk, messages: ["clients": "Choisissez le fichier de nouveau."], status: 422)
        }
        let cards = sheet.lines.compactMap { line -> ClientCard? in
            guard case .sound(let card) = line.reading else { return nil }
            return card
        }
        let count = try ImportClients(companyID: desk.companyID, clients: cards).run(in: office)
        return .done(.clientsAdded, at: CompanyTab.data.path, count: count)
    }
}

extension CSVTable.Refusal {
    fileprivate var french: String {
        switch self {
        case .tooLarge: "Ce fichier est trop volumineux\u{A0}: 256\u{A0}Ko au plus."
        case .tooManyLines: "Ce fichier a trop de lignes\u{A0}: 1\u{202F}000 clients au plus par fichier."
        case .noText:
            "Ce fichier n’est pas un CSV\u{A0}: dans votre tableur, choisissez «\u{A0}Enregistrer sous… CSV UTF-8\u{A0}»."
        case .empty: "Ce fichier ne contient aucun client sous sa première ligne."
        case .openQuotation(let line): "Ligne \(line)\u{A0}: un guillemet est ouvert et n’est jamais refermé."
        }
    }
}
