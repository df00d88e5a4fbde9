import Exports
import French
import Invoicing
import Operations
import Store
import Web

/// What would become of each line of a file of clients.
struct ClientPreview {
    enum Fate {
        case new(ClientCard)
        case known
        case wrong([String])
    }

    struct Line {
        let number: Int
        let name: String
        let fate: Fate
    }

    let lines: [Line]

    init(_ sheet: ClientSheet, _ known: KnownClients) {
        var known = known
        lines = sheet.lines.map { line in
            switch line.reading {
            case .wrong(let messages):
                let sentences = messages.sorted { $0.key < $1.key }.map(\.value)
                return Line(number: line.number, name: line.name, fate: .wrong(sentences))
            case .sound(let card):
                let isNew = known.takesIn(card.buyer)
                return Line(number: line.number, name: line.name, fate: isNew ? .new(card) : .known)
            }
        }
    }

    var cards: [ClientCard] {
        lines.compactMap { line in
            guard case .new(let card) = line.fate else { return nil }
            return card
        }
    }

    /// The clients to add, as a file again: what is confirmed is what was seen.
    var table: String {
        var table = CSV(header: ClientSheet.template)
        for card in cards {
            let (buyer, details) = (card.buyer, card.details)
            let kind = buyer.kind == .business ? "Professionnel" : "Particulier"
            table.append(
                [
                    buyer.name, kind, buyer.address.street, buyer.address.postalCode, buyer.address.city,
                    buyer.address.country, buyer.siren?.digits ?? "", details.siret?.digits ?? "",
                    buyer.vatNumber ?? "",
                    buyer.email ?? "", details.phone ?? "", details.notes,
                ].map(CSV.Cell.text)
            )
        }
        return String(decoding: table.bytes, as: UTF8.self)
    }

    /// How many lines there are of each fate, in words.
    var summary: String {
        let known = lines.count { if case .known = $0.fate { true } else { false } }
        let wrong = lines.count { if case .wrong = $0.fate { true } else { false } }
        let new = cards.count
        return [
            new == 1 ? "1 client sera ajouté" : "\(new.frenchGrouped) clients seront ajoutés",
            known == 0 ? nil : known == 1 ? "1 est déjà là" : "\(known.frenchGrouped) sont déjà là",
            wrong == 0 ? nil : wrong == 1 ? "1 ligne est à corriger" : "\(wrong.frenchGrouped) lignes sont à corriger",
        ].compactMap(\.self).joined(separator: ", ") + "."
    }
}

extension Dashboard {
    /// The page between the file and its clients.
    func clientPreview(_ desk: Desk, _ preview: ClientPreview) -> Response {
        let rows: [HTML] = preview.lines.map { line in
            """
            <tr><th scope="row">Ligne \(line.number.frenchGrouped)</th><td class="words" data-label="Nom">\(line.name)</td>\
            <td data-label="Résultat">\(line.fate.html)</td></tr>
            """
        }
        let body: HTML = """
            \(CompanyTab.data.heading)
            \(preview.cards.isEmpty ? back(preview) : confirmation(desk, preview))
            <div class="scroll"><table class="list"><caption>Ce que devient chaque ligne du fichier</caption>
            <thead><tr><th scope="col">Ligne</th><th scope="col">Nom</th><th scope="col">Résultat</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
        return layout("Importer des clients", desk).response(body)
    }

    private func back(_ preview: ClientPreview) -> HTML {
        """
        <section class="sheet"><h2>Importer des clients</h2><p role="status">\(preview.summary)</p>
        <p class="actions"><a class="button" href="/entreprise/donnees">Choisir un autre fichier</a></p></section>
        """
    }

    private func confirmation(_ desk: Desk, _ preview: ClientPreview) -> HTML {
        """
        <form method="post" action="/entreprise/donnees/clients/importer" enctype="multipart/form-data" class="sheet">
        \(formToken(desk.member))
        <h2>Importer des clients</h2><p role="status">\(preview.summary)</p>
        <input type="hidden" name="table" value="\(preview.table)">
        <p class="actions"><button class="button">Ajouter \(preview.cards.count == 1
            ? "ce client" : "ces \(preview.cards.count.frenchGrouped) clients")</button>
        <a href="/entreprise/donnees">Annuler</a></p>
        </form>
        """
    }
}

extension ClientPreview.Fate {
    fileprivate var html: HTML {
        switch self {
        case .new: "Sera ajouté"
        case .known: "Déjà dans vos clients\u{A0}: laissé tel quel"
        case .wrong(let sentences): "<span class=\"error\">\(sentences.joined(separator: " "))</span>"
        }
    }
}
