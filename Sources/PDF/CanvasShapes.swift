import CPangoCairo

extension Canvas {
    /// Draws a straight line, its width in points.
    public func line(from start: Point, to end: Point, width: Double = 0.5, colour: Colour = .black) {
        unsafe shape { context in
            unsafe setColour(colour, on: context)
            unsafe cairo_set_line_width(context, width)
            unsafe cairo_move_to(context, start.x, start.y)
            unsafe cairo_line_to(context, end.x, end.y)
            unsafe cairo_stroke(context)
        }
    }

    /// Fills a rectangle, its corners rounded by a radius in points.
    public func fill(_ rectangle: Rectangle, colour: Colour, cornerRadius: Double = 0) {
        unsafe shape { context in
            unsafe setColour(colour, on: context)
            unsafe outline(rectangle, cornerRadius, on: context)
            unsafe cairo_fill(context)
        }
    }

    /// Draws the edge of a rectangle, its corners rounded by a radius in points.
    public func stroke(_ rectangle: Rectangle, width: Double = 0.5, colour: Colour = .black, cornerRadius: Double = 0) {
        unsafe shape { context in
            unsafe setColour(colour, on: context)
            unsafe cairo_set_line_width(context, width)
            unsafe outline(rectangle, cornerRadius, on: context)
            unsafe cairo_stroke(context)
        }
    }

    /// Fills many rectangles of one colour as one shape.
    func fill(_ rectangles: [Rectangle], colour: Colour) {
        unsafe shape { context in
            unsafe setColour(colour, on: context)
            for rectangle in rectangles {
                unsafe cairo_rectangle(context, rectangle.x, rectangle.y, rectangle.width, rectangle.height)
            }
            unsafe cairo_fill(context)
        }
    }

    /// Draws turned around a place, by degrees clockwise.
    public func turned<Value, Failure>(
        byDegrees degrees: Double,
        around place: Point,
        _ draw: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        endPiece()
        unsafe cairo_save(sheet.context)
        unsafe cairo_translate(sheet.context, place.x, place.y)
        unsafe cairo_rotate(sheet.context, degrees * .pi / 180)
        unsafe cairo_translate(sheet.context, -place.x, -place.y)
        defer {
            endPiece()
            unsafe cairo_restore(sheet.context)
        }
        return try draw()
    }
}

private func outline(_ rectangle: Rectangle, _ cornerRadius: Double, on context: OpaquePointer) {
    let (left, top) = (rectangle.x, rectangle.y)
    guard cornerRadius > 0 else {
        unsafe cairo_rectangle(context, left, top, rectangle.width, rectangle.height)
        return
    }
    let radius = min(cornerRadius, rectangle.width / 2, rectangle.height / 2)
    let (right, bottom) = (left + rectangle.width, top + rectangle.height)
    unsafe cairo_new_sub_path(context)
    unsafe cairo_arc(context, right - radius, top + radius, radius, -.pi / 2, 0)
    unsafe cairo_arc(context, right - radius, bottom - radius, radius, 0, .pi / 2)
    unsafe cairo_arc(context, left + radius, bottom - radius, radius, .pi / 2, .pi)
    unsafe cairo_arc(context, left + radius, top + radius, radius, .pi, .pi * 3 / 2)
    unsafe cairo_close_path(context)
}
