public import Accounting
import French

/// The register as a table: the columns that the law asks for, and those that prove and explain them.
public enum RegisterSheet {
    /// The header line.
    public static let header = [
        "N° d’ordre", "Date d’encaissement", "N° de pièce", "Client", "Nature", "Catégorie", "Montant HT", "TVA",
        "Débours (hors chiffre d’affaires)", "Montant encaissé TTC", "Mode de règlement", "Référence", "Empreinte",
    ]

    /// A line.
    ///
    /// - Parameters:
    ///   - line: what the register says.
    ///   - shares: what its amount is made of.
    /// - Returns: the cells, in the header's order.
    public static func cells(_ line: RegisterLine, shares: Shares) -> [CSV.Cell] {
        let entry = line.entry
        return [
            .plain(String(line.sequence)), .plain(entry.receivedOn.frenchShort), .text(entry.document),
            .text(entry.client), .text(entry.nature), .text(entry.activity.french), .plain(shares.net.euros),
            .plain(shares.tax.euros), .plain(shares.disbursed.euros),
            .plain(entry.amount.euros), .text(entry.means.rawValue),
            .text(entry.reference), .plain(line.fingerprint.hexadecimal),
        ]
    }
}
