import Invoicing
import Mail
import Store

/// The document that a mail is about.
struct Enclosure {
    /// "Facture F-2026-0001".
    let title: String
    /// The name that the client knows.
    let seller: String
    /// What the link is called.
    let button: String
    /// What it is, in the identity of its mails.
    let word: String
    private let paper: Paper

    private enum Paper {
        case invoice(link: Token?)
        case quote(Int64, SentQuote)
    }

    /// The document of a mail.
    ///
    /// - Throws: ``NotFound``.
    init(_ sending: Sending, _ reader: StoreReader) throws {
        switch sending.document {
        case .invoice(let id):
            guard let issued = try reader.issuedInvoice(id) else { throw NotFound() }
            (button, word) = ("Voir la facture", "invoice")
            title = "\(issued.kind == .deposit ? "Facture d’acompte" : "Facture") \(issued.number.text)"
            seller = issued.seller.tradeName ?? issued.seller.name
            paper = .invoice(link: sending.link.flatMap { Token(String($0.suffix(43))) })
        case .quote(let id):
            guard let sent = try reader.sentQuote(id) else { throw NotFound() }
            (button, word) = ("Voir le devis", "quote")
            title = "Devis \(sent.number.text)"
            seller = sent.document.seller.tradeName ?? sent.document.seller.name
            paper = .quote(id, sent)
        }
    }

    /// The file as the client's page gives it at this moment.
    func file(in office: Office) throws -> Message.File? {
        let reader = office.store.reader
        switch paper {
        case .invoice(let link):
            // A link that was replaced meanwhile opens nothing: its mail goes without a file.
            guard let link, let shared = try reader.sharedInvoice(tokenHash: link.fingerprint) else { return nil }
            let pdf = try RenderInvoice(
                invoice: shared.invoice,
                issued: shared.issued,
                link: link.text,
                canBePaidOnline: shared.canBePaidOnline,
                cancelledBy: shared.cancelledBy
            ).run(reader, office.press, publicOrigin: office.publicOrigin)
            return .pdf(pdf, shared.issued.number)
        case .quote(let id, let sent):
            return .pdf(try RenderQuote(id: id, sent: sent).run(reader, office.press), sent.number)
        }
    }
}

extension Message.File {
    fileprivate static func pdf(_ bytes: [UInt8], _ number: InvoiceNumber) -> Message.File {
        Message.File(name: number.text + ".pdf", type: "application/pdf", bytes: bytes)
    }
}
