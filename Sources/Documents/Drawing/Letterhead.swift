import Accounting
import French
import Invoicing
import PDF

/// The head of the first page: who sells and who buys, what it is, its number and dates.
struct Letterhead {
    let canvas: Canvas
    let document: LegalDocument
    let logo: [UInt8]?

    private var invoice: IssuedInvoice { document.invoice }

    /// The place of a logo, whatever its shape.
    private static let logoRoom = Rectangle(x: Paper.left, y: Paper.top, width: 150, height: 54)
    private static let buyerBox = Rectangle(x: 312, y: 84, width: Paper.right - 312, height: 96)

    /// - Returns: where what follows begins.
    func draw() throws(DrawingError) -> Double {
        let sellerEnd = try drawSeller()
        let buyerEnd = drawBuyer()
        let titleTop = max(sellerEnd, buyerEnd, Paper.stamp.y - 14) + 14
        let titleEnd = drawTitle(at: titleTop)
        return drawSubject(at: drawFacts(at: max(titleEnd + 10, Paper.stamp.y + Paper.stamp.height + 2)) + 6)
    }

    private func drawSeller() throws(DrawingError) -> Double {
        var y = Paper.top
        if let logo {
            let size = try PictureSize(png: logo)
            let scale = min(Self.logoRoom.width / size.width, Self.logoRoom.height / size.height, 0.5)
            let place = Rectangle(
                x: Self.logoRoom.x,
                y: Self.logoRoom.y,
                width: size.width * scale,
                height: size.height * scale
            )
            let name = invoice.seller.tradeName ?? invoice.seller.legalName
            try canvas.tagged(.figure(alternative: printable("Logo de \(name)"))) { () throws(DrawingError) in
                try canvas.picture(png: logo, in: place)
            }
            y += place.height + 10
        }
        let seller = SellerLines(seller: invoice.seller)
        return canvas.tagged(.section) {
            y += paragraph(seller.heading, TextStyle(size: 12, weight: .bold, colour: Paper.ink), at: y)
            for line in seller.lines { y += paragraph(line, Paper.small.with(colour: Paper.ink), at: y) }
            return y
        }
    }

    private func paragraph(
        _ text: String,
        _ style: TextStyle,
        at y: Double,
        x: Double = Paper.left,
        width: Double = 240
    )
        -> Double
    {
        canvas.tagged(.paragraph) {
            canvas.text(printable(text), style, at: Point(x: x, y: y), width: width)
        }
    }

    private func drawBuyer() -> Double {
        let laid = buyerLines
        let height = max(laid.map(\.height).reduce(0, +) + 2 * Self.buyerPadding, 80)
        let top = min(Self.buyerBox.y, Paper.stamp.y - 6 - height)
        canvas.fill(
            Rectangle(x: Self.buyerBox.x, y: top, width: Self.buyerBox.width, height: height),
            colour: Paper.tint,
            cornerRadius: 5
        )
        var y = top + Self.buyerPadding
        canvas.tagged(.section) {
            for text in laid {
                y += canvas.tagged(.paragraph) { canvas.draw(text, at: Point(x: Self.buyerBox.x + 14, y: y)) }
            }
        }
        return top + height
    }

    private static let buyerPadding = 12.0
    /// From under a duplicate's mark to the place of a stamp, in points.
    private static let buyerRoom = Paper.stamp.y - 6 - (Paper.top + 18)

    /// The client in the largest letters that leave the place of a stamp empty.
    private var buyerLines: [Paragraph] {
        var laid: [Paragraph] = []
        for scale in [1, 0.85, 0.7, 0.6, 0.5] {
            laid = buyer.map { text, style in
                var style = style
                style.size *= scale
                return canvas.paragraph(printable(text), style, width: Self.buyerBox.width - 28)
            }
            if laid.map(\.height).reduce(0, +) + 2 * Self.buyerPadding <= Self.buyerRoom { break }
        }
        return laid
    }

    private var buyer: [(text: String, style: TextStyle)] {
        let buyer = invoice.buyer
        var lines = [(document.buyerTitle, Paper.label), (buyer.name, Paper.strong)]
        lines += buyer.address.french.map { ($0, Paper.body) }
        if let siren = buyer.siren { lines.append(("SIREN \(siren.text)", Paper.small)) }
        if let number = buyer.vatNumber { lines.append(("N° TVA \(number)", Paper.small)) }
        return lines
    }

    private func drawTitle(at y: Double) -> Double {
        let style = TextStyle(size: 21, weight: .bold, colour: Paper.brand)
        let number = TextStyle(size: 12.5, weight: .semibold, colour: Paper.ink, hasTabularFigures: true)
        return canvas.tagged(.heading(level: 1)) {
            let height = canvas.text(document.title, style, at: Point(x: Paper.left, y: y))
            return y + height
                + canvas.text(document.printedNumber, number, at: Point(x: Paper.left, y: y + height - 2))
        }
    }

    /// Dates and references, side by side.
    private func drawFacts(at y: Double) -> Double {
        let facts = self.facts
        let column = Paper.width / Double(max(facts.count, 4))
        var lowest = y
        for (place, fact) in facts.enumerated() {
            let x = Paper.left + Double(place) * column
            canvas.tagged(.paragraph) {
                let height = canvas.text(fact.label, Paper.label, at: Point(x: x, y: y), width: column - 8)
                let value = canvas.paragraph(printable(fact.value), Paper.body, width: column - 8)
                lowest = max(lowest, y + height + canvas.draw(value, at: Point(x: x, y: y + height + 1)))
            }
        }
        return lowest
    }

    private var facts: [(label: String, value: String)] {
        var facts = [(document.quote == nil ? "Date d’émission" : "Date du devis", document.issuedOn.frenchShort)]
        if let quote = document.quote {
            facts.append(("Valable jusqu’au", quote.validUntil.frenchShort))
            facts.append(("Nature de l’opération", invoice.seller.activity.natureOfSupply))
        } else if document.creditNote != nil {
            facts.append(("Facture corrigée", "\(invoice.number.text) du \(invoice.issuedOn.frenchShort)"))
        } else {
            facts.append(("Date d’échéance", invoice.dueOn.frenchShort))
            if let day = invoice.suppliedOn { facts.append(("Date de la prestation", day.frenchShort)) }
            facts.append(("Nature de l’opération", invoice.seller.activity.natureOfSupply))
        }
        if !invoice.purchaseOrder.isEmpty {
            facts.append((document.quote == nil ? "Bon de commande" : "Votre référence", invoice.purchaseOrder))
        }
        return facts
    }

    private func drawSubject(at y: Double) -> Double {
        var y = y + 6
        if !invoice.subject.isEmpty {
            y += paragraph("Objet\u{A0}: \(invoice.subject)", Paper.strong, at: y, width: Paper.width) + 2
        }
        if let creditNote = document.creditNote {
            y += paragraph(creditNote.french(correcting: invoice), Paper.body, at: y, width: Paper.width)
            if !creditNote.reason.isEmpty {
                y += paragraph("Motif\u{A0}: \(creditNote.reason)", Paper.body, at: y, width: Paper.width)
            }
        }
        return y + 6
    }
}

/// What a seller says of themselves, in lines.
struct SellerLines {
    let seller: Seller

    var heading: String { seller.tradeName ?? seller.legalName }

    var lines: [String] {
        var lines = seller.tradeName == nil ? [] : [seller.legalName]
        lines += seller.address.french
        lines.append(seller.siret.map { "SIRET \($0.text)" } ?? "SIREN \(seller.siren.text)")
        if let registration = seller.notices.registration { lines.append(registration) }
        if let number = seller.vatNumber { lines.append("N° TVA \(number)") }
        let contact = [seller.contact.phone.map { "Tél.\u{A0}\($0)" }, seller.contact.email].compactMap(\.self)
        if !contact.isEmpty { lines.append(contact.joined(separator: " · ")) }
        return lines
    }
}
