import CPangoCairo

/// Owns cairo's surface and drawing context, and the bytes that come out of them.
@safe final class Sheet {
    let context: OpaquePointer
    private let surface: OpaquePointer
    private let output: Output
    private let kind: Kind

    /// What comes out.
    enum Kind {
        /// A PDF of as many pages as there are.
        case document
        /// An SVG of the first page.
        case picture
    }

    /// What cairo has written.
    private final class Output {
        var bytes: [UInt8] = []
    }

    init(_ size: PageSize, _ kind: Kind) throws(DrawingError) {
        self.kind = kind
        let output = Output()
        output.bytes.reserveCapacity(1 << 16)
        let target = unsafe Unmanaged.passUnretained(output).toOpaque()
        self.output = output
        let create =
            switch kind {
            case .document: unsafe cairo_pdf_surface_create_for_stream
            case .picture: unsafe cairo_svg_surface_create_for_stream
            }
        guard let surface = unsafe create(Self.write, target, size.width, size.height),
            let context = unsafe cairo_create(surface)
        else { throw .drawing("no surface") }
        unsafe self.surface = surface
        unsafe self.context = context
        if kind == .document { unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5) }
        try check()
    }

    deinit {
        unsafe cairo_destroy(context)
        // A surface that was not finished writes its end now, and `output` still lives.
        unsafe cairo_surface_finish(surface)
        unsafe cairo_surface_destroy(surface)
    }

    /// Sets the size of the page on which nothing is drawn yet.
    func resize(to size: PageSize) {
        guard kind == .document else { return }
        unsafe cairo_pdf_surface_set_size(surface, size.width, size.height)
    }

    /// Ends a page and sets the size of the next; on a picture, nothing that follows is seen.
    func turnPage(to size: PageSize?) {
        guard kind == .document else {
            unsafe cairo_rectangle(context, 0, 0, 0, 0)
            return unsafe cairo_clip(context)
        }
        unsafe cairo_show_page(context)
        if let size { resize(to: size) }
    }

    /// Ends the document and hands out its bytes.
    ///
    /// cairo keeps its first error and draws nothing more: one look at the end sees all of them.
    func finish() throws(DrawingError) -> [UInt8] {
        unsafe cairo_surface_finish(surface)
        try check()
        return output.bytes
    }

    private func check() throws(DrawingError) {
        for status in unsafe [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS
        {
            throw .drawing(unsafe String(cString: cairo_status_to_string(status)))
        }
    }

    private static let write: cairo_write_func_t = { target, bytes, count in
        guard let target = unsafe target, let bytes = unsafe bytes else { return CAIRO_STATUS_WRITE_ERROR }
        let output = unsafe Unmanaged<Output>.fromOpaque(target).takeUnretainedValue()
        unsafe output.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }
}
