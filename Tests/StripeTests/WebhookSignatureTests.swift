import Accounting
import Stripe
import Testing

@Suite struct `The signature of a webhook` {
    private let secret = "whsec_test_secret"
    private let time = Instant(seconds: 1_795_000_000)
    private let body = Array(
        #"{"id":"evt_1","object":"event","type":"checkout.session.completed","account":"acct_1"}"#.utf8
    )
    /// Made by Stripe's own Python library.
    private let signature = "42415e6d746c52d43bf3bc993f031e6e6a85b54737e28287727b5a99e4b5f48a"
    private var header: String { "t=1795000000,v1=\(signature)" }

    private func verify(
        _ header: String,
        body: [UInt8]? = nil,
        secrets: [String]? = nil,
        now: Int64 = 1_795_000_000
    ) throws(SignatureError) {
        try WebhookSignature.verify(
            header: header,
            body: body ?? self.body,
            secrets: secrets ?? [secret],
            now: Instant(seconds: now)
        )
    }

    @Test func `the official library's signature is accepted, and ours is the same`() throws {
        try verify(header)
        #expect(WebhookSignature.header(body: body, secret: secret, at: time) == header)
    }

    @Test(arguments: [-300, 0, 300]) func `five minutes either way`(distance: Int64) throws {
        try verify(header, now: time.seconds - distance)
    }

    @Test(arguments: [-301, 301, -86_400]) func `further away it is a replay or a wrong clock`(distance: Int64) {
        #expect(throws: SignatureError.outOfTime(seconds: distance)) {
            try verify(header, now: time.seconds - distance)
        }
    }

    @Test func `any change is seen`() {
        #expect(throws: SignatureError.forged) { try verify(header, body: body + [0x20]) }
        #expect(throws: SignatureError.forged) { try verify(header, secrets: ["whsec_other"]) }
        #expect(throws: SignatureError.forged) { try verify("t=1795000001,v1=\(signature)") }
        #expect(throws: SignatureError.forged) { try verify("t=1795000000,v1=\(signature.dropLast())b") }
    }

    @Test func `one good signature among several is enough while a secret is replaced`() throws {
        let other = String(repeating: "0", count: 64)
        try verify("t=1795000000,v1=\(other),v1=\(signature),v0=\(other)")
        try verify(header, secrets: ["whsec_new", secret])
    }

    @Test func `other schemes do not count`() {
        #expect(throws: SignatureError.forged) { try verify("t=1795000000,v0=\(signature)") }
        #expect(throws: SignatureError.forged) { try verify("t=1795000000") }
    }

    @Test func `without a secret nothing is believed`() {
        let unsigned = WebhookSignature.header(body: body, secret: "", at: time)
        #expect(throws: SignatureError.forged) { try verify(unsigned, secrets: [""]) }
        #expect(throws: SignatureError.forged) { try verify(header, secrets: []) }
    }

    @Test(
        arguments: [
            "", ",", "t", "t=", "=", "v1=00", "t=1e3,v1=00", "t=-5,v1=00", "t=+5,v1=00", "t=1,t=2,v1=00",
            "t=99999999999999999999,v1=00", "t=1795000000;v1=00", "é",
        ]
    )
    func `garbage is not a signature`(header: String) {
        #expect(throws: SignatureError.malformed) { try verify(header) }
    }

    @Test(arguments: ["v1=", "v1=zz", "v1=00", "v1=é"]) func `nor is half a signature`(part: String) {
        #expect(throws: SignatureError.forged) { try verify("t=1795000000,\(part)") }
    }
}
