import CPangoCairo

/// The fonts and the colour profile, opened once per process; every document is drawn with them.
///
/// It knows only the files it is given: what other fonts the machine has, and what language it speaks, changes nothing.
@safe public final class Materials {
    let colourProfile: [UInt8]
    private let fontMap: UnsafeMutablePointer<PangoFontMap>
    private let context: OpaquePointer
    private var descriptions: [FontKey: FontDescription] = [:]

    /// Opens the files.
    ///
    /// Throws `missingFile` for the first that is not there.
    public init(_ files: MaterialFiles = .debian) throws(DrawingError) {
        guard Self.hasOneLanguage else { throw .drawing("the environment cannot be written") }
        colourProfile = try fileContents(files.colourProfile)
        let fonts = try FontCollection(files.fonts)
        guard let map = unsafe pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            throw .drawing("pango was built without FreeType")
        }
        unsafe fontMap = map
        unsafe fonts.attach(to: map)
        // > A newly created context, which must be freed with g_object_unref().
        unsafe context = pango_font_map_create_context(map)
        unsafe pango_context_set_language(context, pango_language_from_string("fr"))
        // Without this, a text would be 4/3 of its size: pango counts 96 dots an inch, a PDF 72.
        unsafe pango_cairo_context_set_resolution(context, 72)
        let options = unsafe cairo_font_options_create()
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        unsafe pango_cairo_context_set_font_options(context, options)
        unsafe cairo_font_options_destroy(options)
        unsafe pango_context_set_round_glyph_positions(context, 0)
    }

    /// Whether pango has been told that this machine reads French, once per process and before pango looks.
    ///
    /// For scripts that French is not written in, pango asks the environment which language is meant, and shapes Chinese
    /// characters accordingly (pango_language_get_preferred). The same document must not depend on it.
    private static let hasOneLanguage = unsafe g_setenv("PANGO_LANGUAGE", "fr", 1) != 0

    deinit {
        unsafe g_object_unref(UnsafeMutableRawPointer(context))
        unsafe FontCollection.detach(from: fontMap)
        unsafe g_object_unref(fontMap)
    }

    /// Lays a text out, wrapped to a width in points, or on one line for each line of the text when there is none.
    ///
    /// Shaping is what drawing costs: keep the paragraph to measure it and then to draw it.
    public func paragraph(_ text: String, _ style: TextStyle, width: Double? = nil) -> Paragraph {
        let key = FontKey(style)
        let description = descriptions[key] ?? FontDescription(key)
        descriptions[key] = description
        return unsafe Paragraph(text, style, width: width, font: description, context: context)
    }
}

/// Reads a file whole.
private func fileContents(_ file: MaterialFiles.File) throws(DrawingError) -> [UInt8] {
    var bytes: UnsafeMutablePointer<CChar>?
    var count: gsize = 0
    guard unsafe g_file_get_contents(file.path, &bytes, &count, nil) != 0, let bytes = unsafe bytes else {
        throw .missingFile(path: file.path, package: file.package)
    }
    defer { unsafe g_free(bytes) }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(count)))
}
