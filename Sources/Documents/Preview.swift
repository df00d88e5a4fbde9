import Accounting
import French
public import Invoicing
import PDF

extension Press {
    /// A draft as it would go out, marked « Brouillon », without number and without an electronic invoice inside.
    ///
    /// - Parameters:
    ///   - document: what it would be.
    ///   - logo: the seller's logo, a PNG.
    /// - Returns: the bytes of the file.
    /// - Throws: `DrawingError`.
    public func preview(of document: LegalDocument, logo: [UInt8]?) throws -> [UInt8] {
        let canvas = try Canvas(try materials, size: Paper.size)
        try DrawnDocument(canvas: canvas, document: .preview(document), logo: logo).draw()
        let properties = DocumentProperties(
            title: document.quote == nil ? "Brouillon de facture" : "Brouillon de devis",
            author: printable(document.invoice.seller.legalName),
            subject: printable("Brouillon pour \(document.invoice.buyer.name)"),
            creator: "NeedMe",
            creationTime: document.issuedOn.number * 86_400
        )
        return try canvas.finished(properties)
    }

    /// The first page of the same, as a picture to look at while one types.
    ///
    /// - Parameters:
    ///   - document: what it would be.
    ///   - logo: the seller's logo, a PNG.
    /// - Returns: an SVG.
    /// - Throws: `DrawingError`.
    public func picture(of document: LegalDocument, logo: [UInt8]?) throws -> [UInt8] {
        let canvas = try Canvas(picturing: Paper.size, try materials)
        try DrawnDocument(canvas: canvas, document: .preview(document), logo: logo).draw()
        return try canvas.pictured()
    }
}
