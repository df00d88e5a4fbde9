/// The formats we take, told by their first bytes and never by a name that came with the file.
enum PictureFormat: String {
    case png
    case jpeg

    private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let jpegSignature: [UInt8] = [0xFF, 0xD8, 0xFF]

    init?(_ bytes: [UInt8]) {
        if bytes.starts(with: Self.pngSignature) {
            self = .png
        } else if bytes.starts(with: Self.jpegSignature) {
            self = .jpeg
        } else {
            return nil
        }
    }

    /// The last chunk of a PNG (RFC 2083 §4.1.4) and its check.
    private static let pngEnd: [UInt8] = [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    /// The last marker of a JPEG (ITU-T T.81, B.1.1.3: EOI).
    private static let jpegEnd: [UInt8] = [0xFF, 0xD9]

    /// False for a file cut off, which the library would show as far as it goes; cameras append bytes of their own.
    func isComplete(_ bytes: [UInt8]) -> Bool {
        let end = self == .png ? Self.pngEnd : Self.jpegEnd
        return bytes.indices.reversed().contains { bytes[$0] == end[0] && bytes[$0...].starts(with: end) }
    }
}
