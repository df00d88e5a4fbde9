/// How large a PNG is, read from its head (ISO/IEC 15948 §11.2.2), in pixels.
public struct PictureSize: Sendable, Equatable {
    /// Its width.
    public let width: Double
    /// Its height.
    public let height: Double

    /// The size of a PNG.
    ///
    /// - Parameter png: the file.
    /// - Throws: `unreadablePicture` when it is none, or has no surface.
    public init(png: [UInt8]) throws(DrawingError) {
        guard png.count >= 24, png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            throw .unreadablePicture
        }
        let number = { (place: Int) in png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        let (width, height) = (number(16), number(20))
        guard width > 0, height > 0 else { throw .unreadablePicture }
        self.width = Double(width)
        self.height = Double(height)
    }
}
