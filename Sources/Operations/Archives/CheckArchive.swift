import Accounting
import Archive
import Crypto
import Store

/// Why an archive is not taken up, in words for whoever runs the server.
public enum ArchiveRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// It is no archive of ours, or cannot be read; how that shows.
    case notOurs(String)
    /// Files are not what they were when it was made, or are missing.
    case altered([String])
    /// Its tables are not those of this server.
    case otherVersion(String)
    /// Something of it is here already.
    case alreadyHere(String)
    /// Something that it speaks of is not in it.
    case incomplete(String)

    /// The reason in a sentence.
    public var description: String {
        switch self {
        case .notOurs(let cause): "this is no archive of NeedMe (\(cause))"
        case .altered(let paths): "these files are not what they were: \(paths.sorted().joined(separator: ", "))"
        case .otherVersion(let table):
            "it was made by another version of NeedMe (\(table)): take it up with that version, then migrate"
        case .alreadyHere(let table): "this server has a part of it already (\(table)): nothing was changed"
        case .incomplete(let part): "it does not hold together (\(part)): nothing was changed"
        }
    }
}

/// Reads an archive once: each file is compared with the fingerprint that was noted when it was made.
struct CheckArchive {
    let path: String

    /// - Returns: the text of its manifest.
    /// - Throws: ``ArchiveRefusal``.
    func run() throws -> String {
        var (found, manifest, list): ([String: Fingerprint], String?, String?) = ([:], nil, nil)
        let zip = try opened()
        while let path = try zip.next() {
            let keeps = path == ArchiveFormat.manifest || path == ArchiveFormat.checksums
            var (digest, kept) = (SHA256(), [UInt8]())
            while let bytes = try zip.read() {
                digest.update(data: bytes)
                if keeps { kept += bytes }
            }
            if path == ArchiveFormat.manifest { manifest = String(decoding: kept, as: UTF8.self) }
            if path == ArchiveFormat.checksums {
                list = String(decoding: kept, as: UTF8.self)
            } else {
                found[path] = Fingerprint(Array(digest.finalize()))
            }
        }
        guard let manifest, let list else {
            throw ArchiveRefusal.notOurs("it has no manifest or no list of fingerprints")
        }
        let altered = Self.altered(found, list)
        guard altered.isEmpty else { throw ArchiveRefusal.altered(altered) }
        return manifest
    }

    private func opened() throws -> ZipReader {
        do {
            return try ZipReader(path: path)
        } catch {
            throw ArchiveRefusal.notOurs("\(error)")
        }
    }

    private static func altered(_ found: [String: Fingerprint], _ list: String) -> [String] {
        var noted: [String: String] = [:]
        for line in list.split(separator: "\n") where line.utf8.count > 66 {
            noted[String(line.dropFirst(66))] = String(line.prefix(64))
        }
        return Set(noted.keys).union(found.keys).filter { noted[$0] != found[$0]?.hexadecimal }
    }
}
