import Accounting
import Glibc

/// Whether the certificates of nginx's configuration hold for a while yet, for our host, and with their keys.
struct CheckCertificate {
    /// The path of nginx's configuration.
    let nginx: String
    /// The host that people come to; nil when it is not known.
    let host: String?
    let now: Instant

    /// How long a certificate must hold yet, in days: Let's Encrypt's are renewed thirty days before their end.
    static let margin: Int64 = 14

    var findings: [Finding] {
        do throws(UnreadableFile) {
            let pairs = try pairs
            if pairs.isEmpty {
                return [.wrong("tls", "\(nginx) names no certificate", cure: "see nginx/needme.conf, or --nginx")]
            }
            return pairs.map { certificate, key in finding(certificate, key) }
        } catch {
            return [.wrong("tls", "\(error)", cure: "say where nginx's configuration is: --nginx")]
        }
    }

    /// The certificates that the configuration names, each with its key.
    private var pairs: [(certificate: String, key: String)] {
        get throws(UnreadableFile) {
            let text = String(decoding: try FileBytes(path: nginx).bytes, as: UTF8.self)
            func paths(_ directive: String) -> [String] {
                text.split(separator: "\n").compactMap { line in
                    let words = line.split { $0 == " " || $0 == "\t" || $0 == ";" || $0 == "\"" }
                    return words.count > 1 && words[0] == directive ? String(words[1]) : nil
                }
            }
            return Array(zip(paths("ssl_certificate"), paths("ssl_certificate_key")))
        }
    }

    private func finding(_ path: String, _ keyPath: String) -> Finding {
        do throws(UnreadableFile) {
            guard
                let certificate = ServerCertificate(
                    pem: String(decoding: try FileBytes(path: path).bytes, as: UTF8.self)
                )
            else {
                return .wrong("tls", "\(path) is no certificate", cure: "have it made again, with certbot for instance")
            }
            if let finding = try keyFinding(certificate, path, keyPath) { return finding }
            return hostFinding(certificate, path) ?? endFinding(certificate, path)
        } catch {
            return .wrong("tls", "\(error)", cure: "see ssl_certificate and ssl_certificate_key in \(nginx)")
        }
    }

    private func keyFinding(_ certificate: ServerCertificate, _ path: String, _ keyPath: String) throws(UnreadableFile)
        -> Finding?
    {
        let text = String(decoding: try FileBytes(path: keyPath).bytes, as: UTF8.self)
        var status = stat()
        guard unsafe stat(keyPath, &status) == 0 else { throw UnreadableFile(path: keyPath, errno: errno) }
        if status.st_mode & 0o007 != 0 {
            return .wrong("tls", "\(keyPath) can be read or written by everybody", cure: "chmod 600 \(keyPath)")
        }
        guard let pem = PEM(text, endingWith: "PRIVATE KEY"), pem.label != "ENCRYPTED PRIVATE KEY" else {
            return .wrong(
                "tls",
                "\(keyPath) is no key that nginx can open",
                cure: "put the certificate's key there, without a password"
            )
        }
        // A key that does not say its public half is nginx's to compare.
        guard let key = PublicKey(privateKey: text), key != certificate.publicKey else { return nil }
        return .wrong("tls", "\(keyPath) is not the key of \(path)", cure: "put both from the same renewal")
    }

    private func hostFinding(_ certificate: ServerCertificate, _ path: String) -> Finding? {
        guard let host, !certificate.names(host) else { return nil }
        let names = certificate.hosts.joined(separator: ", ")
        return .wrong("tls", "\(path) is for \(names), not for \(host)", cure: "have a certificate made for \(host)")
    }

    private func endFinding(_ certificate: ServerCertificate, _ path: String) -> Finding {
        let days = (certificate.endsAt.seconds - now.seconds) / 86_400
        let end = Day(number: certificate.endsAt.seconds / 86_400).iso
        guard days >= Self.margin else {
            return .wrong(
                "tls",
                certificate.endsAt < now ? "\(path) ended on \(end)" : "\(path) ends on \(end), in \(days) days",
                cure: "renew it, and see why nothing did: systemctl status certbot.timer"
            )
        }
        return .ok("tls", "\(path) holds until \(end)")
    }
}
