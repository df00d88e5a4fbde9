import Foundation
import TestSupport

/// A named pipe where the echo program holds a request until the test lets it go.
final class Gate {
    let path: String
    private var pipe: Int32 = -1

    init(in scratch: Scratch) {
        path = scratch.newPath()
        unsafe mkfifo(path, 0o600)
    }

    /// Returns once the program is at the gate: opening a named pipe waits for the other end.
    func waitForRequest() { pipe = unsafe open(path, O_WRONLY | O_CLOEXEC) }

    func letGo() { close(pipe) }
}
