/// The files that every document is made of: fonts and the colour profile.
///
/// All fonts are TrueType: PDF/A readers and checkers are stricter with the other kind.
public struct MaterialFiles: Sendable {
    /// A file with the Debian package that brings it.
    public struct File: Sendable, Equatable {
        /// Where the file is.
        public var path: String
        /// The Debian package that installs it.
        public var package: String

        /// A file of a package.
        public init(path: String, package: String) {
            self.path = path
            self.package = package
        }
    }

    /// The fonts, known to the documents by their own family names.
    public var fonts: [File]
    /// An ICC profile of three components: sRGB.
    public var colourProfile: File

    /// Files of one's own.
    public init(fonts: [File], colourProfile: File) {
        self.fonts = fonts
        self.colourProfile = colourProfile
    }

    /// What Debian installs.
    ///
    /// Open Sans for what we write, DejaVu Sans for Arabic, Hebrew and signs, Droid Sans Fallback for Chinese, Japanese and
    /// Korean.
    public static let debian = MaterialFiles(
        fonts: ["Regular", "Italic", "Semibold", "SemiboldItalic", "Bold", "BoldItalic"].map {
            File(path: "/usr/share/fonts/truetype/open-sans/OpenSans-\($0).ttf", package: "fonts-open-sans")
        }
            + ["DejaVuSans", "DejaVuSans-Bold"].map {
                File(path: "/usr/share/fonts/truetype/dejavu/\($0).ttf", package: "fonts-dejavu-core")
            }
            + [
                File(
                    path: "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
                    package: "fonts-droid-fallback"
                )
            ],
        colourProfile: File(path: "/usr/share/color/icc/sRGB.icc", package: "icc-profiles-free")
    )

    /// The families, the preferred one first.
    static let families = "Open Sans,DejaVu Sans,Droid Sans Fallback"
}
