import CQPDF
import Glibc

/// Owns one of qpdf's documents and the bytes it was read from.
@safe final class QPDFFile {
    let handle: qpdf_data
    private let source: UnsafeMutableBufferPointer<CChar>

    /// Reads a document.
    ///
    /// Throws `writing` with qpdf's words when it is damaged. What qpdf mends is no error unless mending is off.
    init(_ bytes: [UInt8], mends: Bool = true) throws(DrawingError) {
        // > Initialize the qpdf C API: only std::bad_alloc could make this fail.
        guard let handle = unsafe qpdf_init() else { throw .writing("no memory") }
        unsafe self.handle = handle
        // > The buffer must remain valid for as long as the qpdf_data object is in use.
        unsafe source = .allocate(capacity: max(bytes.count, 1))
        unsafe bytes.withUnsafeBytes { unsafe UnsafeMutableRawBufferPointer(source).copyBytes(from: $0) }
        // > Calling qpdf_silence_errors prevents qpdf from writing errors to stderr.
        unsafe qpdf_silence_errors(handle)
        unsafe qpdf_set_suppress_warnings(handle, 1)
        unsafe qpdf_set_attempt_recovery(handle, mends ? 1 : 0)
        let code = unsafe qpdf_read_memory(handle, "document", source.baseAddress, UInt64(bytes.count), nil)
        try check(code)
    }

    deinit {
        var handle: qpdf_data? = unsafe self.handle
        unsafe qpdf_cleanup(&handle)
        unsafe source.deallocate()
    }

    /// > QPDF_ERRORS: there was an error. Warnings have been mended.
    func check(_ code: QPDF_ERROR_CODE) throws(DrawingError) {
        guard code & QPDF_ERROR_CODE(QPDF_ERRORS) != 0 else { return }
        throw .writing(error() ?? "unknown error")
    }

    /// Throws what went wrong in any of the calls on objects since the last look.
    ///
    /// > If an error occurs, a fallback value is returned, and the error is available through qpdf_get_error.
    func checkObjects() throws(DrawingError) {
        if let error = error() { throw .writing(error) }
    }

    private func error() -> String? {
        guard unsafe qpdf_has_error(handle) != 0 else { return nil }
        // > This call clears the error.
        let error = unsafe qpdf_get_error(handle)
        return unsafe String(cString: qpdf_get_error_full_text(handle, error))
    }

    var isEncrypted: Bool { unsafe qpdf_is_encrypted(handle) != 0 }

    /// Writes the document as PDF/A wants it; the same document gives the same bytes.
    func written() throws(DrawingError) -> [UInt8] {
        try check(unsafe qpdf_init_write_memory(handle))
        unsafe qpdf_set_minimum_pdf_version(handle, "1.7")
        unsafe qpdf_set_deterministic_ID(handle, 1)
        unsafe qpdf_set_object_stream_mode(handle, qpdf_o_disable)
        // ISO 19005-3 §6.1.7.1: the keyword endstream shall be preceded by an end of line.
        unsafe qpdf_set_newline_before_endstream(handle, 1)
        try check(unsafe qpdf_write(handle))
        // > Do not free the memory: it is freed by qpdf_cleanup or the next write.
        let buffer = unsafe UnsafeBufferPointer(start: qpdf_get_buffer(handle), count: qpdf_get_buffer_length(handle))
        return unsafe [UInt8](buffer)
    }
}
