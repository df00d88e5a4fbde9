import Dispatch
import Foundation
import Synchronization

/// Runs `body` on as many threads at once, and waits for all: real threads, because what they do blocks.
///
/// A connection belongs to one thread: each body opens its own.
public func race<Value: Sendable>(
    _ count: Int,
    _ body: @escaping @Sendable (_ runner: Int) throws -> Value
) -> [Result<Value, any Error>] {
    let finish = DispatchGroup()
    let results = Results<Value>()
    for runner in 0..<count {
        finish.enter()
        Thread.detachNewThread {
            let result = Result { try body(runner) }
            results.byRunner.withLock { $0[runner] = result }
            finish.leave()
        }
    }
    finish.wait()
    return results.byRunner.withLock { results in (0..<count).compactMap { results[$0] } }
}

private final class Results<Value: Sendable>: Sendable {
    let byRunner = Mutex<[Int: Result<Value, any Error>]>([:])
}
