import Glibc

/// A file descriptor that belongs to us and is closed with its owner.
struct Descriptor: ~Copyable {
    let number: Int32

    init(owning number: Int32) { self.number = number }

    deinit {
        // > Retrying the close() after a failure return is the wrong thing to do (close(2)). Nothing was written to it.
        _ = close(number)
    }
}
