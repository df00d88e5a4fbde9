/// The logical tree of a finished document, as `Canvas.finished` writes it, to be added to.
struct FinishedTree {
    /// The element that holds all others.
    let root: QPDFObject
    private let file: QPDFFile
    private let tree: QPDFObject
    /// Keys and values by turns: a page's or an annotation's number, and the elements of its pieces or the element.
    private let entries: QPDFObject
    private let pieces: [Int: QPDFObject]
    private var nextKey: Int

    init(of file: QPDFFile) throws(DrawingError) {
        self.file = file
        tree = file.catalog["/StructTreeRoot"]
        guard tree.isDictionary, let root = tree["/K"].items.first, root["/S"].name == "/Document" else {
            throw .cannotOverlay("it has no structure")
        }
        self.root = root
        entries = tree["/ParentTree"]["/Nums"]
        let items = entries.items
        guard !items.isEmpty, items.count.isMultiple(of: 2), tree["/ParentTreeNextKey"].isInteger else {
            throw .cannotOverlay("its structure is another program's")
        }
        nextKey = tree["/ParentTreeNextKey"].integer
        let pairs = stride(from: 0, to: items.count, by: 2).map { (items[$0].integer, items[$0 + 1]) }
        pieces = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The elements of a page's pieces of content, in the order of their numbers.
    func pieces(of page: QPDFObject) throws(DrawingError) -> QPDFObject {
        guard page["/StructParents"].isInteger, let known = pieces[page["/StructParents"].integer], known.isArray else {
            throw .cannotOverlay("its structure does not know the page")
        }
        return known
    }

    /// Adds an element after all others.
    func append(_ element: QPDFObject) {
        if !root["/K"].isArray { root["/K"] = file.array(root["/K"].isNull ? [] : [root["/K"]]) }
        root["/K"].append(element)
    }

    /// Says whose an annotation is.
    mutating func own(_ annotation: QPDFObject, by element: QPDFObject) {
        annotation["/StructParent"] = file.integer(nextKey)
        entries.append(file.integer(nextKey))
        entries.append(element)
        nextKey += 1
        tree["/ParentTreeNextKey"] = file.integer(nextKey)
    }
}
