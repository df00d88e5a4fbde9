import CPangoCairo
import Glibc

/// A bound to the memory that this process may take while it reads what a stranger sent.
enum MemoryCeiling {
    /// Does something with so many bytes of address space above what is in use, and lifts the bound afterwards.
    ///
    /// A library that asks for more is refused, and throws; nothing else runs meanwhile, for requests are served one at a
    /// time. A process that is bounded already, or cannot be, goes on as it is.
    static func held<Value, Failure>(
        above bytes: Int,
        _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        guard var usual, let used = addressSpace() else { return try body() }
        let ceiling = rlim_t(used + bytes)
        guard ceiling < usual.rlim_cur else { return try body() }
        var held = rlimit(rlim_cur: ceiling, rlim_max: usual.rlim_max)
        guard unsafe setrlimit(resource, &held) == 0 else { return try body() }
        defer {
            let isLifted = unsafe setrlimit(resource, &usual) == 0
            precondition(isLifted, "A process may raise its own limit up to the hard one (setrlimit(2)).")
        }
        return try body()
    }

    /// The bound before any was set here, read once: where several threads read at a time, as tests do, the last to end leaves
    /// this one behind.
    private static let usual: rlimit? = {
        var limit = rlimit()
        return unsafe getrlimit(resource, &limit) == 0 ? limit : nil
    }()

    private static var resource: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_AS.rawValue) }

    /// The process's address space in bytes: the first field of statm, in pages (proc(5)).
    private static func addressSpace() -> Int? {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe g_file_get_contents("/proc/self/statm", &text, nil, nil) != 0, let text = unsafe text else {
            return nil
        }
        defer { unsafe g_free(text) }
        let pages = unsafe String(cString: text).prefix { $0 != " " }
        return Int(pages).map { $0 * Int(getpagesize()) }
    }
}
