import Accounting
import Pictures
import Store

/// A freelancer gives their company a logo, or takes it away; issued invoices keep theirs.
public struct SaveLogo {
    private let companyID: Int64
    private let upload: [UInt8]?

    /// Twice the room on paper at 300 pixels an inch would be waste: what fits into 51 by 18 mm.
    private static let size = (width: 600, height: 216)

    /// - Parameters:
    ///   - companyID: whose logo.
    ///   - upload: the file as it came; nil to take the logo away.
    public init(companyID: Int64, upload: [UInt8]?) {
        self.companyID = companyID
        self.upload = upload
    }

    /// Keeps the picture, drawn anew and nothing else of the file.
    ///
    /// - Throws: ``LogoRefusal``.
    public func run(in office: Office) throws {
        let png = try upload.map(Self.safe)
        try office.store.write { writer in
            try writer.updateLogo(of: companyID, png: png, sha256: png.map(sha256), at: office.outside.now())
        }
    }

    private static func safe(_ upload: [UInt8]) throws -> [UInt8] {
        do {
            return try Picture(untrusted: upload).png(fittingWidth: size.width, height: size.height)
        } catch {
            throw LogoRefusal(error)
        }
    }
}

/// Why a file is not taken as a logo.
public enum LogoRefusal: Error, Sendable, Equatable {
    /// It is neither PNG nor JPEG.
    case notAPicture
    /// It weighs too much.
    case tooHeavy
    /// It has too many pixels.
    case tooLarge
    /// It cannot be read to its end.
    case damaged

    fileprivate init(_ error: PictureError) {
        self =
            switch error {
            case .notAPicture: .notAPicture
            case .tooHeavy: .tooHeavy
            case .tooLarge: .tooLarge
            case .damaged, .unwritable: .damaged
            }
    }

    /// The sentence for the seller.
    public var french: String {
        switch self {
        case .notAPicture: "Ce fichier n’est ni une image PNG ni une image JPEG."
        case .tooHeavy: "Ce fichier est trop lourd\u{A0}: 5\u{A0}Mo au plus."
        case .tooLarge: "Cette image est trop grande\u{A0}: 6\u{202F}000 pixels de côté au plus."
        case .damaged: "Cette image est abîmée\u{A0}: enregistrez-la à nouveau, puis réessayez."
        }
    }
}
