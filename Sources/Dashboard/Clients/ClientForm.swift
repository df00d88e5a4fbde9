import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    func clientForm(_ desk: Desk, _ id: Int64?) throws -> Response {
        guard let id else { return clientForm(desk, nil, ClientInput()) }
        let client = try knownClient(desk, id)
        guard !client.isErased else { throw NotFound() }
        return clientForm(desk, id, ClientInput(client))
    }

    func saveClient(_ desk: Desk, _ visit: Visit, _ id: Int64?) throws -> Response {
        var input = ClientInput(visit.form)
        switch ClientInput.read(visit.form) {
        case .wrong(let messages): return clientForm(desk, id, input, messages, status: 422)
        case .sound(let client):
            let like = try reader.clientsLike(client.buyer, except: id, of: desk.companyID)
            if !like.isEmpty, visit.form[ClientForm.confirmation] == nil {
                return clientForm(desk, id, input, duplicates: like)
            }
            let save = SaveClient(
                companyID: desk.companyID,
                clientID: id,
                seen: visit.form.seen,
                buyer: client.buyer,
                details: client.details
            )
            do {
                guard let saved = try save.run(in: office) else { throw NotFound() }
                return .done(.clientSaved, at: "/clients/\(saved)")
            } catch is ChangedMeanwhile {
                guard let id else { throw NotFound() }
                input.seen = Edition(of: try knownClient(desk, id).card).text
                return clientForm(desk, id, input, isOvertaken: true, status: 409)
            }
        }
    }

    private func clientForm(
        _ desk: Desk,
        _ id: Int64?,
        _ input: ClientInput,
        _ messages: [String: String] = [:],
        duplicates: [Client] = [],
        isOvertaken: Bool = false,
        status: Int = 200
    ) -> Response {
        let form = ClientForm(
            desk: desk,
            clientID: id,
            input: input,
            messages: messages,
            duplicates: duplicates,
            isOvertaken: isOvertaken
        )
        return layout(form.title, desk, at: .clients).response(status: status, form.html)
    }
}

/// The form of a client.
struct ClientForm {
    let desk: Desk
    let clientID: Int64?
    let input: ClientInput
    let messages: [String: String]
    let duplicates: [Client]
    /// True when another window has saved the card meanwhile.
    let isOvertaken: Bool

    /// The name of the field that says that a probable duplicate is none.
    static let confirmation = "autre_client"

    var title: String { clientID == nil ? "Nouveau client" : "Modifier le client" }

    var html: HTML {
        let page = clientID.map { "/clients/\($0)" }
        let meanwhile = page.map { Meanwhile(change: "Cette fiche a été modifiée", path: $0) }
        return """
            <h1>\(title)</h1>
            \(formAlert(messages))
            \(if: !duplicates.isEmpty, ProbableDuplicates(duplicates).html)
            <form method="post" action="\(page.map { $0 + "/modifier" } ?? "/clients/nouveau")" class="sheet" novalidate>
            \(formToken(desk.member))\(if: clientID != nil, SeenField.html(input.seen))
            \(isOvertaken ? meanwhile?.html : nil)
            \(if: !duplicates.isEmpty, "<input type=\"hidden\" name=\"\(Self.confirmation)\" value=\"oui\">")
            \(ClientFields(input: input, messages: messages).html)
            \(FormField("phone", "Téléphone", value: input.phone, message: messages["phone"], limit: 30).html)
            \(FormArea("notes", "Notes", value: input.notes, message: messages["notes"],
                hint: "Pour vous seul\u{A0}: elles ne figurent sur aucun document.", limit: 2_000, rows: 4, isRequired: false).html)
            <p class="actions"><button class="button">\(duplicates.isEmpty ? "Enregistrer" : "Enregistrer quand même")</button> \
            <a href="\(page ?? "/clients")">Annuler</a></p>
            </form>
            """
    }
}

extension ProbableDuplicates {
    init(_ clients: [Client]) {
        self.clients = clients.map { client in
            let facts = [client.buyer.siren?.text, client.buyer.email, client.isArchived ? "archivé" : nil]
            return (client.id, client.buyer.name, facts.compactMap(\.self).joined(separator: ", "))
        }
    }
}
