import TestSupport

/// A certificate for "localhost" that vouches for itself.
struct Certificate {
    let file: String
    let keyFile: String

    init(in scratch: Scratch) throws {
        file = scratch.newPath()
        keyFile = scratch.newPath()
        let arguments = [
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-out", file, "-keyout", keyFile,
        ]
        _ = try Command(arguments, in: scratch).wait()
    }
}
