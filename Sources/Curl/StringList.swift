import CCurl

/// Owns a list of libcurl's: header fields, recipients.
@safe final class StringList {
    /// The list's first node; nil when it is empty.
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    init(_ texts: [String]) throws(TransportError) {
        unsafe first = nil
        for text in texts {
            guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                throw TransportError(CURLE_BAD_FUNCTION_ARGUMENT, "a control character in a header field or an address")
            }
            // > A null pointer is returned if anything went wrong, otherwise the new list pointer is returned.
            guard let longer = unsafe curl_slist_append(first, text) else {
                throw TransportError(CURLE_OUT_OF_MEMORY, "no memory for a list")
            }
            unsafe first = longer
        }
    }

    deinit { unsafe curl_slist_free_all(first) }
}
