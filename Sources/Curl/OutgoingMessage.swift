import CCurl

/// A message that libcurl takes piece by piece; it doubles the dots that begin a line and adds the last one itself.
final class OutgoingMessage {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Has the handle read from here.
    func attach(to handle: EasyHandle) throws(TransportError) {
        try handle.set(CURLOPT_UPLOAD, 1)
        try handle.set(CURLOPT_INFILESIZE_LARGE, size: bytes.count)
        try unsafe handle.set(CURLOPT_READFUNCTION, Self.givesBytes, CURLOPT_READDATA, self)
    }

    /// The error behind a code; a server that has not read the whole message has not taken it.
    func failure(_ code: CURLcode, _ explanation: String) -> TransportError {
        let isRead = position == bytes.count
        return TransportError(code: Int(code.rawValue), message: explanation, mayHaveArrived: isRead)
    }

    /// > Your function must return the actual number of bytes that it stored in the data area pointed at by the pointer
    /// > buffer. Returning 0 will signal end-of-file to the library (CURLOPT_READFUNCTION(3)).
    private static let givesBytes: ccurl_transfer_callback = { room, size, count, context in
        guard let context = unsafe context, let room = unsafe room else { return Int(CURL_READFUNC_ABORT) }
        let message = unsafe Unmanaged<OutgoingMessage>.fromOpaque(context).takeUnretainedValue()
        let piece = message.bytes[message.position...].prefix(size * count)
        unsafe UnsafeMutableRawBufferPointer(start: room, count: size * count).copyBytes(from: piece)
        message.position += piece.count
        return piece.count
    }
}
