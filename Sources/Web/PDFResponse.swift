extension Response {
    /// A PDF under a name, which the browser saves.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - name: its name without ".pdf"; letters, digits and hyphens.
    ///   - isShown: true to be shown by the browser rather than saved.
    /// - Returns: the answer, never kept by caches.
    public static func pdf(_ bytes: [UInt8], named name: String, isShown: Bool = false) -> Response {
        let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
        precondition(isPlain, "A number names a file.")
        return Response(type: "application/pdf", body: bytes)
            .with("content-disposition", "\(isShown ? "inline" : "attachment"); filename=\"\(name).pdf\"")
            .with("cache-control", "no-store")
    }
}
