/// Some words of a letter, and where they lead.
public struct Passage: Sendable, Equatable {
    /// The words; an empty line begins a paragraph.
    public let text: String
    /// Where they lead; nil when they lead nowhere.
    public let link: Link?

    /// An address under a name.
    public struct Link: Sendable, Equatable {
        /// What it is called: « Voir la facture ».
        public let words: String
        /// The address.
        public let address: String

        /// A link.
        public init(_ words: String, _ address: String) {
            self.words = words
            self.address = address
        }
    }

    /// A passage.
    public init(_ text: String, link: Link? = nil) {
        self.text = text
        self.link = link
    }
}
