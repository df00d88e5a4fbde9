/// Why a document could not be drawn, finished or read; for the operator.
public enum DrawingError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A font or the colour profile is not on this machine, or not what it should be.
    case missingFile(path: String, package: String)
    /// A picture's bytes are no PNG that cairo can read.
    case unreadablePicture
    /// The text does not fit into a QR code of the version allowed, or holds a NUL.
    case unsuitableForQRCode(bytes: Int)
    /// cairo, pango or fontconfig refused.
    case drawing(String)
    /// qpdf refused what was to be written.
    case writing(String)
    /// The document to draw upon was not made by this module, or has no such page.
    case cannotOverlay(String)

    /// One line for the log.
    public var description: String {
        switch self {
        case .missingFile(let path, let package): "\(path) cannot be read: install Debian's package \(package)"
        case .unreadablePicture: "the picture is no readable PNG"
        case .unsuitableForQRCode(let bytes): "a text of \(bytes) bytes does not fit into the QR code"
        case .drawing(let reason): "cairo: \(reason)"
        case .writing(let reason): "qpdf: \(reason)"
        case .cannotOverlay(let reason): "nothing can be laid over this document: \(reason)"
        }
    }
}
