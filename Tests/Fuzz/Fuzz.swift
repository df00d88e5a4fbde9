import Glibc
import HostileInput

/// libFuzzer at one door, which NEEDME_FUZZ_DOOR names; the arguments are libFuzzer's own.
@main
struct Fuzz {
    fileprivate static let door: Door = {
        let name = unsafe getenv("NEEDME_FUZZ_DOOR").map { unsafe String(cString: $0) } ?? ""
        guard let door = Door(rawValue: name) else {
            preconditionFailure("NEEDME_FUZZ_DOOR is one of \(Door.allCases.map(\.rawValue))")
        }
        return door
    }()

    static func main() {
        var count = CommandLine.argc
        var arguments = unsafe CommandLine.unsafeArgv
        unsafe exit(runDriver(&count, &arguments, takeInput))
    }
}

/// What libFuzzer asks for each input.
@_cdecl("LLVMFuzzerTestOneInput")
func takeInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    do {
        try Fuzz.door.take(unsafe Array(UnsafeBufferPointer(start: data, count: size)))
    } catch {
        preconditionFailure("\(error)")
    }
    return 0
}

/// libFuzzer as a library, for SwiftPM brings a `main` of its own (https://llvm.org/docs/LibFuzzer.html).
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ take: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
