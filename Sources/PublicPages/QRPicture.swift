import PDF
import Web

/// A QR code as a drawing in the page, dark on white with its light margin whatever the colours of the page are.
struct QRPicture {
    let code: QRCode
    /// What it is, for those who do not see it.
    let title: String

    var html: HTML {
        let side = code.side + 2 * QRCode.margin
        return """
            <svg viewBox="0 0 \(side) \(side)" role="img" shape-rendering="crispEdges"><title>\(title)</title>\
            <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path d="\(drawing)"/></svg>
            """
    }

    private var drawing: String {
        code.runs.map { run in
            "M\(run.x + QRCode.margin) \(run.y + QRCode.margin)h\(run.width)v\(run.height)h-\(run.width)z"
        }.joined()
    }
}
