import CPangoCairo

extension Canvas {
    /// Draws a PNG into a place, and throws `unreadablePicture` when it is none.
    ///
    /// The picture is not scaled smoothly, for PDF/A forbids it (`/Interpolate`, ISO 19005-3 §6.2.8.1): give it the pixels
    /// that the print needs, 300 to an inch of 72 points.
    public func picture(png: [UInt8], in place: Rectangle) throws(DrawingError) {
        let picture = try Picture(png)
        unsafe shape { context in
            unsafe cairo_save(context)
            unsafe cairo_translate(context, place.x, place.y)
            unsafe cairo_scale(context, place.width / picture.width, place.height / picture.height)
            unsafe cairo_set_source_surface(context, picture.surface, 0, 0)
            unsafe cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
            // cairo_paint, as the first thing on a page, would have cairo 1.16 forget the mark just opened.
            unsafe cairo_rectangle(context, 0, 0, picture.width, picture.height)
            unsafe cairo_fill(context)
            unsafe cairo_restore(context)
        }
    }
}

/// Owns a decoded picture of cairo's.
@safe private final class Picture {
    let surface: OpaquePointer
    let width: Double
    let height: Double

    /// The bytes not read yet.
    private final class Source {
        var rest: ArraySlice<UInt8>

        init(_ bytes: [UInt8]) { rest = bytes[...] }
    }

    init(_ png: [UInt8]) throws(DrawingError) {
        let source = Source(png)
        let surface = unsafe withExtendedLifetime(source) {
            unsafe cairo_image_surface_create_from_png_stream(Self.read, Unmanaged.passUnretained(source).toOpaque())
        }
        // > The result is always non-null: a failure is in the surface's status.
        guard let surface = unsafe surface else { throw .unreadablePicture }
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            unsafe cairo_surface_destroy(surface)
            throw .unreadablePicture
        }
        unsafe self.surface = surface
        width = unsafe Double(cairo_image_surface_get_width(surface))
        height = unsafe Double(cairo_image_surface_get_height(surface))
    }

    deinit { unsafe cairo_surface_destroy(surface) }

    private static let read: cairo_read_func_t = { source, room, count in
        guard let source = unsafe source, let room = unsafe room else { return CAIRO_STATUS_READ_ERROR }
        let bytes = unsafe Unmanaged<Source>.fromOpaque(source).takeUnretainedValue()
        let piece = bytes.rest.prefix(Int(count))
        guard piece.count == Int(count) else { return CAIRO_STATUS_READ_ERROR }
        unsafe UnsafeMutableRawBufferPointer(start: room, count: Int(count)).copyBytes(from: piece)
        bytes.rest.removeFirst(piece.count)
        return CAIRO_STATUS_SUCCESS
    }
}
