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
        let paths: [String]

        /// A document with the paths of its files.
        public init(number: String, issuedOn: Day, client: String, amount: Cents, paths: [String]) {
            self.number = number
            self.issuedOn = issuedOn
            self.client = client
            self.amount = amount
            self.paths = paths
        }
    }

    private let company: String
    private let made: String

    /// The index of a company's archive.
    ///
    /// - Parameters:
    ///   - company: its name.
    ///   - made: when the archive was made, in words.
    public init(company: String, made: String) {
        self.company = company
        self.made = made
    }

    /// The page up to its first document.
    public var opening: [UInt8] { bytes(head) }

    private var head: HTML {
        """
        <!DOCTYPE html>
        <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Archive de \(company)</title>
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1f2937; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .4rem; border-bottom: 1px solid #d1d5db; }
        .amount { text-align: right; white-space: nowrap; } a { color: #0b5cad; }
        </style></head><body>
        <h1>Archive de \(company)</h1>
        <p>Faite avec NeedMe le \(made). Le fichier SHA256SUMS porte l’empreinte de chaque fichier\u{A0}: \
        <code>sha256sum -c SHA256SUMS</code> les compare.</p>
        """
    }

    /// The links to some files.
    public func list(_ title: String, _ paths: [String]) -> [UInt8] {
        let items: [HTML] = paths.map { "<li><a href=\"\($0)\">\($0)</a></li>" }
        return bytes("<h2>\(title)</h2><ul>\(items)</ul>\n")
    }

    /// The beginning of the table of documents.
    public var tableHead: [UInt8] { bytes(columns) }

    private var columns: HTML {
        """
        <h2>Factures et avoirs</h2>
        <table><thead><tr><th scope="col">Numéro</th><th scope="col">Émis le</th><th scope="col">Client</th>\
        <th scope="col" class="amount">Montant</th><th scope="col">Fichiers</th></tr></thead><tbody>

        """
    }

    /// A document's row.
    public func row(_ document: Document) -> [UInt8] {
        let files: [HTML] = document.paths.map { path in
            "<a href=\"\(path)\">\(path.hasSuffix(".xml") ? "XML" : "PDF")</a> "
        }
        return bytes(
            """
            <tr><th scope="row">\(document.number)</th><td>\(document.issuedOn.frenchShort)</td>\
            <td>\(document.client)</td><td class="amount">\(document.amount.french)</td><td>\(files)</td></tr>

            """
        )
    }

    /// The page's end.
    public var closing: [UInt8] { bytes("</tbody></table></body></html>\n") }

    private func bytes(_ html: HTML) -> [UInt8] { Array(html.markup.utf8) }
}
