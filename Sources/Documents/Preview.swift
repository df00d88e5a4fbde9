import Accounting
import French
public import Invoicing
import PDF

extension Press {
    /// A draft as it would be issued, marked « Brouillon », without number and without an electronic invoice inside.
    ///
    /// - Parameters:
    ///   - invoice: what it would say.
    ///   - logo: the seller's logo, a PNG.
    /// - Returns: the bytes of the file.
    /// - Throws: `DrawingError`.
    public func preview(of invoice: IssuedInvoice, logo: [UInt8]?) throws -> [UInt8] {
        let canvas = try Canvas(try materials, size: Paper.size)
        try DrawnDocument(canvas: canvas, document: .preview(invoice), logo: logo).draw()
        let properties = DocumentProperties(
            title: "Brouillon de facture",
            author: printable(invoice.seller.legalName),
            subject: printable("Brouillon pour \(invoice.buyer.name)"),
            creator: "NeedMe",
            creationTime: invoice.issuedOn.number * 86_400
        )
        return try canvas.finished(properties)
    }

    /// The first page of the same, as a picture to look at while one types.
    ///
    /// - Parameters:
    ///   - invoice: what it would say.
    ///   - logo: the seller's logo, a PNG.
    /// - Returns: an SVG.
    /// - Throws: `DrawingError`.
    public func picture(of invoice: IssuedInvoice, logo: [UInt8]?) throws -> [UInt8] {
        let canvas = try Canvas(picturing: Paper.size, try materials)
        try DrawnDocument(canvas: canvas, document: .preview(invoice), logo: logo).draw()
        return try canvas.pictured()
    }
}
