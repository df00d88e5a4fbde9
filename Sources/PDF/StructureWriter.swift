/// Writes the logical tree of a canvas into a document of qpdf's (ISO 32000-1 §14.7).
struct StructureWriter {
    let file: QPDFFile
    /// For each page of the canvas, the page it is drawn on.
    let pages: [QPDFObject]
    /// For each page of the canvas, the number of its first piece of content.
    let firstNumbers: [Int]
    let links: [Link]
    /// For each page of the canvas, the element of each of its pieces, in the order of their numbers.
    private(set) var owners: [[QPDFObject?]]
    /// The elements of links, in the order of the tree, with what they open.
    private(set) var annotations: [(annotation: QPDFObject, element: QPDFObject)] = []

    init(file: QPDFFile, canvas: Canvas, pages: [QPDFObject], firstNumbers: [Int]) {
        self.file = file
        self.pages = pages
        self.firstNumbers = firstNumbers
        links = canvas.links
        owners = canvas.pieces.map { pieces in Array(repeating: nil, count: pieces.count { $0 != nil }) }
    }

    /// Writes an element and what is below it; answers with the element.
    mutating func write(_ element: StructureElement, under parent: QPDFObject) -> QPDFObject {
        let attributes = element.attributes.map { " /A \($0)" } ?? ""
        let object = file.indirect(file.parse("<< /Type /StructElem /S /\(element.name)\(attributes) >>"))
        object["/P"] = parent
        if let alternative = element.alternative { object["/Alt"] = file.text(alternative) }
        let page = firstPage(of: element)
        if let page { object["/Pg"] = pages[page] }
        let kids = element.children.map { kid(for: $0, in: object, page: page) }
        if kids.count == 1 {
            object["/K"] = kids[0]
        } else if !kids.isEmpty {
            object["/K"] = file.array(kids)
        }
        return object
    }

    private func firstPage(of element: StructureElement) -> Int? {
        for case .mark(let mark) in element.children { return mark.page }
        return nil
    }

    private mutating func kid(for child: StructureElement.Child, in parent: QPDFObject, page: Int?) -> QPDFObject {
        switch child {
        case .element(let element):
            return write(element, under: parent)
        case .mark(let mark):
            owners[mark.page][mark.number] = parent
            let number = firstNumbers[mark.page] + mark.number
            guard mark.page != page else { return file.integer(number) }
            let reference = file.parse("<< /Type /MCR /MCID \(number) >>")
            reference["/Pg"] = pages[mark.page]
            return reference
        case .link(let index):
            let annotation = annotation(for: links[index])
            annotations.append((annotation, parent))
            let reference = file.parse("<< /Type /OBJR >>")
            reference["/Obj"] = annotation
            reference["/Pg"] = pages[links[index].page]
            return reference
        }
    }

    /// Writes what opens an address, and adds it to its page.
    private func annotation(for link: Link) -> QPDFObject {
        let page = pages[link.page]
        let height = page["/MediaBox"].items.last?.real ?? 0
        let (left, right) = (link.place.x, link.place.x + link.place.width)
        let (top, bottom) = (height - link.place.y, height - link.place.y - link.place.height)
        let annotation = file.indirect(
            file.parse(
                """
                << /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [\(notation(left)) \(notation(bottom)) \
                \(notation(right)) \(notation(top))] /A << /Type /Action /S /URI >> >>
                """
            )
        )
        annotation["/A"]["/URI"] = file.text(percentEncoded(link.address))
        annotation["/Contents"] = file.text(link.description)
        if !page["/Annots"].isArray { page["/Annots"] = file.array() }
        page["/Annots"].append(annotation)
        return annotation
    }
}

/// A length in hundredths, as PDF writes numbers: no exponent.
private func notation(_ value: Double) -> String {
    let hundredths = Int((min(max(value, -1_000_000), 1_000_000) * 100).rounded())
    let fraction = String(abs(hundredths) % 100)
    return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)." + (fraction.count < 2 ? "0" : "") + fraction
}

/// An address in the seven bits that a URI has (ISO 32000-1 §12.6.4.7).
private func percentEncoded(_ address: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF")
    return address.utf8.reduce(into: "") { text, byte in
        if (0x21...0x7E).contains(byte) {
            text.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            text += "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
        }
    }
}
