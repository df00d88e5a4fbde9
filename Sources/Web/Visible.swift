extension String {
    /// The text without white space at both ends.
    public var trimmed: String {
        var scalars = unicodeScalars[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(scalars)
    }

    /// The text without what nobody sees, which would make it read as something else than what it says.
    ///
    /// Orders to write from right to left (U+202E) can turn an amount round on a page; marks of order, soft hyphens and spaces
    /// of no width come along with what is copied from a telephone or a web page. Nobody could find in a field what a message
    /// objects to there, so they are dropped, not refused: what is then shown is what will be printed. Joiners and variation
    /// selectors, which shape letters of some scripts and join emoji, stay behind what they shape.
    public var visible: String {
        var kept = UnicodeScalarView()
        for scalar in unicodeScalars {
            let isKept =
                scalar.isShaping ? kept.last.map { !$0.properties.isWhitespace } ?? false : !scalar.isInvisible
            if isKept { kept.append(scalar) }
        }
        return String(kept)
    }
}

extension Unicode.Scalar {
    /// True for what no paper shows as it was meant: controls and ends of lines, and what Unicode gives no meaning.
    var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .privateUse: true
        default: properties.isNoncharacterCodePoint
        }
    }

    /// True for what is to be shown as nothing (UAX #44, Default_Ignorable_Code_Point), for annotations between lines, and for
    /// a braille pattern without a dot.
    fileprivate var isInvisible: Bool {
        properties.isDefaultIgnorableCodePoint || ("\u{FFF9}"..."\u{FFFB}").contains(self) || self == "\u{2800}"
    }

    /// True for what is invisible itself and says how its neighbours look.
    fileprivate var isShaping: Bool {
        self == "\u{200C}" || self == "\u{200D}" || properties.isVariationSelector
    }
}
