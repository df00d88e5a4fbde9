import CPangoCairo

/// A text laid out in lines: measured once, drawn once or in pieces.
@safe public final class Paragraph {
    /// A line of the paragraph; lengths in points.
    struct Line {
        /// Its first letter's left edge, from the paragraph's.
        var x: Double
        /// From the top of the paragraph to the top of the line.
        var top: Double
        /// From the top of the paragraph to the line the letters stand on.
        var baseline: Double
        /// From the top of the paragraph to the next line.
        var bottom: Double
    }

    let layout: OpaquePointer
    let colour: Colour
    let lines: [Line]
    /// The width of the widest line, in points.
    public let width: Double

    init(_ text: String, _ style: TextStyle, width: Double?, font: FontDescription, context: OpaquePointer) {
        guard let layout = unsafe pango_layout_new(context) else {
            preconditionFailure("GLib aborts when memory is out.")
        }
        unsafe self.layout = layout
        colour = style.colour
        unsafe pango_layout_set_font_description(layout, font.pointer)
        unsafe pango_layout_set_attributes(layout, font.attributes)
        let alignment =
            switch style.alignment {
            case .leading: PANGO_ALIGN_LEFT
            case .centre: PANGO_ALIGN_CENTER
            case .trailing: PANGO_ALIGN_RIGHT
            }
        unsafe pango_layout_set_alignment(layout, alignment)
        // A name in Arabic stands on the left of a French letter, its own letters from right to left.
        unsafe pango_layout_set_auto_dir(layout, 0)
        if let width { unsafe pango_layout_set_width(layout, pangoUnits(width)) }
        unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        unsafe pango_layout_set_line_spacing(layout, Float(style.lineSpacing))
        var utf8 = printable(text)
        utf8.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) {
                // > The text must be valid UTF-8; length: maximum length of text, in bytes.
                unsafe pango_layout_set_text(layout, $0.baseAddress, Int32(clamping: $0.count))
            }
        }
        (lines, self.width) = unsafe Self.lines(of: layout)
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// How many lines there are; an empty text has one.
    public var lineCount: Int { lines.count }

    /// The height of all lines, in points.
    public var height: Double { lines.last?.bottom ?? 0 }

    /// The height of each line, in points.
    public var lineHeights: [Double] { lines.map { $0.bottom - $0.top } }

    /// The height of some of the lines, in points.
    public func height(of range: Range<Int>) -> Double {
        range.isEmpty ? 0 : lines[range.upperBound - 1].bottom - lines[range.lowerBound].top
    }

    /// The lines that fit into a height, beginning with this one; perhaps none.
    public func lines(from first: Int, within height: Double) -> Range<Int> {
        guard first < lines.count else { return first..<first }
        let limit = lines[first].top + height + 0.001
        let end = lines[first...].firstIndex { $0.bottom > limit } ?? lines.count
        return first..<end
    }

    private static func lines(of layout: OpaquePointer) -> (lines: [Line], width: Double) {
        var lines: [Line] = []
        var widest = 0.0
        let iterator = unsafe pango_layout_get_iter(layout)
        defer { unsafe pango_layout_iter_free(iterator) }
        repeat {
            var ink = PangoRectangle()
            var logical = PangoRectangle()
            var top: Int32 = 0
            var bottom: Int32 = 0
            unsafe pango_layout_iter_get_line_extents(iterator, &ink, &logical)
            unsafe pango_layout_iter_get_line_yrange(iterator, &top, &bottom)
            let baseline = unsafe pango_layout_iter_get_baseline(iterator)
            lines.append(
                Line(x: points(logical.x), top: points(top), baseline: points(baseline), bottom: points(bottom))
            )
            widest = max(widest, points(logical.width))
        } while unsafe pango_layout_iter_next_line(iterator) != 0
        return (lines, widest)
    }
}

private func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
