import Accounting
import French
import PDF

/// The paper of a register, on its side: where its columns stand, in points.
enum RegisterPaper {
    static let size = PageSize(width: PageSize.a4.height, height: PageSize.a4.width)
    static let left = 36.0
    static let right = size.width - 36
    static let top = 36.0
    static let bottom = size.height - 50
    static let footer = size.height - 34
    static let headHeight = 20.0

    static let cell = TextStyle(size: 7.5, colour: Paper.ink, lineSpacing: 0.95)
    static let amount = TextStyle(
        size: 7.5,
        colour: Paper.ink,
        alignment: .trailing,
        hasTabularFigures: true,
        lineSpacing: 0.95
    )
    static let sum = TextStyle(
        size: 8,
        weight: .semibold,
        colour: Paper.ink,
        alignment: .trailing,
        hasTabularFigures: true
    )

    /// One column.
    struct Column: Sendable {
        let heading: String
        let x: Double
        let width: Double
        let style: TextStyle
        let text: @Sendable (RegisterDocument.Row) -> String
    }

    /// The columns, from left to right; « débours » have one where a line has any.
    static func columns(withDisbursements: Bool) -> [Column] {
        let room = withDisbursements ? 0.0 : 25.0
        let widths: [(String, Double, TextStyle, @Sendable (RegisterDocument.Row) -> String)] = [
            ("N°", 34, cell, { String($0.line.sequence) }),
            ("Encaissé le", 50, cell, { $0.line.entry.receivedOn.frenchShort }),
            ("Pièce", 62, cell, { $0.line.entry.document }),
            ("Client", 92 + room, cell, { $0.line.entry.client }),
            ("Nature", 100 + room, cell, { $0.line.entry.nature }),
            ("Catégorie", 56, cell, { $0.line.entry.activity.french }),
            ("HT", 56, amount, { $0.shares.net.french }),
            ("TVA", 48, amount, { $0.shares.tax.french }),
            (disbursements, 50, amount, { $0.shares.disbursed == .zero ? "" : $0.shares.disbursed.french }),
            ("TTC", 58, amount, { $0.line.entry.amount.french }),
            ("Mode", 46, cell, { $0.line.entry.means.rawValue }),
            ("Référence", 62, cell, { $0.line.entry.reference }),
            ("Empreinte", 55, cell, { String($0.line.fingerprint.hexadecimal.prefix(8)) + "…" }),
        ]
        var x = left
        return widths.filter { withDisbursements || $0.0 != disbursements }.map { heading, width, style, text in
            defer { x += width }
            return Column(heading: heading, x: x, width: width - 6, style: style, text: text)
        }
    }

    private static let disbursements = "Débours*"
}
