/// A certificate for "localhost" that vouches for itself.
public struct Certificate {
    /// Where it is.
    public let file: String
    /// Where its key is.
    public let keyFile: String

    /// Makes one that holds for some days, with a key of the kind that openssl is told.
    public init(
        key: [String] = ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"],
        days: Int = 30,
        in scratch: Scratch
    ) throws {
        file = scratch.newPath()
        keyFile = scratch.newPath()
        let arguments =
            [
                "openssl", "req", "-x509", "-nodes", "-days", "\(days)", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=DNS:localhost", "-out", file, "-keyout", keyFile, "-newkey",
            ] + key
        _ = try Command(arguments, in: scratch).wait()
    }
}
