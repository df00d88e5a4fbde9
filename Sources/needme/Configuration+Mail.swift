import Curl
import Mail

extension Configuration {
    /// The sending of our mail.
    var mailClient: MailClient {
        get throws(ConfigurationError) {
            let client = SMTPClient(try mailServer)
            return MailClient(
                sender: Mailbox(name: "NeedMe", address: try mailSender),
                submit: { message, envelope throws(TransportError) in try client.submit(message, in: envelope) }
            )
        }
    }

    /// The address our mail comes from.
    var mailSender: MailAddress {
        get throws(ConfigurationError) {
            let expected = "the address our mail comes from, such as needme@needme.example"
            guard let address = MailAddress(try required("NEEDME_MAIL_FROM", expected)) else {
                throw ConfigurationError(
                    variable: "NEEDME_MAIL_FROM",
                    problem: "is not an address",
                    expected: expected
                )
            }
            return address
        }
    }

    /// The server that takes our mail.
    var mailServer: SMTPSettings {
        get throws(ConfigurationError) {
            let user = optional("NEEDME_SMTP_USER")
            let settings = SMTPSettings(
                host: try mailHost,
                port: try port("NEEDME_SMTP_PORT") ?? 587,
                security: try mailSecurity,
                user: user,
                password: user == nil
                    ? nil : try required("NEEDME_SMTP_PASSWORD", "the password of NEEDME_SMTP_USER"),
                clientName: try hostName,
                certificateAuthorityFile: optional("NEEDME_SMTP_CA_FILE")
            )
            guard settings.security != .plain || settings.isOnLoopback else {
                throw ConfigurationError(
                    variable: "NEEDME_SMTP_SECURITY",
                    problem: "is plain for another machine",
                    expected: "starttls or tls, unless the server is on loopback"
                )
            }
            return settings
        }
    }

    /// That server's name.
    var mailHost: String {
        get throws(ConfigurationError) {
            let expected = "the mail server's name, such as smtp.example"
            let host = try required("NEEDME_SMTP_HOST", expected)
            let isAddress = host.hasPrefix("[") && host.hasSuffix("]")
            let name = isAddress ? host.dropFirst().dropLast() : host[...]
            let marks = isAddress ? ":." : "-._"
            guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || marks.contains($0)) })
            else {
                throw ConfigurationError(
                    variable: "NEEDME_SMTP_HOST",
                    problem: "is not a host's name",
                    expected: expected
                )
            }
            return host
        }
    }

    /// How words are kept secret on their way there.
    var mailSecurity: SMTPSettings.Security {
        get throws(ConfigurationError) {
            switch optional("NEEDME_SMTP_SECURITY") {
            case nil, "starttls": .startTLS
            case "tls": .tls
            case "plain": .plain
            case .some:
                throw ConfigurationError(
                    variable: "NEEDME_SMTP_SECURITY",
                    problem: "is none of the three words",
                    expected: "starttls, tls or plain"
                )
            }
        }
    }
}
