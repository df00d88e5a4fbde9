import CFuzzer
import Glibc
import HostileInput

/// libFuzzer at one door: `Fuzz FOLDER… -max_total_time=600`, the door being the value of NEEDME_FUZZ_DOOR.
@main
struct Fuzz {
    /// The door, for libFuzzer's callback, which carries nothing of ours.
    static let door: Door = {
        let name = unsafe getenv("NEEDME_FUZZ_DOOR").map { unsafe String(cString: $0) } ?? ""
        guard let door = Door(rawValue: name) else {
            preconditionFailure("NEEDME_FUZZ_DOOR is one of \(Door.allCases.map(\.rawValue))")
        }
        return door
    }()

    static func main() {
        var count = CommandLine.argc
        var arguments = unsafe Optional(CommandLine.unsafeArgv)
        unsafe exit(
            LLVMFuzzerRunDriver(&count, &arguments) { data, size in
                let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
                do {
                    try Fuzz.door.take(bytes)
                } catch {
                    preconditionFailure("\(error)")
                }
                return 0
            }
        )
    }
}
