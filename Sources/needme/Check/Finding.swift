/// What a check found: that something is well, or what is wrong with it and what to do.
struct Finding: Equatable {
    /// What was looked at: "database", "mail".
    let subject: String
    /// What was found, in one line without a secret.
    let text: String
    /// What to do; nil when all is well.
    let cure: String?

    /// All is well.
    static func ok(_ subject: String, _ text: String) -> Finding {
        Finding(subject: subject, text: text, cure: nil)
    }

    /// Something is wrong.
    static func wrong(_ subject: String, _ text: String, cure: String) -> Finding {
        Finding(subject: subject, text: text, cure: cure)
    }

    var isWrong: Bool { cure != nil }

    /// One line, green or red where it is read by a person.
    func line(inColour: Bool) -> String {
        let word = isWrong ? "wrong" : "ok   "
        let colour = inColour ? "\u{1B}[\(isWrong ? 31 : 32)m\(word)\u{1B}[0m" : word
        return "\(colour)  \(subject): \(text)" + (cure.map { " → \($0)" } ?? "")
    }
}
