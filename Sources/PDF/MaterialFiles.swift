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
    /// Open Sans for what we write; the others for what people and places are called elsewhere, and Symbola for the small
    /// pictures that people write.
    public static let debian = MaterialFiles(
        fonts: ["Regular", "Italic", "Semibold", "SemiboldItalic", "Bold", "BoldItalic"].map {
            File(font: "open-sans/OpenSans-\($0)", package: "fonts-open-sans")
        } + [
            File(font: "dejavu/DejaVuSans", package: "fonts-dejavu-core"),
            File(font: "dejavu/DejaVuSans-Bold", package: "fonts-dejavu-core"),
            File(font: "droid/DroidSansFallbackFull", package: "fonts-droid-fallback"),
            File(font: "nanum/NanumGothic", package: "fonts-nanum"),
            File(font: "tlwg/Garuda", package: "fonts-tlwg-garuda-ttf"),
            File(font: "lohit-devanagari/Lohit-Devanagari", package: "fonts-lohit-deva"),
            File(font: "ancient-scripts/Symbola_hint", package: "fonts-symbola"),
        ],
        colourProfile: File(path: "/usr/share/color/icc/sRGB.icc", package: "icc-profiles-free")
    )

    /// The families, the preferred one first.
    static let families =
        "Open Sans,DejaVu Sans,Droid Sans Fallback,NanumGothic,Garuda,Lohit Devanagari,Symbola"
}

extension MaterialFiles.File {
    fileprivate init(font: String, package: String) {
        self.init(path: "/usr/share/fonts/truetype/\(font).ttf", package: package)
    }
}
