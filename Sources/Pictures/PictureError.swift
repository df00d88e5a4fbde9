/// Why a file that somebody sent is not taken as a picture.
public enum PictureError: Error, Sendable, Equatable, CustomStringConvertible {
    /// It is neither PNG nor JPEG.
    case notAPicture
    /// It weighs more than `Picture.maximumWeight` bytes.
    case tooHeavy(bytes: Int)
    /// It has more pixels than `Picture.maximumSide` on a side, or than `Picture.maximumArea` in all.
    case tooLarge(width: Int, height: Int)
    /// It begins as a picture does and cannot be read to its end; the library's words, for the operator.
    case damaged(String)
    /// A good picture could not be written again; the library's words, for the operator.
    case unwritable(String)

    /// One line for the log.
    public var description: String {
        switch self {
        case .notAPicture: "neither PNG nor JPEG"
        case .tooHeavy(let bytes): "\(bytes) bytes are too many for a picture"
        case .tooLarge(let width, let height): "\(width) by \(height) pixels are too many for a picture"
        case .damaged(let reason): "the picture is damaged: \(reason)"
        case .unwritable(let reason): "the picture cannot be written: \(reason)"
        }
    }
}
