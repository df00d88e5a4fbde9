public import Accounting
import French
public import Invoicing
import PDF

/// Some lines of a register, to be put on paper.
public struct RegisterDocument: Sendable {
    /// A line with what its amount is made of.
    public struct Row: Sendable {
        let line: RegisterLine
        let shares: Shares

        /// A row.
        public init(line: RegisterLine, shares: Shares) {
            self.line = line
            self.shares = shares
        }
    }

    let seller: Seller
    let period: RegisterPeriod
    let activity: Activity?
    let rows: [Row]
    let drawnOn: Day

    /// A document.
    ///
    /// - Parameters:
    ///   - seller: whose register.
    ///   - period: which days of receipt.
    ///   - activity: which category; nil for all.
    ///   - rows: the lines, day by day.
    ///   - drawnOn: the day it is dated by.
    public init(seller: Seller, period: RegisterPeriod, activity: Activity?, rows: [Row], drawnOn: Day) {
        self.seller = seller
        self.period = period
        self.activity = activity
        self.rows = rows
        self.drawnOn = drawnOn
    }

    /// True when a line has « débours » in it.
    var hasDisbursements: Bool { rows.contains { $0.shares.disbursed != .zero } }

    var title: String {
        "Registre des recettes\u{A0}: \(period.french)" + (activity.map { ", \($0.french)" } ?? "")
    }
}

extension Press {
    /// The file of a register; the same input gives the same bytes.
    public func register(_ document: RegisterDocument) throws -> [UInt8] {
        let canvas = try Canvas(try materials, size: RegisterPaper.size)
        DrawnRegister(document, on: canvas).draw()
        let properties = DocumentProperties(
            title: printable(document.title),
            author: printable(document.seller.legalName),
            subject: printable("Registre des recettes de \(document.seller.legalName)"),
            creator: "NeedMe",
            creationTime: document.drawnOn.number * 86_400
        )
        return try canvas.finished(properties)
    }
}
