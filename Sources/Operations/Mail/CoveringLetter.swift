/// What a freelancer has NeedMe write about a document, and to whom.
public struct CoveringLetter: Sendable {
    /// The client's addresses.
    public let recipients: [String]
    /// The mail's subject.
    public let subject: String
    /// « Joindre le PDF ».
    public let hasFile: Bool
    let message: String
    let wantsCopy: Bool

    /// - Parameters:
    ///   - recipients: the client's addresses; each gets a mail of its own.
    ///   - subject: the mail's subject.
    ///   - message: the freelancer's words; the link follows them.
    ///   - hasFile: « Joindre le PDF ».
    ///   - wantsCopy: « M’envoyer une copie ».
    public init(recipients: [String], subject: String, message: String, hasFile: Bool = false, wantsCopy: Bool = false)
    {
        self.recipients = recipients
        self.subject = subject
        self.message = message
        self.hasFile = hasFile
        self.wantsCopy = wantsCopy
    }

    /// The message's paragraphs, line by line.
    public var paragraphs: [[String]] { LetterPage.paragraphs(of: message) }

    /// The letter with some words in the place of others.
    func replacing(_ place: String, with words: String) -> CoveringLetter {
        CoveringLetter(
            recipients: recipients,
            subject: subject.replacing(place, with: words),
            message: message.replacing(place, with: words),
            hasFile: hasFile,
            wantsCopy: wantsCopy
        )
    }
}
