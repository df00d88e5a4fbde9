/// A picture that a stranger sent, made safe: decoded, turned upright, and ready to be written as a PNG that holds nothing but
/// pixels.
public struct Picture {
    private let pixels: Pixels

    /// The heaviest file taken, in bytes.
    public static let maximumWeight = 5 << 20
    /// The most pixels on a side.
    public static let maximumSide = 6_000
    /// The most pixels in all.
    public static let maximumArea = 24_000_000

    /// Decodes a PNG or a JPEG, and throws for anything else.
    ///
    /// The size is read before any pixel is: a small file that claims to be vast takes no memory. The orientation that a camera
    /// notes (EXIF) is applied; transparency is kept.
    public init(untrusted bytes: [UInt8]) throws(PictureError) {
        guard bytes.count <= Self.maximumWeight else { throw .tooHeavy(bytes: bytes.count) }
        guard let format = PictureFormat(bytes) else { throw .notAPicture }
        guard format.isComplete(bytes) else { throw .damaged("cut off") }
        let decoder = try Decoder(format)
        pixels = try decoder.decode(bytes).upright()
    }

    /// The width in pixels, once upright.
    public var width: Int { pixels.width }
    /// The height in pixels, once upright.
    public var height: Int { pixels.height }

    static func isAcceptable(width: Int, height: Int) -> Bool {
        1...maximumSide ~= width && 1...maximumSide ~= height && width * height <= maximumArea
    }

    /// The picture as a PNG that fits into so many pixels, its proportions kept; a smaller one is not made larger.
    ///
    /// The same picture gives the same bytes.
    public func png(fittingWidth width: Int, height: Int) throws(PictureError) -> [UInt8] {
        precondition(width > 0 && height > 0, "A picture has at least one pixel.")
        let scale = min(1, Double(width) / Double(pixels.width), Double(height) / Double(pixels.height))
        guard scale < 1 else { return try pixels.png() }
        let side = { (length: Int) in max(1, Int((Double(length) * scale).rounded())) }
        return try pixels.scaled(toWidth: side(pixels.width), height: side(pixels.height)).png()
    }
}
