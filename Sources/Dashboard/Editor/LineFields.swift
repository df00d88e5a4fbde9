import French
import Invoicing
import Web

/// The lines of a document that is being written, a group of fields for each; the messages of row 2 are named "price-2".
struct LineFields {
    let lines: [LineInput]
    let seller: Seller
    let messages: [String: String]

    var html: HTML {
        let rows: [HTML] = lines.enumerated().map { row, line in
            """
            <fieldset class="line"><legend>Ligne \(row + 1)</legend>
            <button class="remove" name="action" value="remove-\(row)">Supprimer la ligne<span class="unseen"> \(row + 1)</span></button>
            \(designation(row, line.designation))
            \(cell("quantity", row, "Quantité", line.quantity, limit: 20, isNumber: true))
            \(cell("unit", row, "Unité", line.unit, limit: 20))
            \(cell("price", row, "Prix unitaire HT", line.price, limit: 20, isNumber: true))
            \(cell("discount", row, "Remise, en %", line.discount, limit: 6, isNumber: true))
            \(treatment(row, line))
            </fieldset>
            """
        }
        return """
            <div class="lines">\(rows)</div>
            <p class="hint disbursed">Débours\u{A0}: le prix TTC que vous avez payé pour votre client, sans TVA ni remise. Il n’entre pas \
            dans votre chiffre d’affaires. Gardez le justificatif, établi à son nom.</p>
            """
    }

    private func designation(_ row: Int, _ value: String) -> HTML {
        let id = "designation-\(row)"
        let message = messages[id]
        return """
            <div class="field designation\(if: message != nil, " wrong")"><label for="\(id)">Désignation</label>
            <textarea id="\(id)" name="designation" rows="\(value.contains(where: \.isNewline) ? 4 : 2)" maxlength="10000"\
            \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"\(id)-message\"")>\n\(value)</textarea>
            \(message.map { "<p class=\"error\" id=\"\(id)-message\">\($0)</p>" as HTML })</div>
            """
    }

    private func cell(
        _ name: String,
        _ row: Int,
        _ label: String,
        _ value: String,
        limit: Int,
        isNumber: Bool = false
    ) -> HTML {
        let id = "\(name)-\(row)"
        let message = messages[id]
        return """
            <div class="field \(name)\(if: message != nil, " wrong")"><label for="\(id)">\(label)</label>
            <input id="\(id)" name="\(name)"\(if: isNumber, " inputmode=\"decimal\"") value="\(value)" maxlength="\(limit)" autocomplete="off"\
            \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"\(id)-message\"")>
            \(message.map { "<p class=\"error\" id=\"\(id)-message\">\($0)</p>" as HTML })</div>
            """
    }

    private func treatment(_ row: Int, _ line: LineInput) -> HTML {
        let message = messages["vat-\(row)"]
        let options: [HTML] = seller.possibleVAT.map { vat in
            "<option value=\"\(vat.formValue)\"\(if: line.vat == vat.formValue, " selected")>\(vat.frenchType)</option>"
        }
        return """
            <div class="field vat\(if: message != nil, " wrong")"><label for="vat-\(row)">\(seller.isUnderFranchise ? "Type" : "TVA")</label>
            <select id="vat-\(row)" name="vat"\
            \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"vat-\(row)-message\"")>\(options)</select>
            \(message.map { "<p class=\"error\" id=\"vat-\(row)-message\">\($0)</p>" as HTML })</div>
            """
    }
}
