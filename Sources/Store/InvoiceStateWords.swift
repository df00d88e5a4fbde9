import Accounting
import Invoicing

extension InvoiceState {
    /// The state of a row; `total` is what is asked, once credit notes took off their part.
    init(word: String, paid: Cents, total: Cents) throws {
        switch word {
        case "draft": self = .draft
        case "open": self = .open(paid: paid, of: total)
        case "processing": self = .processing(paid: paid, of: total)
        case "paid": self = .paid(total)
        case "cancelled": self = .cancelled(paid: paid)
        default: throw UnreadableRecord("an invoice in the unknown state \(word)")
        }
    }

    var word: String {
        switch self {
        case .draft: "draft"
        case .open: "open"
        case .processing: "processing"
        case .paid: "paid"
        case .cancelled: "cancelled"
        }
    }

    /// What is asked, once credit notes took off their part; nil when nothing is asked any more, or not yet.
    var asked: Cents? {
        switch self {
        case .open(_, let total), .processing(_, let total), .paid(let total): total
        case .draft, .cancelled: nil
        }
    }

    var paid: Cents {
        switch self {
        case .draft: .zero
        case .open(let paid, _), .processing(let paid, _), .paid(let paid), .cancelled(let paid): paid
        }
    }
}
