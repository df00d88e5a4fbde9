import Invoicing
import Store
import Web

/// The client of a document: a choice among a few, a search when there are more, and the card of a new one.
struct ClientField {
    let pick: ClientPick
    let clients: [Client]
    let hasMore: Bool
    let message: String?
    /// The quote that gives the client, if one does: there is nothing to choose.
    var quote: InvoicedQuote?

    /// How many clients are offered at once.
    static let length = 100

    /// The client chosen.
    var chosen: Client? { clients.first { String($0.id) == pick.clientID } }

    var html: HTML {
        if let quote {
            let name = chosen?.buyer.name ?? ""
            return GivenField("client", "Client", value: pick.clientID, text: name, of: quote, message).html
        }
        let options = [("", "Choisir un client")] + clients.map { (String($0.id), $0.buyer.name) }
        return """
            \(FormChoice("client", "Client", options: options.map { (value: $0.0, label: $0.1) },
                selected: pick.clientID, message: message).html)
            \(pick.added.map { "<p class=\"success\" role=\"status\">\($0) figure maintenant parmi vos clients.</p>" as HTML })
            \(if: hasMore || !pick.search.isEmpty, search)
            \(adding)
            """
    }

    private var search: HTML {
        let outcome: String? =
            switch pick.found {
            case nil: "La liste montre les \(Self.length) premiers."
            case let found? where found.isEmpty: "Aucun client ne correspond."
            case let found? where found.count == 1: nil
            case let found?: "\(found.count) clients correspondent\u{A0}: choisissez dans la liste."
            }
        return """
            <div class="beside"><div class="field"><label for="client_search">Chercher un client</label>
            <input id="client_search" name="client_search" type="search" value="\(pick.search)" autocomplete="off" \
            maxlength="\(InvoiceListQuery.searchLimit)"\(if: outcome != nil, " aria-describedby=\"client_search-hint\"")>
            \(outcome.map { "<p class=\"hint\" id=\"client_search-hint\">\($0)</p>" as HTML })</div>
            <button class="quiet" name="action" value="find">Chercher</button></div>
            """
    }

    private var adding: HTML {
        let prefix = ClientPick.prefix
        return """
            <details class="undo"\(if: pick.isAdding || pick.isStuck, " open")><summary>Nouveau client</summary>
            \(if: !pick.duplicates.isEmpty, """
                \(ProbableDuplicates(pick.duplicates).html)
                <input type="hidden" name="\(prefix)\(ClientForm.confirmation)" value="oui">
                """)
            \(ClientFields(input: pick.new, messages: pick.messages, prefix: prefix).html)
            <p class="actions"><button class="quiet" name="action" value="client">\
            \(pick.duplicates.isEmpty ? "Ajouter ce client" : "Ajouter quand même")</button></p>
            </details>
            """
    }
}
