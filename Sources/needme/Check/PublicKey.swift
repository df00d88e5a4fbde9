/// The half of a key pair that is no secret, as far as it takes to compare: RSA's modulus, or the point of a curve.
struct PublicKey: Equatable {
    private let material: [UInt8]

    /// Out of a certificate: `SubjectPublicKeyInfo` (RFC 5280 §4.1).
    init?(subject: DER) {
        guard let bits = subject.parts?.last?.bits else { return nil }
        let modulus = DER(bits).flatMap { $0.tag == 0x30 ? $0.parts?.first : nil }
        material = Array(modulus?.content ?? bits)
    }

    /// Out of a private key's file; nil when it does not say its public half.
    init?(privateKey text: String) {
        guard let pem = PEM(text, endingWith: "PRIVATE KEY"), let value = DER(pem.bytes) else { return nil }
        // PKCS #8 (RFC 5208) wraps what the older files hold.
        let inner =
            pem.label == "PRIVATE KEY" ? value.parts?.last { $0.tag == 0x04 }.flatMap { DER($0.content) } : value
        guard let parts = inner?.parts, parts.count > 1 else { return nil }
        if parts[1].tag == 0x02 {
            // RSA (RFC 8017 §A.1.2): the version, then the modulus.
            material = Array(parts[1].content)
        } else {
            // A curve's (RFC 5915 §3): the point stands under [1].
            guard let point = parts.first(where: { $0.tag == 0xA1 })?.parts?.first?.bits else { return nil }
            material = Array(point)
        }
    }
}
