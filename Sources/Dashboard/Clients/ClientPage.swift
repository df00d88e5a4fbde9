import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// A client: who they are, what came of it, and what was written to them lately.
    func clientPage(_ desk: Desk, _ id: Int64) throws -> Response {
        let client = try knownClient(desk, id)
        let selection = InvoiceSelection(ofClient: id)
        let history = ClientHistory(
            clientID: id,
            invoices: try reader.invoices(selection, of: desk.companyID, limit: ClientHistory.length).rows,
            quotes: try reader.quotes(ofClient: id, limit: ClientHistory.length),
            creditNotes: try reader.creditNotes(ofClient: id, of: desk.companyID, limit: ClientHistory.length),
            today: today
        )
        let figures = ClientFiguresList(clientID: id, figures: try reader.figures(ofClient: id, on: today))
        let page = ClientPage(
            desk: desk,
            client: client,
            refusesMail: try reader.refusesMail(client: id, of: desk.companyID)
        )
        let body: HTML = """
            <div class="head"><h1>\(client.buyer.name)</h1>\(if: client.isArchived, "<span class=\"chip draft\">\(client.isErased ? "Effacé" : "Archivé")</span>")</div>
            \(figures.html)
            <div class="two">
            <div class="sheet">\(history.html)</div>
            <aside class="options" aria-label="Fiche et suite">\(page.html)</aside>
            </div>
            """
        return layout(client.buyer.name, desk, at: .clients).response(body)
    }

    /// A client of this company.
    func knownClient(_ desk: Desk, _ id: Int64) throws -> Client {
        guard let client = try reader.client(id, of: desk.companyID) else { throw NotFound() }
        return client
    }

    func archiveClient(_ desk: Desk, _ id: Int64, _ isArchived: Bool) throws -> Response {
        try ArchiveClient(companyID: desk.companyID, clientID: id, isArchived: isArchived).run(in: office)
        return .done(isArchived ? .clientArchived : .clientTakenBack, at: "/clients/\(id)")
    }
}

/// The column beside a client's history: what can be begun, their card, and putting them away.
private struct ClientPage {
    let desk: Desk
    let client: Client
    /// True when their address has refused our last mail.
    let refusesMail: Bool

    var html: HTML {
        """
        \(if: !client.isArchived, beginnings)
        <section><h2>Fiche</h2>\(card)\
        \(if: !client.isErased, "<p><a href=\"/clients/\(client.id)/modifier\">Modifier la fiche</a></p>")</section>
        \(if: !client.details.notes.isEmpty, "<section><h2>Notes</h2><p class=\"preserved\">\(client.details.notes)</p></section>")
        \(if: !client.isErased, client.isArchived ? takingBack : putting)
        \(if: !client.isErased, "<p><a href=\"/entreprise/donnees/clients/\(client.id)/effacer\">Effacer ce client</a></p>")
        """
    }

    private var beginnings: HTML {
        """
        <section><h2>Créer</h2>
        <p><a class="button" href="/factures/nouvelle?client=\(client.id)">Nouvelle facture</a></p>
        <p><a class="button quiet" href="/devis/nouveau?client=\(client.id)">Nouveau devis</a></p></section>
        """
    }

    private var card: HTML {
        let buyer = client.buyer
        let place = [buyer.address.postalCode, buyer.address.city].filter { !$0.isEmpty }.joined(separator: " ")
        let country = buyer.address.country == "FR" ? "" : Countries.name(of: buyer.address.country)
        let lines = [buyer.address.street, place, country].filter { !$0.isEmpty }
        let facts: [(String, HTML?)] = [
            ("Type", buyer.kind == .business ? "Professionnel" : "Particulier"),
            ("Adresse", lines.isEmpty ? nil : "<span class=\"preserved\">\(lines.joined(separator: "\n"))</span>"),
            (
                "E-mail",
                buyer.email.map {
                    "<a href=\"mailto:\($0)\">\($0)</a>\(if: refusesMail, " <span class=\"hint\">a refusé notre dernier e-mail</span>")"
                }
            ),
            ("Téléphone", client.details.phone.map { "\($0)" }),
            ("SIREN", client.details.siret == nil ? buyer.siren.map { "\($0.text)" } : nil),
            ("SIRET", client.details.siret.map { "\($0.text)" }),
            ("TVA", buyer.vatNumber.map { "\($0)" }),
        ]
        let items: [HTML] = facts.compactMap { label, value in value.map { "<dt>\(label)</dt><dd>\($0)</dd>" } }
        return "<dl class=\"facts\">\(items)</dl>"
    }

    private var putting: HTML {
        """
        <section><h2>Archiver</h2><form method="post" action="/clients/\(client.id)/archiver">\(formToken(desk.member))
        <button class="quiet">Archiver</button></form>
        <p class="hint">Il n’est plus proposé dans vos documents, et ses factures récurrentes sont mises en pause. Rien n’est supprimé.</p></section>
        """
    }

    private var takingBack: HTML {
        """
        <section><h2>Client archivé</h2><form method="post" action="/clients/\(client.id)/desarchiver">\(formToken(desk.member))
        <button class="quiet">Désarchiver</button></form>
        <p class="hint">Ses factures récurrentes restent en pause\u{A0}: vous les reprenez une par une.</p></section>
        """
    }
}
