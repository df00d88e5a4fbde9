import Logging

/// Counts what a process does, where it was told to; a count that cannot be written costs nobody their answer.
struct Tally {
    private let file: CountsFile?
    private let log: Logger

    init(of role: String, _ configuration: Configuration, log: Logger) throws(ConfigurationError) {
        file = try configuration.countsFile(of: role)
        self.log = log
    }

    func add(_ event: Counts.Event) {
        do throws(UnreadableFile) {
            try file?.add(event)
        } catch {
            log.warning("not counted", metadata: ["cause": "\(error)"])
        }
    }
}
