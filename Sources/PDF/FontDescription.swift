import CPangoCairo

/// What of a style chooses the font.
struct FontKey: Hashable {
    let size: Double
    let weight: TextStyle.Weight
    let isItalic: Bool
    let hasTabularFigures: Bool

    init(_ style: TextStyle) {
        size = style.size
        weight = style.weight
        isItalic = style.isItalic
        hasTabularFigures = style.hasTabularFigures
    }
}

/// Owns pango's description of a font and the list of its features.
@safe final class FontDescription {
    let pointer: OpaquePointer
    let attributes: OpaquePointer

    init(_ key: FontKey) {
        unsafe pointer = pango_font_description_from_string(MaterialFiles.families)
        unsafe pango_font_description_set_size(pointer, pangoUnits(key.size))
        let weight =
            switch key.weight {
            case .regular: PANGO_WEIGHT_NORMAL
            case .semibold: PANGO_WEIGHT_SEMIBOLD
            case .bold: PANGO_WEIGHT_BOLD
            }
        unsafe pango_font_description_set_weight(pointer, weight)
        unsafe pango_font_description_set_style(pointer, key.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        unsafe attributes = pango_attr_list_new()
        if key.hasTabularFigures {
            unsafe pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"))
        }
    }

    deinit {
        unsafe pango_attr_list_unref(attributes)
        unsafe pango_font_description_free(pointer)
    }
}

/// Points in pango's units, of which a point has 1024; sizes out of its range become the largest.
func pangoUnits(_ points: Double) -> Int32 {
    Int32(min(max((points * Double(PANGO_SCALE)).rounded(), 0), 1_000_000_000))
}
