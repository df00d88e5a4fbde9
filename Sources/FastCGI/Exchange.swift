import CFastCGI
import Glibc

/// Owns libfcgi's request structure: one connection at a time, one request by connection.
@safe struct Exchange: ~Copyable {
    /// On the heap, because libfcgi's streams keep its address.
    private let handle: UnsafeMutablePointer<FCGX_Request>

    init(socket: Int32) throws(ListenerError) {
        // The library also sets a handler for SIGPIPE, so that a client that went away does not end the process.
        guard Self.initialization == 0 else { throw ListenerError(code: Self.initialization, "FCGX_Init") }
        let request = UnsafeMutablePointer<FCGX_Request>.allocate(capacity: 1)
        unsafe request.initialize(to: FCGX_Request())
        // > Setting FCGI_FAIL_ACCEPT_ON_INTR prevents FCGX_Accept() from restarting upon being interrupted.
        let failure = unsafe FCGX_InitRequest(request, socket, FCGI_FAIL_ACCEPT_ON_INTR)
        guard failure == 0 else {
            unsafe request.deallocate()
            throw ListenerError(code: failure, "FCGX_InitRequest")
        }
        unsafe handle = request
    }

    /// > Call in multi-threaded apps before calling FCGX_Accept_r(). Returns 0 upon success.
    private static let initialization = FCGX_Init()

    /// Accepts a connection and reads the request's variables; false when there is none after all.
    borrowing func begins() throws(ListenerError) -> Bool {
        let result = unsafe FCGX_Accept_r(handle)
        if result == 0 { return true }
        // Another process that shares the socket was faster, the client had left, or a signal passed: result is -errno.
        if [EAGAIN, EINTR].contains(-result) { return false }
        throw ListenerError(code: result, "accepting a connection")
    }

    /// The request's variables, copied.
    ///
    /// > DO NOT retain pointers to the envp array or any strings contained in it.
    var variables: CGIVariables {
        var variables = CGIVariables()
        guard var next = unsafe handle.pointee.envp else { return variables }
        while let entry = unsafe next.pointee {
            // Bytes that are not UTF-8 are replaced by U+FFFD, never a reason to stop.
            unsafe variables.add(String(cString: entry))
            unsafe next += 1
        }
        return variables
    }

    /// The body, copied; shorter than its length when the client left before its end.
    borrowing func body(length: Int) -> [UInt8] {
        guard length > 0 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            // > Number of bytes read. If result is smaller than n, the end of input has been reached.
            let read = unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                unsafe FCGX_GetStr(characters.baseAddress, Int32(length), handle.pointee.in)
            }
            count = max(0, Int(read))
        }
    }

    /// Writes an answer, or a piece of one; false when the client left, and nobody is there to be told.
    @discardableResult
    borrowing func write(_ bytes: [UInt8]) -> Bool {
        // > Returns number of bytes written for normal return, EOF (-1) if an error occurred.
        let written = unsafe bytes.withUnsafeBytes { buffer in
            unsafe FCGX_PutStr(buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), handle.pointee.out)
        }
        return written == bytes.count
    }

    /// Sends what is left of the answer and closes the connection, even when nginx offers to keep it: we would wait
    /// for its next request while others knock.
    borrowing func ends() {
        unsafe FCGX_Finish_r(handle)
        unsafe FCGX_Free(handle, 1)
    }

    /// Closes the connection in the middle of an answer, so that nginx breaks its own off too.
    ///
    /// For nginx a connection that merely closes may be the end of an answer; a record of no version of FastCGI is none.
    borrowing func breaksOff() {
        let nonsense = [UInt8](repeating: 0, count: 8)
        // Whoever has left meanwhile needs to be told nothing.
        _ = unsafe FCGX_FFlush(handle.pointee.out)
        _ = unsafe Glibc.write(handle.pointee.ipcFd, nonsense, nonsense.count)
        unsafe FCGX_Free(handle, 1)
    }

    deinit {
        unsafe FCGX_Free(handle, 1)
        unsafe handle.deallocate()
    }
}
