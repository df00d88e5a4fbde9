import Glibc

/// Makes two authorities, and a server's certificate signed by the first for 127.0.0.1 alone.
func makeCertificates(in directory: String) throws {
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    for authority in ["ca", "other-ca"] {
        try run(
            "openssl",
            ["req", "-x509", "-subj", "/CN=\(authority)", "-keyout", "\(directory)/\(authority).key", "-days", "2"]
                + key
                + ["-out", "\(directory)/\(authority).pem"]
        )
    }
    try run(
        "openssl",
        ["req", "-x509", "-subj", "/CN=needme", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"] + key
            + ["-CA", "\(directory)/ca.pem", "-CAkey", "\(directory)/ca.key"]
            + ["-addext", "basicConstraints=critical,CA:FALSE"]
            + ["-keyout", "\(directory)/server.key", "-out", "\(directory)/server.pem"]
    )
}

/// A TCP port that nobody listens on.
func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
            unsafe bind(descriptor, generic, length) == 0 ? getsockname(descriptor, generic, &length) : -1
        }
    }
    guard status == 0 else { throw Failure(sentence: "no free port: errno \(errno)") }
    return Int(UInt16(bigEndian: address.sin_port))
}
