extension Canvas {
    /// Ends the drawing and lays its pages over pages of a finished document, by their indices from 0.
    ///
    /// The document must come from `finished` or from here, and keeps all it has: attachments, properties, structure. What is
    /// tagged here is read after what it already says. The same document and drawing give the same bytes. The canvas is used
    /// up.
    ///
    /// Throws `cannotOverlay` when the document is another's, when it has no such page, or when a page has another size.
    public func laid(over document: [UInt8], onPages indices: [Int]) throws(DrawingError) -> [UInt8] {
        precondition(indices.count == pageCount, "Each page of the canvas goes over one page of the document.")
        let drawing = try QPDFFile(try drawnBytes())
        let file: QPDFFile
        do { file = try QPDFFile(document) } catch { throw .cannotOverlay("\(error)") }
        var tree = try FinishedTree(of: file)
        let pages = indices.map { file.page($0) }
        drawing.mapGlyphs(of: indices.indices.map { drawing.page($0) })

        var firstNumbers: [Int] = []
        for (index, page) in pages.enumerated() {
            guard 0..<file.pageCount ~= indices[index] else { throw .cannotOverlay("it has no page \(indices[index])") }
            let source = drawing.page(index)
            guard page["/MediaBox"].notation == source["/MediaBox"].notation else {
                throw .cannotOverlay("the page has another size")
            }
            firstNumbers.append(try tree.pieces(of: page).count)
            try lay(source, pieces[index], over: page, firstNumber: firstNumbers[index])
        }
        var writer = StructureWriter(file: file, canvas: self, pages: pages, firstNumbers: firstNumbers)
        for case .element(let element) in root.children { tree.append(writer.write(element, under: tree.root)) }
        for (page, owners) in zip(pages, writer.owners) {
            let known = try tree.pieces(of: page)
            for owner in owners { if let owner { known.append(owner) } }
        }
        for link in writer.annotations { tree.own(link.annotation, by: link.element) }
        try drawing.checkObjects()
        try file.checkObjects()
        return try file.written()
    }

    /// Adds one page's drawing after another's, its resources under names of their own.
    private func lay(
        _ source: QPDFObject,
        _ pieces: [String?],
        over page: QPDFObject,
        firstNumber: Int
    ) throws(DrawingError) {
        guard let bytes = try source["/Contents"].streamBytes() else { throw .writing("a page cannot be read again") }
        let file = page.file
        let resources = page["/Resources"].shallowCopy
        let prefix = Self.freePrefix(among: resources)
        var content = ContentStream(pieces: pieces, firstNumber: firstNumber, prefix: prefix)
        let added = file.copy(source.file.indirect(source["/Resources"]))
        for kind in added.keys where added[kind].isDictionary {
            let known = resources[kind].isDictionary ? resources[kind].shallowCopy : file.parse("<< >>")
            for key in added[kind].keys {
                content.resources.insert(Array(key.utf8))
                known["/" + prefix + key.dropFirst()] = added[kind][key]
            }
            resources[kind] = known
        }
        page["/Resources"] = file.indirect(resources)
        let old = page["/Contents"]
        let contents = file.array([file.stream(Array("q\n".utf8))])
        for part in old.isArray ? old.items : [old] { contents.append(part) }
        contents.append(file.stream(Array("\nQ\n".utf8) + (try content.rewritten(bytes))))
        page["/Contents"] = contents
    }

    /// What no name of a page's resources begins with.
    private static func freePrefix(among resources: QPDFObject) -> String {
        let names = resources.keys.flatMap { resources[$0].keys }
        var count = 1
        while names.contains(where: { $0.hasPrefix("/o\(count)-") }) { count += 1 }
        return "o\(count)-"
    }
}
