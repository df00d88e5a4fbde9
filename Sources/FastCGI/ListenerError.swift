/// Why the process cannot take requests; it is for the operator, and the process should end.
public struct ListenerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The errno, or libfcgi's own code beyond -9000.
    public let code: Int
    /// What was being done, and what came of it.
    public let description: String

    init(code: Int32, _ doing: String) {
        self.code = Int(code)
        description = "FastCGI: \(doing) (error \(code))"
    }
}
