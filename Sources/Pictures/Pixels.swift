import CGdkPixbuf

/// Owns a decoded picture of gdk-pixbuf's.
@safe final class Pixels {
    private let pointer: OpaquePointer

    /// Takes over a reference.
    private init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

    /// Adds a reference to one that another owns.
    init(borrowing pointer: OpaquePointer) {
        unsafe self.pointer = pointer
        unsafe _ = g_object_ref(UnsafeMutableRawPointer(pointer))
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(pointer)) }

    var width: Int { unsafe Int(gdk_pixbuf_get_width(pointer)) }
    var height: Int { unsafe Int(gdk_pixbuf_get_height(pointer)) }

    /// The same picture as its EXIF orientation wants it seen.
    func upright() throws(PictureError) -> Pixels {
        // > Returns a newly-created pixbuf, or NULL if there was not enough memory.
        guard let turned = unsafe gdk_pixbuf_apply_embedded_orientation(pointer) else { throw .unwritable("no memory") }
        return unsafe Pixels(owning: turned)
    }

    func scaled(toWidth width: Int, height: Int) throws(PictureError) -> Pixels {
        let filter = GDK_INTERP_BILINEAR
        guard let scaled = unsafe gdk_pixbuf_scale_simple(pointer, Int32(width), Int32(height), filter) else {
            throw .unwritable("no memory")
        }
        return unsafe Pixels(owning: scaled)
    }

    /// The picture as a PNG without notes of any kind.
    func png() throws(PictureError) -> [UInt8] {
        var bytes: UnsafeMutablePointer<CChar>?
        var count: gsize = 0
        var error: UnsafeMutablePointer<GError>?
        guard unsafe gdk_pixbuf_save_to_bufferv(pointer, &bytes, &count, "png", nil, nil, &error) != 0 else {
            defer { unsafe g_clear_error(&error) }
            throw .unwritable(unsafe message(error))
        }
        defer { unsafe g_free(bytes) }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
}
