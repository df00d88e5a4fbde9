extension Response {
    /// A PDF that the browser saves under a name.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - name: its name without ".pdf"; letters, digits and hyphens.
    /// - Returns: the answer, never kept by caches.
    public static func pdf(_ bytes: [UInt8], named name: String) -> Response {
        let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
        precondition(isPlain, "A number names a file.")
        return Response(type: "application/pdf", body: bytes)
            .with("content-disposition", "attachment; filename=\"\(name).pdf\"")
            .with("cache-control", "no-store")
    }
}
