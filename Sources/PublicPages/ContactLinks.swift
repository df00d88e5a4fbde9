import Invoicing
import Web

/// How a client reaches the seller: by mail, with the number already in the subject, and by telephone.
struct ContactLinks {
    private let contact: Contact
    private let subject: String?

    /// The links; nil when nothing is known.
    init?(seller: Seller, subject: String?) {
        guard seller.contact.email != nil || seller.contact.phone != nil else { return nil }
        contact = seller.contact
        self.subject = subject
    }

    var html: HTML {
        """
        <ul class="contact">\
        \(contact.email.map { "<li><a href=\"\(mailAddress($0))\">\($0)</a></li>" as HTML })\
        \(contact.phone.map { "<li><a href=\"\(telephoneAddress($0))\" class=\"number\">\($0)</a></li>" as HTML })\
        </ul>
        """
    }

    /// RFC 6068.
    private func mailAddress(_ address: String) -> String {
        let recipient = address.split(separator: "@").map { PercentEncoding.encode(String($0)) }.joined(separator: "@")
        return "mailto:" + recipient + (subject.map { "?subject=" + PercentEncoding.encode($0) } ?? "")
    }

    /// RFC 3966: what was typed, without what helps the eye, nor the zero that is not dialled after a country code.
    private func telephoneAddress(_ number: String) -> String {
        "tel:" + number.replacing("(0)", with: "").filter { $0.isASCII && ($0.isNumber || $0 == "+") }
    }
}
