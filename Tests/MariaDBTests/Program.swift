import Glibc

/// Runs a program until it ends; what it prints is dropped, what it complains of is shown.
///
/// Foundation's `Process` would do, but for a leak that the address sanitizer reports.
func run(_ program: String, _ arguments: [String]) throws {
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var child = pid_t()
    guard unsafe posix_spawnp(&child, program, &actions, nil, &words, environ) == 0 else {
        throw Failure(sentence: "\(program) cannot be started")
    }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else { throw Failure(sentence: "\(program) \(arguments) failed") }
}

/// What could not be done.
struct Failure: Error {
    let sentence: String
}
