/// A QR code as a drawing, in a page or a file of its own, dark on white with its light margin whatever the colours of the page are.
public struct QRPicture: Sendable {
    private let side: Int
    private let path: String
    private let title: String

    /// A drawing.
    ///
    /// - Parameters:
    ///   - side: how many modules a side has, the margins counted.
    ///   - path: the dark modules, as a path of an SVG.
    ///   - title: what it is, for those who do not see it.
    public init(side: Int, path: String, title: String) {
        self.side = side
        self.path = path
        self.title = title
    }

    /// The drawing's markup.
    public var html: HTML {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" shape-rendering="crispEdges"><title>\(title)</title>\
        <path fill="#fff" d="M0 0h\(side)v\(side)H0z"/><path d="\(path)"/></svg>
        """
    }
}
