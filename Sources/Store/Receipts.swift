public import Accounting
import MariaDB

/// A payment that was booked, and who is to be told of it.
public struct Receipt: Sendable, Equatable {
    /// The invoice it paid.
    public let invoiceID: Int64
    /// The invoice's number.
    public let number: String
    /// The client's name on that invoice.
    public let client: String
    /// The amount.
    public let amount: Cents
    /// The day it was received, in Paris.
    public let receivedOn: Day
    /// The address that the company's owner logs in with.
    public let ownerEmail: String
}

extension StoreReader {
    /// The receipt of a payment, with what its freelancer is told of it.
    public func receipt(ofPayment paymentID: Int64) throws -> Receipt? {
        let row = try runner.row(
            """
            SELECT p.invoice_id, i.number, d.buyer_name, p.amount_cents, p.received_on, u.email
            FROM payments p
            JOIN invoices i ON i.id = p.invoice_id
            JOIN issued_invoices d ON d.invoice_id = p.invoice_id
            JOIN companies c ON c.id = p.company_id
            JOIN users u ON u.id = c.owner_id
            WHERE p.id = \(paymentID)
            """
        )
        return try row.map { row in
            Receipt(
                invoiceID: try row["invoice_id"],
                number: try row["number"],
                client: try row["buyer_name"],
                amount: try row["amount_cents"],
                receivedOn: try row["received_on"],
                ownerEmail: try row["email"]
            )
        }
    }
}
