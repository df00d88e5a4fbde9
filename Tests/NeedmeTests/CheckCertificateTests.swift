import Accounting
import Foundation
import Operations
import TestSupport
import Testing

@testable import needme

@Suite(.timeLimit(.minutes(1))) struct `The check of certificates` {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    static let kinds = [["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"], ["rsa:2048"]]

    @Test(arguments: kinds) func `finds one that holds, for our host, with its key`(kind: [String]) throws {
        let certificate = try Certificate(key: kind, in: scratch)
        let finding = try find(certificate.file, certificate.keyFile)
        #expect(!finding.isWrong)
        #expect(finding.text.hasPrefix("\(certificate.file) holds until 20"))
    }

    @Test(arguments: kinds) func `finds a key of another, even one of the same kind`(kind: [String]) throws {
        let (one, other) = (try Certificate(key: kind, in: scratch), try Certificate(key: kind, in: scratch))
        #expect(try find(one.file, other.keyFile).text == "\(other.keyFile) is not the key of \(one.file)")
    }

    @Test func `knows the older files of keys`() throws {
        let certificate = try Certificate(in: scratch)
        let old = scratch.newPath()
        let openssl = try Command(["openssl", "ec", "-in", certificate.keyFile, "-out", old], in: scratch)
        #expect(openssl.wait() == 0)
        try setMode(0o600, of: old)
        #expect(try String(contentsOfFile: old, encoding: .utf8).contains("BEGIN EC PRIVATE KEY"))
        #expect(try !find(certificate.file, old).isWrong)
        let other = try Certificate(in: scratch)
        #expect(try find(other.file, old).isWrong)
    }

    @Test func `finds one that ends soon, and one that has ended`() throws {
        let certificate = try Certificate(days: 30, in: scratch)
        let (file, key) = (certificate.file, certificate.keyFile)
        #expect(try !find(file, key, inDays: 15).isWrong)
        #expect(try find(file, key, inDays: 17).text.hasSuffix(", in 12 days"))
        #expect(try find(file, key, inDays: 31).text.hasPrefix("\(file) ended on 20"))
    }

    @Test func `finds one for another host`() throws {
        let certificate = try Certificate(in: scratch)
        let text = try find(certificate.file, certificate.keyFile, host: "needme.example").text
        #expect(text == "\(certificate.file) is for localhost, not for needme.example")
    }

    @Test func `finds a key that everybody may read`() throws {
        let certificate = try Certificate(in: scratch)
        try setMode(0o644, of: certificate.keyFile)
        #expect(try find(certificate.file, certificate.keyFile).cure == "chmod 600 \(certificate.keyFile)")
    }

    @Test func `finds what is no certificate, no key, or not there`() throws {
        let certificate = try Certificate(in: scratch)
        #expect(try find(certificate.keyFile, certificate.keyFile).text.hasSuffix("is no certificate"))
        try setMode(0o600, of: certificate.file)
        #expect(try find(certificate.file, certificate.file).text.hasSuffix("is no key that nginx can open"))
        #expect(try find("/nowhere/fullchain.pem", certificate.keyFile).isWrong)
        #expect(CheckCertificate(nginx: "/nowhere", host: nil, now: .distantPast).findings.map(\.isWrong) == [true])
    }

    @Test func `finds a configuration that names none`() throws {
        let file = try scratch.file("http { }".utf8)
        #expect(CheckCertificate(nginx: file, host: nil, now: .distantPast).findings.map(\.isWrong) == [true])
    }

    @Test func `reads the configuration that is installed`() throws {
        let path = Run.repository.appendingPathComponent("nginx/needme.conf").path
        let findings = CheckCertificate(nginx: path, host: nil, now: .distantPast).findings
        #expect(findings.count == 1)
        #expect(findings[0].text.contains("/etc/letsencrypt/live/needme/fullchain.pem"))
    }

    @Test func `never falls over what somebody wrote`() throws {
        let certificate = try Certificate(in: scratch)
        let text = try String(contentsOfFile: certificate.file, encoding: .utf8)
        let bytes = try #require(PEM(text, endingWith: "CERTIFICATE")).bytes
        for length in 0..<bytes.count {
            let cut = Data(bytes.prefix(length)).base64EncodedString()
            #expect(ServerCertificate(pem: "-----BEGIN CERTIFICATE-----\n\(cut)\n-----END CERTIFICATE-----") == nil)
        }
        var lot = Lot(seed: 1)
        for _ in 0..<5_000 {
            var changed = bytes
            changed[Int.random(in: changed.indices, using: &lot)] = UInt8.random(in: .min ... .max, using: &lot)
            let text = Data(changed).base64EncodedString()
            _ = ServerCertificate(pem: "-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----")
        }
    }

    private func find(_ certificate: String, _ key: String, host: String = "localhost", inDays days: Int64 = 0) throws
        -> Finding
    {
        let nginx = try scratch.file(
            "http {\n  server {\n    ssl_certificate \(certificate);  # yours\n    ssl_certificate_key \"\(key)\";\n  }\n}\n"
                .utf8
        )
        let now = Outside.real.now().adding(seconds: days * 86_400 + 60)
        let findings = CheckCertificate(nginx: nginx, host: host, now: now).findings
        return try #require(findings.first)
    }
}

extension Instant {
    fileprivate static let distantPast = Instant(seconds: 0)
}
