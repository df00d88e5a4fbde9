/// Reads files out of documents that strangers send.
public enum EmbeddedFile {
    /// Why a file was not read.
    public enum Failure: Error, Sendable, Equatable {
        /// The document, or the file when decoded, is larger than we read.
        case tooLarge
        /// The document is no PDF, or a damaged one, or asks for more memory than we give; qpdf's words, for the operator.
        case unreadable(String)
        /// The document wants a password, or to be decrypted.
        case encrypted
        /// The document holds no file of that name.
        case missing
    }

    /// The largest document read, in bytes.
    public static let maximumDocument = 6 << 20
    /// The largest file given back, in bytes.
    public static let maximumFile = 16 << 20
    /// How much memory reading may take, in bytes: qpdf itself sets no bound to what a small stream decodes to.
    static let memory = 192 << 20

    /// The bytes of the attachment of this name.
    public static func read(named name: String, from document: [UInt8]) throws(Failure) -> [UInt8] {
        guard document.count <= maximumDocument else { throw .tooLarge }
        let bytes = try MemoryCeiling.held(above: memory) { () throws(Failure) in try search(name, document) }
        guard bytes.count <= maximumFile else { throw .tooLarge }
        return bytes
    }

    private static func search(_ name: String, _ document: [UInt8]) throws(Failure) -> [UInt8] {
        do {
            let file = try QPDFFile(document, mends: false)
            guard !file.isEncrypted else { throw Failure.encrypted }
            guard let content = try content(named: name, in: file) else { throw Failure.missing }
            guard let bytes = try content.streamBytes() else { throw Failure.unreadable("an unknown filter") }
            return bytes
        } catch let failure as Failure {
            throw failure
        } catch DrawingError.writing(let reason) where reason.contains("invalid password") {
            throw .encrypted
        } catch {
            throw .unreadable("\(error)")
        }
    }

    private static func content(named name: String, in file: QPDFFile) throws(DrawingError) -> QPDFObject? {
        var steps = 10_000
        let specification = find(name, in: file.catalog["/Names"]["/EmbeddedFiles"], depth: 0, &steps)
        try file.checkObjects()
        guard let files = specification?["/EF"], files.isDictionary else { return nil }
        return [files["/UF"], files["/F"]].first(where: \.isStream)
    }

    /// Walks a tree of names (ISO 32000-1 §7.9.6), however it is made: it may be deep, or lead back to itself.
    private static func find(_ name: String, in node: QPDFObject, depth: Int, _ steps: inout Int) -> QPDFObject? {
        guard node.isDictionary, depth < 16 else { return nil }
        let names = node["/Names"]
        for index in stride(from: 0, to: names.count - 1, by: 2) where steps > 0 {
            steps -= 1
            let specification = names.item(index + 1)
            guard specification.isDictionary else { continue }
            let known = [names.item(index), specification["/UF"], specification["/F"]].compactMap(\.text)
            if known.contains(name) { return specification }
        }
        for index in 0..<node["/Kids"].count where steps > 0 {
            steps -= 1
            if let found = find(name, in: node["/Kids"].item(index), depth: depth + 1, &steps) { return found }
        }
        return nil
    }
}
