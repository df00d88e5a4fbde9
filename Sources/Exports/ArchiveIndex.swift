public import Accounting
import French
import Web

/// The page that opens an archive in any browser, without a network: what is in it, and where.
public struct ArchiveIndex {
    /// A document of the archive.
    public struct Document: Sendable {
        let number: String
        let issuedOn: Day
        let client: String
        let amount: Cents
        let path: String

        /// A document; its files stand at the path, as `.pdf` and as `.xml`.
        public init(number: String, issuedOn: Day, client: String, amount: Cents, path: String) {
            self.number = number
            self.issuedOn = issuedOn
            self.client = client
            self.amount = amount
            self.path = path
        }
    }

    private let company: String
    private let moment: String

    /// The index of a company's archive.
    ///
    /// - Parameters:
    ///   - company: its name.
    ///   - moment: when the archive was made, in words.
    public init(company: String, moment: String) {
        self.company = company
        self.moment = moment
    }

    /// The page up to its first table of documents, with links to the files that are tables.
    public func opening(sheets: [String], registers: [String], tables: [String]) -> [UInt8] {
        bytes(
            """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Archive de \(company)</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid #8888; font-weight: normal; }
            thead th { font-weight: 600; }
            .amount { text-align: right; white-space: nowrap; }
            </style></head><body>
            <h1>Archive de \(company)</h1>
            <p>Faite avec NeedMe le \(moment). Cette page s’ouvre sans connexion\u{A0}: gardez le dossier entier.</p>
            <p>Conservez vos factures, vos avoirs et votre registre dix ans (code de commerce, article L123-22).</p>
            <h2>Pour un tableur</h2><ul>\(links(sheets))</ul>
            <h2>Registre des recettes</h2><ul>\(links(registers))</ul>
            <h2>Pour un logiciel</h2>
            <p>Toutes les données, telles que NeedMe les conserve\u{A0}:</p><ul>\(links(tables))</ul>
            <p>Le fichier <a href="SHA256SUMS">SHA256SUMS</a> porte l’empreinte de chaque fichier\u{A0}; \
            <code>sha256sum -c SHA256SUMS</code> les vérifie.</p>

            """
        )
    }

    private func links(_ paths: [String]) -> [HTML] {
        paths.map { "<li><a href=\"\($0)\">\($0)</a></li>" }
    }

    /// The beginning of a table of documents.
    public func tableOpening(_ title: String) -> [UInt8] {
        bytes(
            """
            <h2>\(title)</h2>
            <table><thead><tr><th scope="col">Numéro</th><th scope="col">Émis le</th><th scope="col">Client</th>\
            <th scope="col" class="amount">Montant TTC</th><th scope="col">Fichiers</th></tr></thead><tbody>

            """
        )
    }

    /// A document's row.
    public func row(_ document: Document) -> [UInt8] {
        bytes(
            """
            <tr><th scope="row">\(document.number)</th><td>\(document.issuedOn.frenchShort)</td>\
            <td>\(document.client)</td><td class="amount">\(document.amount.french)</td>\
            <td><a href="\(document.path).pdf">PDF</a> <a href="\(document.path).xml">XML</a></td></tr>

            """
        )
    }

    /// The end of a table of documents.
    public var tableClosing: [UInt8] { bytes("</tbody></table>\n") }

    /// The page's end.
    public var closing: [UInt8] { bytes("</body></html>\n") }

    private func bytes(_ html: HTML) -> [UInt8] { Array(html.markup.utf8) }
}
