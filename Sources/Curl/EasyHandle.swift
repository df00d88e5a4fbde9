import CCurl

/// Owns one libcurl handle, its connections, its error text, and keeps alive what the handle points to.
@safe final class EasyHandle {
    private let handle: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>
    private var kept: [AnyObject] = []

    init() throws(TransportError) {
        guard Self.initialization == CURLE_OK else {
            throw TransportError(Self.initialization, "curl_global_init failed")
        }
        // > If this function returns NULL, something went wrong and you cannot use the other curl functions.
        guard let handle = unsafe curl_easy_init() else { throw TransportError(CURLE_FAILED_INIT, "no handle") }
        unsafe self.handle = unsafe handle
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    /// > If this function returns non-zero, something went wrong and you cannot use the other curl functions
    /// > (curl_global_init(3)).
    private static let initialization = curl_global_init(Int(CURL_GLOBAL_SSL))

    deinit {
        unsafe curl_easy_cleanup(handle)
        // > libcurl will need it until you call curl_easy_cleanup(3) (CURLOPT_ERRORBUFFER(3)).
        unsafe errorText.deallocate()
    }

    /// Begins a transfer: only these protocols, no proxy, no signal, certificates verified.
    func begin(protocols: String, certificateAuthorityFile: String?) throws(TransportError) {
        forget()
        unsafe errorText.pointee = 0
        try check(unsafe ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText))
        try set(CURLOPT_PROTOCOLS_STR, protocols)
        // > Setting the proxy string to "" (an empty string) explicitly disables the use of a proxy, even if there is an
        // > environment variable set for it.
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        // 2: the certificate must be made for the host we ask.
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        if let certificateAuthorityFile { try set(CURLOPT_CAINFO, certificateAuthorityFile) }
    }

    /// Drops every option and what they point to; connections stay.
    ///
    /// > It does not change the following information kept in the handle: live connections, the Session ID cache, the DNS
    /// > cache, the cookies, the shares or the alt-svc cache (curl_easy_reset(3)).
    func forget() {
        unsafe curl_easy_reset(handle)
        kept = []
    }

    func set(_ option: CURLoption, _ value: Int) throws(TransportError) {
        try check(unsafe ccurl_set_long(handle, option, value))
    }

    /// Sets a size, of those options whose name ends in LARGE.
    func set(_ option: CURLoption, size: Int) throws(TransportError) {
        try check(unsafe ccurl_set_offset(handle, option, curl_off_t(size)))
    }

    /// > The application does not have to keep the string around after setting this option.
    func set(_ option: CURLoption, _ text: String) throws(TransportError) {
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw TransportError(CURLE_BAD_FUNCTION_ARGUMENT, "a control character in option \(option.rawValue)")
        }
        try check(unsafe ccurl_set_pointer(handle, option, text))
    }

    /// > libcurl will not copy the entire list so you must keep it around until you no longer use this handle for a
    /// > transfer (CURLOPT_HTTPHEADER(3)).
    func set(_ option: CURLoption, _ list: StringList) throws(TransportError) {
        kept.append(list)
        try check(unsafe ccurl_set_list(handle, option, list.first))
    }

    /// Copies a request's body; the size goes first.
    ///
    /// > If the size has not been set prior to CURLOPT_COPYPOSTFIELDS(3), the data is assumed to be a null-terminated
    /// > string.
    func setBody(_ bytes: [UInt8]) throws(TransportError) {
        try set(CURLOPT_POSTFIELDSIZE_LARGE, size: bytes.count)
        let code = unsafe bytes.withUnsafeBytes { buffer in
            unsafe ccurl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, buffer.baseAddress ?? UnsafeRawPointer(errorText))
        }
        try check(code)
    }

    /// Has libcurl call back with an object, which lives until the handle forgets it.
    func set(
        _ function: CURLoption,
        _ callback: @escaping ccurl_transfer_callback,
        _ data: CURLoption,
        _ object: AnyObject
    ) throws(TransportError) {
        kept.append(object)
        try check(unsafe ccurl_set_transfer_callback(handle, function, callback))
        try check(unsafe ccurl_set_pointer(handle, data, Unmanaged.passUnretained(object).toOpaque()))
    }

    /// Has libcurl call back once it holds a connection, TLS included, and before it sends the request.
    func setBeforeRequest(_ callback: @escaping curl_prereq_callback, _ object: AnyObject) throws(TransportError) {
        kept.append(object)
        try check(unsafe ccurl_set_before_request_callback(handle, callback))
        try check(unsafe ccurl_set_pointer(handle, CURLOPT_PREREQDATA, Unmanaged.passUnretained(object).toOpaque()))
    }

    /// Does the transfer and says how it went.
    func perform() -> CURLcode { unsafe curl_easy_perform(handle) }

    /// The last status of HTTP or reply code of SMTP; 0 when there was none.
    var responseCode: Int {
        get throws(TransportError) {
            var code = 0
            try check(unsafe ccurl_get_long(handle, CURLINFO_RESPONSE_CODE, &code))
            return code
        }
    }

    /// What libcurl says of a code: its detailed text if it wrote one, the general text otherwise.
    func explanation(of code: CURLcode) -> String {
        if unsafe errorText.pointee != 0 { return unsafe String(cString: errorText) }
        return unsafe String(cString: curl_easy_strerror(code))
    }

    private func check(_ code: CURLcode) throws(TransportError) {
        guard code == CURLE_OK else { throw TransportError(code, explanation(of: code)) }
    }
}
