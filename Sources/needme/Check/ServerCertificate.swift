import Accounting

/// A server's certificate (RFC 5280 §4.1), as far as it can be forgotten or mistaken.
struct ServerCertificate {
    /// Until when browsers believe it.
    let endsAt: Instant
    /// The hosts it is for.
    let hosts: [String]
    /// What it says of the key.
    let publicKey: PublicKey

    /// The first certificate of a file; nil when there is none that can be read.
    init?(pem text: String) {
        guard let pem = PEM(text, endingWith: "CERTIFICATE"), let fields = DER(pem.bytes)?.parts?.first?.parts,
            // Before the fields that every certificate has stands its version.
            let start = fields.firstIndex(where: { $0.tag == 0x02 }), fields.count > start + 5,
            let end = fields[start + 3].parts?.last, let endsAt = Self.moment(end),
            let key = PublicKey(subject: fields[start + 5])
        else { return nil }
        self.endsAt = endsAt
        publicKey = key
        let extensions: DER? = fields.first { $0.tag == 0xA3 }?.parts?.first
        hosts = extensions?.parts?.flatMap(Self.hosts) ?? []
    }

    /// Whether it is for a host, itself or by a star in place of its first word (RFC 9525 §6.3).
    func names(_ host: String) -> Bool {
        let rest = host.split(separator: ".", maxSplits: 1).last.map(String.init)
        return hosts.contains { $0.lowercased() == host.lowercased() || $0 == "*." + (rest ?? "") }
    }

    /// "261118110640Z" as UTCTime, with a year of two digits until 2049, or with four (RFC 5280 §4.1.2.5).
    private static func moment(_ time: DER) -> Instant? {
        let text = String(decoding: time.content, as: UTF8.self)
        let long = time.tag == 0x18 ? text : (text < "5" ? "20" : "19") + text
        guard long.count == 15, long.last == "Z" else { return nil }
        var numbers: [Int] = []
        var rest = long.dropLast()
        for width in [4, 2, 2, 2, 2, 2] {
            guard let number = Int(rest.prefix(width)) else { return nil }
            numbers.append(number)
            rest = rest.dropFirst(width)
        }
        guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
        return Instant(seconds: day.number * 86_400 + Int64(numbers[3] * 3_600 + numbers[4] * 60 + numbers[5]))
    }

    /// The names of hosts in the extension subjectAltName (RFC 5280 §4.2.1.6), 2.5.29.17.
    private static func hosts(_ part: DER) -> [String] {
        guard let fields = part.parts, fields.first?.content.elementsEqual([0x55, 0x1D, 0x11]) == true,
            let names = fields.last.flatMap({ DER($0.content) })?.parts
        else { return [] }
        return names.filter { $0.tag == 0x82 }.map { String(decoding: $0.content, as: UTF8.self) }
    }
}
