import Accounting
import French
import Store
import Web

extension Dashboard {
    func register(_ desk: Desk) throws -> Response {
        let lines = try reader.registerLines(of: desk.companyID, limit: .max)
        let body: HTML = """
            <div class="head"><h1>Registre des recettes</h1></div>
            \(lines.isEmpty ? noReceipt : table(lines))
            """
        return layout("Registre des recettes", desk, at: .register).response(body)
    }

    private var noReceipt: HTML {
        """
        <div class="empty"><p>Aucun encaissement pour l’instant.</p>
        <p>Chaque paiement en ligne s’y inscrit de lui-même.</p></div>
        """
    }

    private func table(_ lines: [RegisterLine]) -> HTML {
        """
        <div class="scroll" role="region" aria-label="Registre" tabindex="0"><table class="list register">
        <caption>Encaissements dans leur ordre\u{A0}; aucune ligne ne peut être modifiée ni supprimée</caption>
        <thead><tr><th scope="col">N° d’ordre</th><th scope="col">Encaissé le</th><th scope="col">Pièce</th>\
        <th scope="col">Client</th><th scope="col">Nature</th><th scope="col">Catégorie</th>\
        <th scope="col" class="amount">Montant</th><th scope="col">Mode</th><th scope="col">Référence</th></tr></thead>
        <tbody>\(lines.map(row))</tbody>
        <tfoot><tr><th scope="row" colspan="6">Total</th>\
        <td class="amount"><strong>\(lines.map(\.entry.amount).sum.french)</strong></td><td colspan="2"></td></tr></tfoot>
        </table></div>
        """
    }

    private func row(_ line: RegisterLine) -> HTML {
        let entry = line.entry
        return """
            <tr><th scope="row" data-label="N° d’ordre">\(line.sequence)</th>\
            <td data-label="Encaissé le">\(entry.receivedOn.frenchShort)</td>
            <td class="number" data-label="Pièce">\(entry.document)</td><td data-label="Client">\(entry.client)</td>\
            <td data-label="Nature">\(entry.nature)</td><td data-label="Catégorie">\(entry.activity.french)</td>
            <td class="amount" data-label="Montant">\(entry.amount.french)</td>\
            <td data-label="Mode">\(entry.means.rawValue)</td>
            <td class="reference" data-label="Référence" title="Empreinte \(line.fingerprint.hexadecimal)">\
            \(entry.reference)</td></tr>
            """
    }
}
