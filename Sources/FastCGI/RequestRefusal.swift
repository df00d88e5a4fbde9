import Web

/// A request that no handler should see.
enum RequestRefusal: Error {
    /// Its length, path or body is not what it says.
    case malformed
    /// Its body is longer than we take.
    case tooLarge

    /// What its sender reads.
    var response: Response {
        switch self {
        case .malformed: .text("Cette requête est incomplète ou mal formée.\n", status: 400)
        case .tooLarge: .text("Ce que vous envoyez est trop volumineux.\n", status: 413)
        }
    }
}
