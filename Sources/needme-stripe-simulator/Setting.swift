import ArgumentParser
import Glibc

/// A setting from the command line, or else from the environment.
enum Setting {
    static func optional(_ option: String?, _ variable: String) -> String? {
        if let option { return option }
        guard let value = unsafe getenv(variable) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    static func required(_ option: String?, _ variable: String) throws -> String {
        guard let value = optional(option, variable) else {
            throw ValidationError("Set \(variable) or give the option of the same name.")
        }
        return value
    }
}
