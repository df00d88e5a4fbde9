import Accounting
import French
public import Invoicing
import PDF

/// Where documents are drawn: it holds the fonts and the colours, opened when the first document is drawn.
public final class Press {
    private var opened: Materials?

    /// A press with Debian's fonts.
    public init() {}

    /// Opens the fonts, unless they are open.
    ///
    /// - Throws: `DrawingError.missingFile`, which names the Debian package.
    public func open() throws { _ = try materials }

    var materials: Materials {
        get throws {
            if let opened { return opened }
            let materials = try Materials()
            opened = materials
            return materials
        }
    }

    /// The file of a document as it is issued: PDF/A-3B, tagged for PDF/UA-1, and with its Factur-X invoice inside, which a
    /// quote has none of.
    ///
    /// The same document and logo give the same bytes.
    ///
    /// - Parameters:
    ///   - document: what it says.
    ///   - logo: the seller's logo, a PNG.
    /// - Returns: the bytes of the file.
    /// - Throws: `DrawingError`.
    public func file(of document: LegalDocument, logo: [UInt8]?) throws -> [UInt8] {
        let canvas = try Canvas(try materials, size: Paper.size)
        try DrawnDocument(canvas: canvas, document: document, logo: logo).draw()
        let title = document.title
        let seller = document.invoice.seller
        let drawnAt = document.issuedOn.number * 86_400
        let properties = DocumentProperties(
            title: "\(title) \(document.number.text)",
            author: printable(seller.legalName),
            subject: printable("\(title) de \(seller.legalName) à \(document.invoice.buyer.name)"),
            creator: "NeedMe",
            creationTime: drawnAt,
            facturX: document.quote == nil ? PDF.FacturX() : nil
        )
        guard document.quote == nil else { return try canvas.finished(properties, attachments: []) }
        let xml = Attachment(
            name: FacturX.fileName,
            bytes: FacturX(document).xml,
            mimeType: "text/xml",
            description: "\(title) \(document.number.text) pour les logiciels (Factur-X)",
            relationship: .data,
            modificationTime: drawnAt
        )
        return try canvas.finished(properties, attachments: [xml])
    }

    /// The same file with what is true of it today laid over: a stamp, or the QR codes to pay with.
    ///
    /// - Parameters:
    ///   - pdf: the file as it was issued.
    ///   - marks: what to lay over.
    /// - Returns: the bytes of the file; the same ones when there is nothing to lay over.
    /// - Throws: `DrawingError`.
    public func rendition(of pdf: [UInt8], _ marks: Marks) throws -> [UInt8] {
        guard !marks.isEmpty else { return pdf }
        return try MarkedDocument(materials: try materials, marks: marks).laid(over: pdf)
    }
}
