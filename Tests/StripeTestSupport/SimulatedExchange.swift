import Curl
import Web

extension Request {
    /// What nginx would pass on of this request.
    init(_ request: HTTPRequest, address: String) {
        let target = request.url.hasPrefix(address) ? String(request.url.dropFirst(address.count)) : request.url
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var headers = Headers()
        for header in request.headers { headers.add(header.name, header.value) }
        self.init(
            Method(request.method),
            parts.first.map(String.init) ?? "/",
            query: parts.count > 1 ? Form(encoded: parts[1].utf8) : Form(),
            headers: headers,
            body: request.body
        )
    }
}
