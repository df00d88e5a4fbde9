import Curl

/// Whether the mail server lets us in; nothing is sent.
struct CheckMail {
    let server: SMTPSettings

    var findings: [Finding] { [finding] }

    private var place: String { "\(server.host):\(server.port)" }

    private var finding: Finding {
        do throws(TransportError) {
            switch try SMTPClient(server).knock() {
            case .accepted:
                let login = server.user == nil ? "asks us for no log-in" : "lets us in"
                return .ok("mail", "\(place) \(login)\(server.security == .plain ? "" : ", under TLS")")
            case .refusedForNow(let code):
                return .wrong("mail", "\(place) does not let us in for now (\(code))", cure: "try again later")
            case .refusedForGood(let code):
                return .wrong(
                    "mail",
                    "\(place) does not let us in (\(code))",
                    cure: "correct NEEDME_SMTP_USER and NEEDME_SMTP_PASSWORD in work.env"
                )
            }
        } catch {
            return .wrong(
                "mail",
                "\(place) cannot be spoken to: \(error)",
                cure: "see NEEDME_SMTP_HOST, _PORT, _SECURITY and _CA_FILE in work.env, and the firewall"
            )
        }
    }
}
