import CPangoCairo

/// Owns a configuration of fontconfig's that holds these fonts and nothing else.
@safe final class FontCollection {
    private let configuration: OpaquePointer

    init(_ files: [MaterialFiles.File]) throws(DrawingError) {
        // > Creates an empty configuration.
        guard let configuration = unsafe FcConfigCreate() else { throw .drawing("no memory for the fonts") }
        unsafe self.configuration = configuration
        for file in files {
            // > Adds an application-specific font to the configuration. Returns FcFalse if the fonts cannot be added.
            guard unsafe FcConfigAppFontAddFile(configuration, file.path) != 0 else {
                throw .missingFile(path: file.path, package: file.package)
            }
        }
    }

    /// Has a font map find its fonts here; it keeps the configuration for as long as it needs it.
    func attach(to map: UnsafeMutablePointer<PangoFontMap>) {
        unsafe pango_fc_font_map_set_config(OpaquePointer(map), configuration)
    }

    /// Has a font map forget where it finds its fonts, before its own end: pango 1.50 ends without letting go of the
    /// configuration, which then stays for ever.
    static func detach(from map: UnsafeMutablePointer<PangoFontMap>) {
        unsafe pango_fc_font_map_set_config(OpaquePointer(map), nil)
    }

    deinit { unsafe FcConfigDestroy(configuration) }
}
