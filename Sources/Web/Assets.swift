/// The addresses of the static files, whose names carry their content's hash so that browsers may keep them for ever.
public struct Assets: Sendable, Equatable {
    /// The stylesheet of every page.
    public let stylesheet: String
    /// The script that makes pages pleasanter; no page needs it.
    public let script: String

    /// Addresses.
    public init(stylesheet: String, script: String) {
        self.stylesheet = stylesheet
        self.script = script
    }
}
