import CPangoCairo

extension Canvas {
    /// Lays a text out with this document's materials; see `Materials.paragraph`.
    public func paragraph(_ text: String, _ style: TextStyle, width: Double? = nil) -> Paragraph {
        materials.paragraph(text, style, width: width)
    }

    /// Draws a paragraph, or some of its lines, and answers with their height in points.
    ///
    /// The first line drawn stands at the top of the place given.
    @discardableResult
    public func draw(_ paragraph: Paragraph, at place: Point, lines range: Range<Int>? = nil) -> Double {
        let range = range ?? 0..<paragraph.lineCount
        guard let first = range.first else { return 0 }
        let top = place.y - paragraph.lines[first].top
        unsafe content { context in
            unsafe setColour(paragraph.colour, on: context)
            for index in range {
                let line = paragraph.lines[index]
                // > Gets a line. The PangoLayoutLine can become NULL if the index is out of range.
                let text = unsafe pango_layout_get_line_readonly(paragraph.layout, Int32(index))
                unsafe cairo_move_to(context, place.x + line.x, top + line.baseline)
                unsafe pango_cairo_show_layout_line(context, text)
            }
        }
        return paragraph.height(of: range)
    }

    /// Draws one text, wrapped to a width if there is one, and answers with its height in points.
    @discardableResult
    public func text(_ text: String, _ style: TextStyle, at place: Point, width: Double? = nil) -> Double {
        draw(paragraph(text, style, width: width), at: place)
    }

    /// Draws a text whose lines end at a place, as amounts do, and answers with its height in points.
    @discardableResult
    public func text(_ text: String, _ style: TextStyle, endingAt place: Point) -> Double {
        let laid = paragraph(text, style)
        return draw(laid, at: Point(x: place.x - laid.width, y: place.y))
    }
}

func setColour(_ colour: Colour, on context: OpaquePointer) {
    unsafe cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, colour.opacity)
}
