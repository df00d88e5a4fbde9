import Dashboard
import Invoicing
import Web

extension Configuration {
    /// Who runs the site, as its legal pages must say: without it, the freelancer's role does not start.
    var siteOperator: Operator {
        get throws(ConfigurationError) {
            Operator(
                name: try required("NEEDME_OPERATOR_NAME", "the company that runs the site, or the person"),
                legalForm: try required("NEEDME_OPERATOR_LEGAL_FORM", "its legal form, with its capital if it has one"),
                address: try required("NEEDME_OPERATOR_ADDRESS", "where it has its seat, on one line"),
                siren: try operatorSIREN,
                registration: optional("NEEDME_OPERATOR_REGISTRATION"),
                vatNumber: try operatorVATNumber,
                director: try required("NEEDME_OPERATOR_DIRECTOR", "the person who answers for what is published"),
                email: try operatorEmail,
                phone: try required("NEEDME_OPERATOR_PHONE", "where one calls the operator"),
                host: Operator.Host(
                    name: try required("NEEDME_OPERATOR_HOST_NAME", "on whose machines the site runs"),
                    address: try required("NEEDME_OPERATOR_HOST_ADDRESS", "the host's address, on one line"),
                    phone: try required("NEEDME_OPERATOR_HOST_PHONE", "the host's telephone number")
                ),
                mailCarrier: optional("NEEDME_OPERATOR_MAIL_CARRIER")
            )
        }
    }

    private var operatorSIREN: String {
        get throws(ConfigurationError) {
            let (name, expected) = ("NEEDME_OPERATOR_SIREN", "nine digits")
            guard let siren = SIREN(try required(name, expected)) else {
                throw ConfigurationError(variable: name, problem: "is not a SIREN", expected: expected)
            }
            return siren.text
        }
    }

    private var operatorVATNumber: String? {
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

    private var operatorEmail: String {
        get throws(ConfigurationError) {
            let (name, expected) = ("NEEDME_OPERATOR_EMAIL", "where one writes to the operator")
            guard let address = EmailAddress.read(try required(name, expected)) else {
                throw ConfigurationError(variable: name, problem: "is not an address", expected: expected)
            }
            return address
        }
    }
}
