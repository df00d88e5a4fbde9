/// How a text looks.
public struct TextStyle: Sendable, Hashable {
    /// How bold it is.
    public enum Weight: Sendable, Hashable {
        /// As running text.
        case regular
        /// Between the two (600).
        case semibold
        /// As titles.
        case bold
    }

    /// Where each line stands within the width.
    public enum Alignment: Sendable, Hashable {
        /// On the left (on the right in Arabic).
        case leading
        /// In the middle.
        case centre
        /// On the right (on the left in Arabic).
        case trailing
    }

    /// The size of the letters, in points.
    public var size: Double
    /// How bold it is.
    public var weight: Weight
    /// True when it leans.
    public var isItalic: Bool
    /// Its colour.
    public var colour: Colour
    /// Where each line stands.
    public var alignment: Alignment
    /// True when all figures are equally wide, as columns of amounts want them.
    public var hasTabularFigures: Bool
    /// The distance of lines in multiples of the font's own (which is 1.36 times the size).
    public var lineSpacing: Double

    /// A style.
    public init(
        size: Double,
        weight: Weight = .regular,
        isItalic: Bool = false,
        colour: Colour = .black,
        alignment: Alignment = .leading,
        hasTabularFigures: Bool = false,
        lineSpacing: Double = 1
    ) {
        self.size = size
        self.weight = weight
        self.isItalic = isItalic
        self.colour = colour
        self.alignment = alignment
        self.hasTabularFigures = hasTabularFigures
        self.lineSpacing = lineSpacing
    }
}
