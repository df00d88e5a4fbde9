public import Foundation

/// A program that a test runs, with files for its input and output so that neither side waits for the other.
///
/// Written on posix_spawn(3), because Foundation's Process waits in the run loop of whichever thread it meets.
public final class Command {
    /// Its process id.
    public let identifier: pid_t
    private let output: String
    private var status: Int32?

    /// Starts a program found in Debian's folders; its input is `descriptor` if there is one, the bytes otherwise.
    public init(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: some Sequence<UInt8> = [],
        descriptor: Int32? = nil,
        in scratch: Scratch
    ) throws {
        output = try scratch.file([])
        let variables = environment.merging(["PATH": "/usr/sbin:/usr/bin:/bin"]) { given, _ in given }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        if let descriptor {
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, 0)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, 0, try scratch.file(input), O_RDONLY, 0)
        }
        unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        identifier = try unsafe Self.spawn(["/usr/bin/env"] + arguments, variables.map { "\($0)=\($1)" }, &actions)
    }

    deinit {
        if status == nil {
            kill(identifier, SIGKILL)
            _ = wait()
        }
    }

    /// Its exit status once it has ended, or minus the signal that killed it.
    public func wait() -> Int32 {
        if let status { return status }
        var word: Int32 = 0
        while unsafe waitpid(identifier, &word, 0) < 0, errno == EINTR {}
        let ended = word & 0x7F == 0 ? (word >> 8) & 0xFF : -(word & 0x7F)
        status = ended
        return ended
    }

    /// What it wrote, once it has ended.
    public func result() throws -> [UInt8] {
        _ = wait()
        // Data(contentsOf:) leaks a page when the file is empty, which the address sanitizer takes for ours.
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: output))
        return try Array(file.readToEnd() ?? Data())
    }

    /// The new process blocks no signal, whatever the thread that starts it blocks.
    private static func spawn(
        _ arguments: [String],
        _ variables: [String],
        _ actions: inout posix_spawn_file_actions_t
    ) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        var noSignal = sigset_t()
        unsafe sigemptyset(&noSignal)
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        unsafe posix_spawnattr_setsigmask(&attributes, &noSignal)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var texts = unsafe arguments.map { unsafe strdup($0) } + [nil]
        var settings = unsafe variables.map { unsafe strdup($0) } + [nil]
        defer { unsafe (texts + settings).forEach { unsafe free($0) } }
        var identifier: pid_t = 0
        let failure = unsafe posix_spawn(&identifier, arguments[0], &actions, &attributes, &texts, &settings)
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .ENOENT) }
        return identifier
    }
}
