extension Canvas {
    /// Ends the drawing and makes a document of it that keeps PDF/A-3B and PDF/UA-1 (ISO 19005-3, ISO 14289-1).
    ///
    /// The same drawing, properties and attachments give the same bytes. The canvas is used up.
    public func finished(
        _ properties: DocumentProperties,
        attachments: [Attachment] = []
    ) throws(DrawingError) -> [UInt8] {
        let file = try QPDFFile(try drawnBytes())
        let pages = (0..<pageCount).map { file.page($0) }
        for (page, pieces) in zip(pages, pieces) {
            let content = page["/Contents"]
            guard let bytes = try content.streamBytes() else { throw .writing("a page cannot be read again") }
            content.replaceStream(try ContentStream(pieces: pieces).rewritten(bytes))
        }
        file.mapGlyphs(of: pages)
        writeStructure(into: file, pages)
        file.writeProperties(properties, profile: materials.colourProfile)
        file.attach(attachments)
        try file.checkObjects()
        return try file.written()
    }

    private func writeStructure(into file: QPDFFile, _ pages: [QPDFObject]) {
        let tree = file.indirect(file.parse("<< /Type /StructTreeRoot >>"))
        var writer = StructureWriter(file: file, canvas: self, pages: pages, firstNumbers: pages.map { _ in 0 })
        tree["/K"] = file.array([writer.write(root, under: tree)])
        let entries = file.array()
        for (index, page) in pages.enumerated() {
            page["/StructParents"] = file.integer(index)
            // ISO 14289-1 §7.18.3: the tab order is that of the structure.
            page["/Tabs"] = file.parse("/S")
            entries.append(file.integer(index))
            entries.append(file.indirect(file.array(writer.owners[index].compactMap(\.self))))
        }
        for (index, link) in writer.annotations.enumerated() {
            link.annotation["/StructParent"] = file.integer(pages.count + index)
            entries.append(file.integer(pages.count + index))
            entries.append(link.element)
        }
        let parents = file.parse("<< >>")
        parents["/Nums"] = entries
        tree["/ParentTree"] = file.indirect(parents)
        tree["/ParentTreeNextKey"] = file.integer(pages.count + writer.annotations.count)
        file.catalog["/StructTreeRoot"] = tree
        file.catalog["/MarkInfo"] = file.parse("<< /Marked true >>")
    }
}
