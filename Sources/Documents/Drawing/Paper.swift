import PDF

/// The sheet on which every document is drawn: A4, lengths in points from its top left corner.
///
/// Where a stamp and the QR codes go later is part of it: files issued before must find the same place empty.
enum Paper {
    static let size = PageSize.a4
    static let left = 48.0
    static let right = size.width - 48
    static let width = right - left
    static let top = 44.0
    /// The lowest place that lines and totals may reach.
    static let bottom = size.height - 58
    static let footer = size.height - 42

    /// On the first page, for a stamp.
    static let stamp = Rectangle(x: right - 190, y: 204, width: 190, height: 64)
    /// At the foot of the last page, for the QR codes; left empty on every invoice.
    static let payment = Rectangle(x: left, y: bottom - 102, width: width, height: 102)

    static let ink = Colour(0x1F2937)
    static let soft = Colour(0x4B5563)
    static let brand = Colour(0x0F5C4D)
    static let tint = Colour(0xE6F0ED)
    static let rule = Colour(0xD1D5DB)

    static let body = TextStyle(size: 9, colour: ink, lineSpacing: 0.95)
    static let strong = TextStyle(size: 9, weight: .semibold, colour: ink, lineSpacing: 0.95)
    static let small = TextStyle(size: 7.5, colour: soft, lineSpacing: 0.95)
    static let label = TextStyle(size: 7.5, weight: .semibold, colour: soft, lineSpacing: 0.95)
    static let figures = TextStyle(
        size: 9,
        colour: ink,
        alignment: .trailing,
        hasTabularFigures: true,
        lineSpacing: 0.95
    )
}

extension TextStyle {
    func with(alignment: Alignment? = nil, colour: Colour? = nil) -> TextStyle {
        var style = self
        if let alignment { style.alignment = alignment }
        if let colour { style.colour = colour }
        return style
    }
}

/// A text as the font can set it.
///
/// Open Sans has neither the narrow no-break space nor the no-break hyphen: their wider cousins stand in. What cannot be
/// printed at all is left out.
func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnusual) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\u{202F}": scalars.append("\u{A0}")
        case "\u{2011}": scalars.append("-")
        case "\n": scalars.append(scalar)
        case _ where isUnusual(scalar): continue
        default: scalars.append(scalar)
        }
    }
    return String(scalars)
}

/// Control characters, noncharacters (Unicode 15, §23.7) and what the font lacks.
private func isUnusual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2010: false
    case 0...0x1F, 0x7F...0x9F, 0x2011, 0x202F, 0xFDD0...0xFDEF: true
    case let value: value & 0xFFFE == 0xFFFE
    }
}
