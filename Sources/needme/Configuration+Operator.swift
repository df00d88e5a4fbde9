import Dashboard
import Invoicing
import Web

extension Configuration {
    /// Who runs the site, as its legal pages must say: without it, the freelancer's role does not start.
    var siteOperator: Operator {
        get throws(ConfigurationError) {
            Operator(
                name: try operatorWord("NEEDME_OPERATOR_NAME"),
                legalForm: try operatorWord("NEEDME_OPERATOR_LEGAL_FORM"),
                address: try operatorWord("NEEDME_OPERATOR_ADDRESS"),
                siren: try operatorSIREN,
                registration: optional("NEEDME_OPERATOR_REGISTRATION"),
                vatNumber: try operatorVATNumber,
                director: try operatorWord("NEEDME_OPERATOR_DIRECTOR"),
                email: try operatorEmail,
                phone: try operatorWord("NEEDME_OPERATOR_PHONE"),
                host: Operator.Host(
                    name: try operatorWord("NEEDME_OPERATOR_HOST_NAME"),
                    address: try operatorWord("NEEDME_OPERATOR_HOST_ADDRESS"),
                    phone: try operatorWord("NEEDME_OPERATOR_HOST_PHONE")
                ),
                mailCarrier: optional("NEEDME_OPERATOR_MAIL_CARRIER")
            )
        }
    }

    /// What must be said of the operator, whatever it is.
    static let operatorWords: KeyValuePairs<String, String> = [
        "NEEDME_OPERATOR_NAME": "the company that runs the site, or the person",
        "NEEDME_OPERATOR_LEGAL_FORM": "its legal form, with its capital if it has one",
        "NEEDME_OPERATOR_ADDRESS": "where it has its seat, on one line",
        "NEEDME_OPERATOR_DIRECTOR": "the person who answers for what is published",
        "NEEDME_OPERATOR_PHONE": "where one calls the operator",
        "NEEDME_OPERATOR_HOST_NAME": "on whose machines the site runs",
        "NEEDME_OPERATOR_HOST_ADDRESS": "the host's address, on one line",
        "NEEDME_OPERATOR_HOST_PHONE": "the host's telephone number",
    ]

    /// One of those.
    func operatorWord(_ name: String) throws(ConfigurationError) -> String {
        let expected = Self.operatorWords.first { $0.key == name }?.value
        guard let expected else { preconditionFailure("The operator is described by the words listed above.") }
        return try required(name, expected)
    }

    /// The operator's SIREN.
    var operatorSIREN: String {
        get throws(ConfigurationError) {
            let (name, expected) = ("NEEDME_OPERATOR_SIREN", "nine digits")
            guard let siren = SIREN(try required(name, expected)) else {
                throw ConfigurationError(variable: name, problem: "is not a SIREN", expected: expected)
            }
            return siren.text
        }
    }

    /// The operator's VAT number, of whoever has one.
    var operatorVATNumber: String? {
        get throws(ConfigurationError) {
            let name = "NEEDME_OPERATOR_VAT_NUMBER"
            guard let text = optional(name) else { return nil }
            guard let number = VATNumber.read(text) else {
                throw ConfigurationError(
                    variable: name,
                    problem: "is not a VAT number",
                    expected: "such as FR44732829320, or nothing"
                )
            }
            return number
        }
    }

    /// Where one writes to the operator.
    var operatorEmail: String {
        get throws(ConfigurationError) {
            let (name, expected) = ("NEEDME_OPERATOR_EMAIL", "where one writes to the operator")
            guard let address = EmailAddress.read(try required(name, expected)) else {
                throw ConfigurationError(variable: name, problem: "is not an address", expected: expected)
            }
            return address
        }
    }
}
