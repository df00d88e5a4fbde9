import Invoicing
import Operations
import Store
import Web

/// Which client a document that is being written is for: chosen, searched for, or added in place.
struct ClientPick {
    /// The client chosen; empty before.
    var clientID: String
    /// What is searched for.
    var search = ""
    /// Who was found; nil when nobody was searched for.
    var found: [Client]?
    /// The card of a client who is being added.
    var new = ClientInput()
    var messages: [String: String] = [:]
    var duplicates: [Client] = []
    /// The name of who was just added.
    var added: String?

    /// What the names of the fields of a new client begin with.
    static let prefix = "client_"

    /// A client chosen elsewhere.
    init(clientID: String) {
        self.clientID = clientID
    }

    /// As an editor was sent.
    init(_ form: Form) {
        clientID = form["client"] ?? ""
        search = String((form["client_search"] ?? "").trimmed.prefix(InvoiceListQuery.searchLimit))
        new = ClientInput(form.under(Self.prefix))
    }

    /// True when somebody is described who has not been added.
    var isAdding: Bool { !new.isBlank }

    /// True when what was typed of a client cannot be taken as it is.
    var isStuck: Bool { !messages.isEmpty || !duplicates.isEmpty }
}

extension Dashboard {
    /// What an editor that was sent says of its client, after its button was pressed.
    ///
    /// Whoever was described beside the choice is added, too, when the document is saved for nobody else.
    func pick(_ desk: Desk, _ form: Form, _ action: EditorAction) throws -> ClientPick {
        var pick = ClientPick(form)
        // Erased meanwhile, in another window: nobody is chosen any more.
        if let id = Route.id(pick.clientID), try reader.client(id, of: desk.companyID)?.isErased == true {
            pick.clientID = ""
        }
        if action == .findClient, !pick.search.isEmpty {
            let found = try reader.clients(named: pick.search, of: desk.companyID, at: nil, limit: ClientField.length)
            pick.found = found.rows
            if found.rows.count == 1 { pick.clientID = String(found.rows[0].id) }
        }
        let isTaken = action.takesAll && pick.clientID.isEmpty && pick.isAdding
        if action == .addClient || isTaken { try add(&pick, desk, form) }
        return pick
    }

    private func add(_ pick: inout ClientPick, _ desk: Desk, _ form: Form) throws {
        switch ClientInput.read(form.under(ClientPick.prefix)) {
        case .wrong(let messages): pick.messages = messages
        case .sound(let client):
            let like = try reader.clientsLike(client.buyer, except: nil, of: desk.companyID)
            // A form that is sent twice adds one client.
            if let same = like.first(where: { $0.buyer == client.buyer && !$0.isArchived }) {
                return choose(same.id, client.buyer.name, &pick)
            }
            let isConfirmed = form[ClientPick.prefix + ClientForm.confirmation] != nil
            guard like.isEmpty || isConfirmed else {
                pick.duplicates = like
                return
            }
            let save = SaveClient(
                companyID: desk.companyID,
                clientID: nil,
                buyer: client.buyer,
                details: client.details
            )
            guard let id = try save.run(in: office) else { throw NotFound() }
            choose(id, client.buyer.name, &pick)
        }
    }

    private func choose(_ id: Int64, _ name: String, _ pick: inout ClientPick) {
        pick.clientID = String(id)
        pick.added = name
        pick.new = ClientInput()
    }

    /// The client of what comes from a quote.
    func clientField(_ desk: Desk, _ quote: InvoicedQuote, _ message: String?) throws -> ClientField {
        let client = try reader.client(quote.clientID, of: desk.companyID)
        let pick = ClientPick(clientID: String(quote.clientID))
        let clients = client.map { [$0] } ?? []
        return ClientField(pick: pick, clients: clients, hasMore: false, message: message, quote: quote)
    }

    /// The field of the client in an editor; it offers a few, however many there are.
    func clientField(_ desk: Desk, _ pick: ClientPick, _ message: String?) throws -> ClientField {
        let chosen = Route.id(pick.clientID)
        let offered = try reader.clientsToChoose(of: desk.companyID, chosen: chosen, limit: ClientField.length)
        var clients = offered.clients
        if let found = pick.found, !found.isEmpty {
            clients = found.contains { $0.id == chosen } ? found : clients.filter { $0.id == chosen } + found
        }
        for client in pick.duplicates where !clients.contains(where: { $0.id == client.id }) { clients.append(client) }
        return ClientField(pick: pick, clients: clients, hasMore: offered.hasMore, message: message)
    }
}

extension Form {
    /// The fields whose names begin with a prefix, without it.
    fileprivate func under(_ prefix: String) -> Form {
        Form(
            fields.filter { $0.name.hasPrefix(prefix) }
                .map { Field(String($0.name.dropFirst(prefix.count)), $0.value) }
        )
    }

    /// The same form for another client.
    func with(client id: String) -> Form {
        Form(fields.filter { $0.name != "client" } + [Field("client", id)])
    }
}
