import CPangoCairo

/// A document being drawn, page after page.
///
/// What is drawn inside `tagged` is content, read aloud in the order of drawing. Everything else is decoration: text outside
/// of any tag or inside `decoration`, and every line and surface that is not part of a figure (ISO 14289-1 §7.1).
///
/// cairo keeps its first error to itself until the document is finished; drawing does not throw.
public final class Canvas {
    let materials: Materials
    let sheet: Sheet
    let root = StructureElement(name: "Document")
    var links: [Link] = []
    /// For each page, the pieces that cairo has numbered: the name of the element, nil for decoration.
    private(set) var pieces: [[String?]] = []
    private var size: PageSize
    private var open: [StructureElement] = []
    private var decorationDepth = 0
    /// Whose the marks now open are; nil when none are open.
    private var current: Piece?
    /// How many pieces of this page are content.
    private var contentCount = 0

    private enum Piece {
        case content(of: StructureElement)
        case decoration
    }

    /// What cairo calls every piece; finishing the document gives them their names, of which cairo 1.16 does not know all.
    private static let pieceName = "P"

    /// A document without pages.
    public init(_ materials: Materials, size: PageSize = .a4) throws(DrawingError) {
        self.materials = materials
        self.size = size
        sheet = try Sheet(size, .document)
    }

    /// A document of which only a picture of the first page is wanted; see ``pictured()``.
    public init(picturing size: PageSize, _ materials: Materials) throws(DrawingError) {
        self.materials = materials
        self.size = size
        sheet = try Sheet(size, .picture)
    }

    /// How many pages there are.
    public var pageCount: Int { pieces.count }

    /// Begins a page; a tag may be open, and goes on there.
    public func addPage(size: PageSize? = nil) {
        endPiece()
        if pieces.isEmpty {
            sheet.resize(to: size ?? self.size)
        } else {
            sheet.turnPage(to: size)
        }
        pieces.append([])
        contentCount = 0
    }

    /// Draws what belongs to one element of the document's structure.
    public func tagged<Value, Failure>(
        _ tag: StructureTag,
        _ draw: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try inside(StructureElement(tag), draw)
    }

    /// Draws what nobody needs to hear: page numbers, repeated headings.
    public func decoration<Value, Failure>(_ draw: () throws(Failure) -> Value) throws(Failure) -> Value {
        decorationDepth += 1
        defer { decorationDepth -= 1 }
        return try draw()
    }

    func inside<Value, Failure>(
        _ element: StructureElement,
        _ draw: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        if decorationDepth == 0 { (open.last ?? root).append(.element(element)) }
        open.append(element)
        defer { open.removeLast() }
        return try draw()
    }

    /// The element now open.
    var innermost: StructureElement? { decorationDepth == 0 ? open.last : nil }

    /// Draws a text, which belongs to the innermost tag.
    func content(_ draw: (OpaquePointer) -> Void) {
        begin(innermost)
        unsafe draw(sheet.context)
    }

    /// Draws a shape: part of a figure, or decoration.
    func shape(_ draw: (OpaquePointer) -> Void) {
        begin(innermost.flatMap { $0.name == "Figure" ? $0 : nil })
        unsafe draw(sheet.context)
    }

    private func begin(_ owner: StructureElement?) {
        precondition(!pieces.isEmpty, "A page is added before anything is drawn.")
        switch (current, owner) {
        case (.content(let open), let owner?) where open === owner: return
        case (.decoration, nil): return
        default: endPiece()
        }
        let page = pieces.count - 1
        if let owner {
            owner.append(.mark(.init(page: page, number: contentCount)))
            contentCount += 1
        }
        pieces[page].append(owner?.name)
        unsafe cairo_tag_begin(sheet.context, Self.pieceName, nil)
        current = owner.map { .content(of: $0) } ?? .decoration
    }

    /// Closes the marks, so that the next thing drawn opens new ones.
    func endPiece() {
        guard current != nil else { return }
        unsafe cairo_tag_end(sheet.context, Self.pieceName)
        current = nil
    }

    /// Ends the drawing: the first page as an SVG, whose letters are shapes, so that it needs no font.
    public func pictured() throws(DrawingError) -> [UInt8] {
        precondition(!pieces.isEmpty, "A picture has a page.")
        endPiece()
        return try sheet.finish()
    }

    /// Ends the drawing: cairo's own PDF, which conforms to nothing yet.
    func drawnBytes() throws(DrawingError) -> [UInt8] {
        precondition(!pieces.isEmpty, "A document has a page.")
        endPiece()
        sheet.turnPage(to: nil)
        return try sheet.finish()
    }
}
