import CGdkPixbuf

/// Owns a loader of gdk-pixbuf's for one format, and refuses a picture by its size before it is decoded.
@safe final class Decoder {
    private let loader: UnsafeMutablePointer<GdkPixbufLoader>
    private var claimed: (width: Int, height: Int)?
    private var isRefused = false

    init(_ format: PictureFormat) throws(PictureError) {
        var error: UnsafeMutablePointer<GError>?
        guard let loader = unsafe gdk_pixbuf_loader_new_with_type(format.rawValue, &error) else {
            defer { unsafe g_clear_error(&error) }
            throw .damaged(unsafe message(error))
        }
        unsafe self.loader = loader
        unsafe _ = cgdkpixbuf_on_size(loader, Self.learnsSize, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { unsafe g_object_unref(loader) }

    /// Decodes a whole file.
    func decode(_ bytes: [UInt8]) throws(PictureError) -> Pixels {
        var error: UnsafeMutablePointer<GError>?
        let isRead = unsafe gdk_pixbuf_loader_write(loader, bytes, gsize(bytes.count), &error) != 0
        // > A loader must be closed, after an error too; FALSE if the file is incomplete or damaged.
        var closingError: UnsafeMutablePointer<GError>?
        let isComplete = unsafe gdk_pixbuf_loader_close(loader, &closingError) != 0
        defer {
            unsafe g_clear_error(&error)
            unsafe g_clear_error(&closingError)
        }
        if let claimed, isRefused {
            throw .tooLarge(width: claimed.width, height: claimed.height)
        }
        guard isRead, isComplete, claimed != nil, let picture = unsafe gdk_pixbuf_loader_get_pixbuf(loader) else {
            throw .damaged(unsafe message(error ?? closingError))
        }
        return unsafe Pixels(borrowing: picture)
    }

    /// > size-prepared: emitted when the loader has been fed the initial amount of data that is required to figure out the
    /// > size of the image that it will create. A size of 0 has it decode nothing.
    private static let learnsSize: cgdkpixbuf_size_callback = { loader, width, height, context in
        guard let context = unsafe context else { return }
        let decoder = unsafe Unmanaged<Decoder>.fromOpaque(context).takeUnretainedValue()
        decoder.claimed = (Int(width), Int(height))
        guard !Picture.isAcceptable(width: Int(width), height: Int(height)) else { return }
        decoder.isRefused = true
        unsafe gdk_pixbuf_loader_set_size(loader, 0, 0)
    }
}

/// What the library says of an error.
func message(_ error: UnsafeMutablePointer<GError>?) -> String {
    guard let error = unsafe error else { return "no reason given" }
    return unsafe String(cString: error.pointee.message)
}
