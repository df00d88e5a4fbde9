import Accounting
import Curl
import Foundation
import OperationsTestSupport
import PDF
import Stripe
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

@testable import needme

/// The checks of what is outside of the program and its database.
@Suite(.timeLimit(.minutes(1))) struct `The check of` {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func `Stripe finds a key that is known, and the time`() {
        let stripe = SimulatedStripe()
        let (findings, answeredAt) = CheckStripe(client: stripe.client, takesRealMoney: false).look()
        #expect(findings.map(\.isWrong) == [false])
        #expect(answeredAt.flatMap(Instant.init(httpDate:)) == stripe.now)
    }

    @Test func `Stripe finds a key that is not, and a Stripe that does not answer`() {
        let stripe = SimulatedStripe()
        stripe.settings.secretKey = "sk_test_another"
        let refused = CheckStripe(client: stripe.client, takesRealMoney: false).look().findings
        #expect(refused.map(\.isWrong) == [true])
        #expect(refused.first?.text.contains("401") == true)
        #expect(refused.first?.text.contains(SimulatedStripe.secretKey) == false)
        stripe.faults.nextStatuses = [503, 503, 503]
        #expect(CheckStripe(client: stripe.client, takesRealMoney: false).look().findings.map(\.isWrong) == [true])
    }

    @Test func `Stripe finds webhooks of the other mode`() {
        let findings = CheckStripe(client: SimulatedStripe().client, takesRealMoney: true).look().findings
        #expect(findings.map(\.isWrong) == [false, true])
        #expect(findings.last?.text == "the key moves test money, the webhooks take real")
    }

    @Test(arguments: [(0, false), (5, false), (-5, false), (6, true), (-6, true), (86_400, true)])
    func `the clock finds what differs by more than five seconds`(seconds: Int64, isWrong: Bool) {
        let check = CheckClock(ours: Story.start.adding(seconds: seconds), theirs: Story.start, name: "Stripe")
        #expect(check.findings.map(\.isWrong) == [isWrong])
    }

    @Test(arguments: [
        "", "Wed", "Wed, 18 Nov 2026 11:06:40", "Wed, 31 Feb 2026 11:06:40 GMT", "Wed, 18 Nov 2026 25:06:40 GMT",
    ])
    func `the clock reads only dates`(text: String) {
        #expect(Instant(httpDate: text) == nil)
    }

    @Test func `secrets finds one or two of each, and the same for both`() {
        #expect(
            CheckWebhookSecrets(connect: ["whsec_1", "whsec_2"], platform: ["whsec_3"]).findings.allSatisfy {
                !$0.isWrong
            }
        )
        let same = CheckWebhookSecrets(connect: ["whsec_1", "whsec_2"], platform: ["whsec_2"]).findings
        #expect(same.map(\.isWrong) == [true])
        #expect(!same[0].text.contains("whsec_") && same[0].cure?.contains("whsec_") == false)
    }

    @Test func `documents finds what every document is drawn with, or names the package`() {
        #expect(CheckMaterials().findings.map(\.isWrong) == [false])
        var files = MaterialFiles.debian
        files.colourProfile.path = "/nowhere/sRGB.icc"
        #expect(
            CheckMaterials(files: files).findings == [
                .wrong("documents", "/nowhere/sRGB.icc is missing", cure: "apt-get install icc-profiles-free")
            ]
        )
    }

    @Test func `documents finds a font that is none`() throws {
        var files = MaterialFiles.debian
        files.fonts[0].path = try scratch.file("no font".utf8)
        #expect(CheckMaterials(files: files).findings.map(\.isWrong) == [true])
    }

    @Test func `mail finds a server that lets us in, under TLS, and sends nothing`() throws {
        let certificate = try Certificate(in: scratch)
        let server = try DebianSMTPServer(.init(certificate: certificate, login: ("needme", "secret")), in: scratch)
        #expect(mail(server.port, .startTLS, "secret", certificate).isWrong == false)
        #expect(try server.taken() == "")
    }

    @Test func `mail finds a wrong password, an unknown certificate, no TLS, and nobody`() throws {
        let certificate = try Certificate(in: scratch)
        let server = try DebianSMTPServer(.init(certificate: certificate, login: ("needme", "secret")), in: scratch)
        let refused = mail(server.port, .startTLS, "faux", certificate)
        #expect(refused.text == "localhost:\(server.port) does not let us in (535)")
        #expect(refused.cure?.contains("NEEDME_SMTP_PASSWORD") == true)
        #expect(mail(server.port, .startTLS, "secret", nil).isWrong)
        let bare = try DebianSMTPServer(in: scratch)
        #expect(mail(bare.port, .startTLS, "secret", certificate).isWrong)
        bare.end()
        #expect(mail(bare.port, .startTLS, "secret", certificate).isWrong)
    }

    private func mail(
        _ port: Int,
        _ security: SMTPSettings.Security,
        _ password: String,
        _ authority: Certificate?
    ) -> Finding {
        let settings = SMTPSettings(
            host: "localhost",
            port: port,
            security: security,
            user: "needme",
            password: password,
            clientName: "needme.test",
            certificateAuthorityFile: authority?.file
        )
        return CheckMail(server: settings).findings[0]
    }
}
