import Glibc

extension Configuration {
    /// The environment this process was started with.
    static var ofProcess: Configuration {
        var variables: [String: String] = [:]
        var entry = unsafe environ
        while let text = unsafe entry.pointee {
            let parts = unsafe String(cString: text).split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            unsafe entry += 1
        }
        return Configuration(environment: variables)
    }
}

/// Runs a program's work; a wrong configuration is said in one line and ends it with status 78.
func exitingCleanly(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as ConfigurationError {
        let line = "needme: \(error)\n"
        unsafe _ = write(STDERR_FILENO, line, line.utf8.count)
        exit(ConfigurationError.exitStatus)
    }
}
