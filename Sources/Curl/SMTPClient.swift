import CCurl

/// Hands messages to a mail server, one connection each.
public struct SMTPClient: Sendable {
    private let settings: SMTPSettings

    /// A client of this server.
    public init(_ settings: SMTPSettings) {
        self.settings = settings
    }

    /// Submits one message (RFC 5322; lines end with CR LF) and says what the server answered.
    ///
    /// Throws when there was no answer: `mayHaveArrived` then says whether the server had read the whole message.
    public func submit(_ message: [UInt8], in envelope: MailEnvelope) throws(TransportError) -> SubmissionOutcome {
        let handle = try EasyHandle()
        defer { handle.forget() }
        try handle.begin(protocols: "smtp,smtps", certificateAuthorityFile: settings.certificateAuthorityFile)
        try describeServer(to: handle)
        try describe(envelope, to: handle)
        let source = OutgoingMessage(message)
        try source.attach(to: handle)
        let code = handle.perform()
        if code == CURLE_OK { return .accepted }
        if let refusal = try SubmissionOutcome(refusal: handle.responseCode) { return refusal }
        throw source.failure(code, handle.explanation(of: code))
    }

    /// Connects, greets and logs in as for a message, sends none, and takes leave.
    ///
    /// Throws when there was no answer.
    public func knock() throws(TransportError) -> SubmissionOutcome {
        let handle = try EasyHandle()
        defer { handle.forget() }
        try handle.begin(protocols: "smtp,smtps", certificateAuthorityFile: settings.certificateAuthorityFile)
        try describeServer(to: handle)
        // > For SMTP, sends this command instead of HELP or VRFY (CURLOPT_CUSTOMREQUEST(3)): it asks nothing of the server,
        // > and without a body (CURLOPT_NOBODY(3)) what the server says to it is written nowhere.
        try handle.set(CURLOPT_CUSTOMREQUEST, "NOOP")
        try handle.set(CURLOPT_NOBODY, 1)
        let code = handle.perform()
        if code == CURLE_OK { return .accepted }
        if let refusal = try SubmissionOutcome(refusal: handle.responseCode) { return refusal }
        throw TransportError(code, handle.explanation(of: code))
    }

    private func describeServer(to handle: EasyHandle) throws(TransportError) {
        guard settings.security != .plain || settings.isOnLoopback else {
            throw TransportError(CURLE_USE_SSL_FAILED, "mail goes out in the clear on loopback only")
        }
        let scheme = settings.security == .tls ? "smtps" : "smtp"
        try handle.set(CURLOPT_URL, "\(scheme)://\(settings.host):\(settings.port)/\(settings.clientName)")
        // > CURLUSESSL_ALL: Require SSL for all communication or fail with CURLE_USE_SSL_FAILED.
        if settings.security == .startTLS { try handle.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
        if let user = settings.user {
            try handle.set(CURLOPT_USERNAME, user)
            try handle.set(CURLOPT_PASSWORD, settings.password ?? "")
        }
        try handle.set(CURLOPT_CONNECTTIMEOUT_MS, settings.connectTimeoutMilliseconds)
        try handle.set(CURLOPT_TIMEOUT_MS, settings.timeoutMilliseconds)
    }

    /// The brackets keep an address from being more than one; a bracket of its own would end it.
    private func describe(_ envelope: MailEnvelope, to handle: EasyHandle) throws(TransportError) {
        for address in envelope.recipients + [envelope.sender] where address.contains(where: { "<> ".contains($0) }) {
            throw TransportError(CURLE_BAD_FUNCTION_ARGUMENT, "an address holds a bracket or a space")
        }
        try handle.set(CURLOPT_MAIL_FROM, "<\(envelope.sender)>")
        try handle.set(CURLOPT_MAIL_RCPT, StringList(envelope.recipients.map { "<\($0)>" }))
    }
}
