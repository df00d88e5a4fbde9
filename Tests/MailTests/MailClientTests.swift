import Curl
import Mail
import Testing

@Suite struct `The sending of mail` {
    @Test func `hands over the bytes, in an envelope with the sender and the reader`() throws {
        var handedOver: [(message: [UInt8], envelope: MailEnvelope)] = []
        let client = client { message, envelope throws(TransportError) in
            handedOver.append((message, envelope))
            return .accepted
        }
        try client.send(.sample(to: "Jeanne"))
        #expect(handedOver.map(\.message) == [Message.sample(to: "Jeanne").bytes])
        #expect(
            handedOver.map(\.envelope) == [
                MailEnvelope(sender: "needme@needme.example", recipients: ["jeanne@exemple.fr"])
            ]
        )
    }

    @Test(arguments: [421, 450, 451, 452]) func `a refusal for now means later`(_ code: Int) {
        #expect(throws: MailError.later(reason: "the mail server asks to come back later (\(code))")) {
            try client { _, _ throws(TransportError) in .refusedForNow(code: code) }.send(.sample())
        }
    }

    @Test(arguments: [500, 550, 552, 554]) func `a refusal for good means never`(_ code: Int) {
        #expect(throws: MailError.refused(code: code)) {
            try client { _, _ throws(TransportError) in .refusedForGood(code: code) }.send(.sample())
        }
    }

    @Test(arguments: [530, 534, 535, 538]) func `a refusal of our log-in means later`(_ code: Int) {
        #expect(throws: MailError.later(reason: "the mail server refuses our log-in (\(code))")) {
            try client { _, _ throws(TransportError) in .refusedForGood(code: code) }.send(.sample())
        }
    }

    @Test func `no answer means later`() {
        let failure = TransportError(code: 7, message: "refused", mayHaveArrived: false)
        #expect(throws: MailError.later(reason: "the mail server cannot be reached: \(failure)")) {
            try client { _, _ throws(TransportError) in throw failure }.send(.sample())
        }
    }

    private func client(_ submit: @escaping MailSubmission) -> MailClient {
        MailClient(sender: Mailbox(name: "NeedMe", address: .ours("needme@needme.example")), submit: submit)
    }
}
