import Testing
import Web

@Suite struct `A form` {
    private func form(_ encoded: String) -> Form { Form(encoded: encoded.utf8) }

    @Test func `is read in the order it was sent`() {
        let fields = form("b=2&a=1&b=3").fields
        #expect(fields == [Form.Field("b", "2"), Form.Field("a", "1"), Form.Field("b", "3")])
    }

    @Test func `a repeated name keeps every value, and the first is the first`() {
        let form = form("quantity=1&unit=jour&quantity=&quantity=3")
        #expect(form.all("quantity") == ["1", "", "3"])
        #expect(form["quantity"] == "1")
        #expect(form["price"] == nil)
        #expect(form.all("price").isEmpty)
    }

    @Test(arguments: [
        ("a=1+2", "1 2"), ("a=1%2B2", "1+2"), ("a=%C3%A9", "é"), ("a=%e2%82%ac", "€"), ("a=x=y", "x=y"), ("a=", ""),
        ("a", ""), ("a=100%", "100%"), ("a=%zz", "%zz"), ("a=%4", "%4"), ("a=%26%3D", "&="), ("a=%00", "\u{0}"),
        ("a=é", "é"), ("a=%F0%9F%98%80", "😀"),
    ])
    func `is decoded as browsers encode it`(encoded: String, value: String) {
        #expect(form(encoded)["a"] == value)
    }

    @Test(arguments: ["a=%FF", "a=%C3", "a=%ED%A0%80", "a=%C0%AF", "a=%F5%80%80%80", "%FF=1"])
    func `a field that is not UTF-8 is left out, the others are not`(bad: String) {
        #expect(form("x=1&" + bad + "&y=2").fields == [Form.Field("x", "1"), Form.Field("y", "2")])
    }

    @Test(arguments: ["", "&", "&&&"]) func `nothing is no field`(encoded: String) {
        #expect(form(encoded).fields.isEmpty)
    }

    @Test func `a name without a name is a field of its own`() {
        #expect(form("=1").fields == [Form.Field("", "1")])
    }

    @Test func `more fields than any page sends are not read`() {
        let sent = Form.maximumFieldCount + 10
        let form = form(Array(repeating: "a=1", count: sent).joined(separator: "&"))
        #expect(form.fields.count == Form.maximumFieldCount)
    }

    @Test func `goes over the wire and comes back the same`() {
        let form = Form([
            Form.Field("désignation", "Conseil & \"suivi\" = 100 % + frais"), Form.Field("a b", "\u{0}\r\n\t€😀"),
            Form.Field("", ""), Form.Field("a b", "~-._"),
        ])
        #expect(Form(encoded: form.encoded.utf8) == form)
    }
}

@Suite struct `Percent-encoding` {
    @Test func `RFC 3986 §2.3: only unreserved characters stand for themselves`() {
        let unreserved = "ABCXYZabcxyz0189-._~"
        #expect(PercentEncoding.encode(unreserved) == unreserved)
        #expect(
            PercentEncoding.encode(" !\"#$%&'()*+,/:;<=>?@[]")
                == "%20%21%22%23%24%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3C%3D%3E%3F%40%5B%5D"
        )
        #expect(PercentEncoding.encode("é\n\u{0}") == "%C3%A9%0A%00")
    }

    @Test func `every byte comes back`() {
        let encoded = (0...127 as ClosedRange<UInt8>).map { PercentEncoding.encode(String(Unicode.Scalar($0))) }
            .joined()
        let decoded = PercentEncoding.decode(encoded.utf8, plusIsSpace: true)
        #expect(decoded.map { Array($0.utf8) } == Array(0...127))
    }

    @Test func `a plus is a space in a form, itself in a path`() {
        #expect(PercentEncoding.decode("a+b".utf8, plusIsSpace: true) == "a b")
        #expect(PercentEncoding.decode("a+b".utf8, plusIsSpace: false) == "a+b")
    }

    @Test(arguments: ["%", "%4", "%4g", "%g4", "a%", "%%", "% 1"]) func `what is no escape stands for itself`(
        text: String
    ) {
        #expect(PercentEncoding.decode(text.utf8, plusIsSpace: false) == text)
    }

    @Test func `is decoded once, not twice`() {
        #expect(PercentEncoding.decode("%2541".utf8, plusIsSpace: false) == "%41")
    }
}
