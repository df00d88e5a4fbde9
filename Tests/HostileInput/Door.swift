import Accounting
import Exports
import Pictures
import Stripe
import Web

@testable import Dashboard
@testable import FastCGI

/// Where strangers' bytes come in, each with what must hold whatever they are.
public enum Door: String, CaseIterable, Sendable {
    case request, form, multipart, cookie, signature, event, sheet, picture

    /// Something that must hold for every input does not.
    public struct BrokenPromise: Error, CustomStringConvertible {
        /// What should have held.
        public let description: String
    }

    /// Takes bytes in: they are read or refused.
    ///
    /// - Throws: ``BrokenPromise`` when what was read is not what the door promises.
    public func take(_ bytes: [UInt8]) throws {
        switch self {
        case .request: try takeRequest(bytes)
        case .form: try takeForm(bytes)
        case .multipart: try takeMultipart(bytes)
        case .cookie: try takeCookie(bytes)
        case .signature: try takeSignature(bytes)
        case .event: try takeEvent(bytes)
        case .sheet: try takeSheet(bytes)
        case .picture: try takePicture(bytes)
        }
    }

    private func promise(_ holds: Bool, _ sentence: String) throws {
        guard holds else { throw BrokenPromise(description: "\(rawValue): \(sentence)") }
    }

    /// Variables as nginx sends them, each ended by a zero; after an empty one, the body.
    private func takeRequest(_ bytes: [UInt8]) throws {
        var variables = CGIVariables()
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0), end > rest.startIndex {
            variables.add(String(decoding: rest[..<end], as: UTF8.self))
            rest = rest[(end + 1)...]
        }
        guard let request = try? variables.request(body: Array(rest.dropFirst())) else { return }
        try promise(request.path.hasPrefix("/"), "a path begins with a slash")
        try promise(!request.id.isEmpty, "every request has an identifier")
        try promise(
            request.headers.fields.allSatisfy { !$0.value.utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F } },
            "no header holds a control character"
        )
        let parts = request.pathComponents ?? []
        try promise(!parts.contains(""), "no part of a path is empty")
        _ = (request.form, request.multipartForm, request.cookie("session"))
    }

    private func takeForm(_ bytes: [UInt8]) throws {
        let form = Form(encoded: bytes)
        let encoded = form.fields
            .map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
            .joined(separator: "&")
        try promise(Form(encoded: encoded.utf8).fields == form.fields, "what was read is read again the same")
    }

    /// The first line is the media type, the rest is the body.
    private func takeMultipart(_ bytes: [UInt8]) throws {
        let type = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let body = Array(bytes.dropFirst(type.count + 1))
        guard let form = MultipartForm(body: body, contentType: String(decoding: type, as: UTF8.self)) else { return }
        let parts = form.fields.fields.count + form.files.count
        try promise(parts <= MultipartForm.maximumPartCount, "parts are counted")
        let weight = form.files.reduce(0) { $0 + $1.bytes.count }
        try promise(weight <= body.count, "files hold no more than came")
    }

    private func takeCookie(_ bytes: [UInt8]) throws {
        var headers = Headers()
        headers.add("cookie", String(decoding: bytes, as: UTF8.self))
        guard let value = Request(.get, "/", headers: headers).cookie("session") else { return }
        try promise(!value.contains(";"), "a cookie ends before a semicolon")
    }

    /// The first line is the header, the rest is the body: nobody but Stripe can sign it.
    private func takeSignature(_ bytes: [UInt8]) throws {
        let header = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let accepted =
            (try? WebhookSignature.verify(
                header: String(decoding: header, as: UTF8.self),
                body: Array(bytes.dropFirst(header.count + 1)),
                secrets: ["", "whsec_hostile"],
                now: Instant(seconds: 1_800_000_000)
            )) != nil
        try promise(!accepted, "a signature made without the secret is refused")
    }

    private func takeEvent(_ bytes: [UInt8]) throws {
        guard let event = try? Event(json: bytes) else { return }
        try promise(event.id.utf8.count <= 255, "an identifier fits its column")
    }

    private func takeSheet(_ bytes: [UInt8]) throws {
        guard let table = try? CSVTable(bytes) else { return }
        try promise((1...CSVTable.maximumLines).contains(table.lines.count), "lines are counted")
        try promise(table.lines.allSatisfy { $0.number > 1 }, "a line has its number in the file")
        guard let sheet = ClientSheet(table) else { return }
        try promise(sheet.lines.count == table.lines.count, "every line is looked at")
    }

    private func takePicture(_ bytes: [UInt8]) throws {
        guard let picture = try? Picture(untrusted: bytes) else { return }
        try promise(
            picture.width <= Picture.maximumSide && picture.height <= Picture.maximumSide
                && picture.width * picture.height <= Picture.maximumArea,
            "a picture is no larger than is taken"
        )
        let small = try Picture(untrusted: picture.png(fittingWidth: 400, height: 200))
        try promise(small.width <= 400 && small.height <= 200, "a picture fits where it was made to fit")
    }
}
