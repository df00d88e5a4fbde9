/// Text of a header field in words that only hold ASCII (RFC 2047).
enum EncodedWords {
    /// How many bytes one word carries: "Reply-To: " before it, its line still has at most 76 characters.
    ///
    /// > An 'encoded-word' may not be more than 75 characters long […]. each line of a header field that contains one or
    /// > more 'encoded-word's is limited to 76 characters (RFC 2047 §2).
    private static let bytesInWord = 39

    /// The text as one line or several, without the end of the last.
    ///
    /// > Each 'encoded-word' MUST represent an integral number of characters. A multi-octet character may not be split
    /// > across adjacent 'encoded-word's (RFC 2047 §5).
    static func fieldBody(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if words[words.count - 1].count + bytes.count > bytesInWord { words.append([]) }
            words[words.count - 1] += bytes
        }
        // > multiple 'encoded-word's […] separated by CRLF SPACE. White space between them is not displayed (§2, §6.2).
        return words.map { "=?UTF-8?B?\(Base64.encode($0))?=" }.joined(separator: "\r\n ")
    }
}
