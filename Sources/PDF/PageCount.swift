/// How many pages a finished document has.
///
/// - Parameter document: its bytes.
/// - Returns: the number, at least 1.
/// - Throws: `cannotOverlay` when it cannot be read.
public func pageCount(of document: [UInt8]) throws(DrawingError) -> Int {
    do { return try QPDFFile(document).pageCount } catch { throw .cannotOverlay("\(error)") }
}
