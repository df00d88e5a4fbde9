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
    /// For each page, whether each piece that cairo has numbered is content.
    private(set) var pieces: [[Bool]] = []
    private var size: PageSize
    private var open: [StructureElement] = []
    private var decorationDepth = 0
    private var current: Piece?
    /// How many pieces of this page are content.
    private var contentCount = 0

    /// The piece of content between the marks now open.
    private struct Piece {
        let owner: StructureElement?
        let name: String
    }

    /// The name under which cairo marks decoration, of which it knows nothing; finishing the document replaces it.
    static let decorationName = "Private"

    /// A document without pages.
    public init(_ materials: Materials, size: PageSize = .a4) throws(DrawingError) {
        self.materials = materials
        self.size = size
        sheet = try Sheet(size)
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
        if let current, current.owner === owner { return }
        endPiece()
        let page = pieces.count - 1
        if let owner {
            owner.append(.mark(.init(page: page, number: contentCount)))
            contentCount += 1
        }
        pieces[page].append(owner != nil)
        let piece = Piece(owner: owner, name: owner?.name ?? Self.decorationName)
        unsafe cairo_tag_begin(sheet.context, piece.name, nil)
        current = piece
    }

    /// Closes the marks, so that the next thing drawn opens new ones.
    func endPiece() {
        guard let piece = current else { return }
        unsafe cairo_tag_end(sheet.context, piece.name)
        current = nil
    }

    /// Ends the drawing: cairo's own PDF, which conforms to nothing yet.
    func drawnBytes() throws(DrawingError) -> [UInt8] {
        precondition(!pieces.isEmpty, "A document has a page.")
        endPiece()
        sheet.turnPage(to: nil)
        return try sheet.finish()
    }
}
