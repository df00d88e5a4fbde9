import Accounting
public import Documents
import French
public import Invoicing
public import Store

/// The file of an invoice as it is downloaded today: the file that was issued, with what is true of it now laid over.
public struct RenderInvoice {
    private let invoice: Invoice
    private let issued: IssuedInvoice
    private let link: String
    private let canBePaidOnline: Bool
    private let cancelledBy: String?
    private let isDuplicate: Bool

    /// - Parameters:
    ///   - invoice: where it stands.
    ///   - issued: what it says.
    ///   - link: the token of its newest link, which the code for a card opens.
    ///   - canBePaidOnline: whether a client may pay it by card now.
    ///   - cancelledBy: the number of the credit note that cancelled it.
    ///   - isDuplicate: whether the client has a copy already.
    public init(
        invoice: Invoice,
        issued: IssuedInvoice,
        link: String,
        canBePaidOnline: Bool,
        cancelledBy: String?,
        isDuplicate: Bool = false
    ) {
        self.invoice = invoice
        self.issued = issued
        self.link = link
        self.canBePaidOnline = canBePaidOnline
        self.cancelledBy = cancelledBy
        self.isDuplicate = isDuplicate
    }

    /// The bytes of the file.
    ///
    /// - Throws: ``NotFound`` when no file was kept.
    public func run(_ reader: StoreReader, _ press: Press, publicOrigin: String) throws -> [UInt8] {
        guard let file = try reader.file(ofInvoice: invoice.id) else { throw NotFound() }
        return try press.rendition(of: file.pdf, marks(publicOrigin))
    }

    private func marks(_ publicOrigin: String) -> Marks {
        Marks(
            stamp: stamp,
            remainder: remainder,
            isDuplicate: isDuplicate,
            cardAddress: canBePaidOnline ? "\(publicOrigin)/f/\(link)/payer" : nil,
            transfer: TransferCode(for: invoice, issued)
        )
    }

    private var remainder: Cents? {
        let due = invoice.state.due
        return due > .zero && due < invoice.total ? due : nil
    }

    private var stamp: Marks.Stamp? {
        switch invoice.state {
        case .paid: .paid(on: invoice.paidOn)
        case .cancelled: cancelledBy.map(Marks.Stamp.cancelled)
        case .draft, .open, .processing: nil
        }
    }
}

extension TransferCode {
    /// The code of a transfer of what an invoice awaits now; nil when there is nothing to transfer, or nowhere.
    public init?(for invoice: Invoice, _ issued: IssuedInvoice) {
        guard invoice.state.isOpen, let bank = issued.seller.bank else { return nil }
        self.init(
            bank: bank,
            beneficiary: issued.seller.name,
            amount: invoice.state.due,
            reference: issued.number.text
        )
    }
}
