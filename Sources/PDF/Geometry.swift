/// A place on a page, in points (1/72 inch) from the top left corner.
public struct Point: Sendable, Equatable {
    /// How far from the left edge.
    public var x: Double
    /// How far from the top edge.
    public var y: Double

    /// A place.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A rectangle on a page, in points from the top left corner.
public struct Rectangle: Sendable, Equatable {
    /// The left edge.
    public var x: Double
    /// The top edge.
    public var y: Double
    /// How wide it is.
    public var width: Double
    /// How high it is.
    public var height: Double

    /// A rectangle by its top left corner and its size.
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}

/// The size of a page, in points.
public struct PageSize: Sendable, Equatable {
    /// How wide it is.
    public var width: Double
    /// How high it is.
    public var height: Double

    /// A size of one's own.
    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// A4: 210 mm by 297 mm (ISO 216).
    public static let a4 = PageSize(width: 595.28, height: 841.89)
}

/// A colour of sRGB.
public struct Colour: Sendable, Hashable {
    /// Each from 0 to 1.
    var red, green, blue, opacity: Double

    /// A colour by its number as on web pages (`0x1A2B3C`), wholly opaque unless told: 0 lets everything through.
    public init(_ hexadecimal: UInt32, opacity: Double = 1) {
        red = Double(hexadecimal >> 16 & 0xFF) / 255
        green = Double(hexadecimal >> 8 & 0xFF) / 255
        blue = Double(hexadecimal & 0xFF) / 255
        self.opacity = min(max(opacity, 0), 1)
    }

    /// Black.
    public static let black = Colour(0x000000)
    /// White.
    public static let white = Colour(0xFFFFFF)
}
