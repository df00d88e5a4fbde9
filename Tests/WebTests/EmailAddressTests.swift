import Testing
import Web

@Suite struct `An address of mail` {
    @Test(arguments: [
        "jeanne@exemple.fr", "jeanne.martin+pro@mail.exemple.co.uk", "o'neil@exemple.fr",
        "a@xn--bcher-kva.example", "a_b-c@1.fr",
    ])
    func `is taken when mail could reach it`(text: String) {
        #expect(EmailAddress.read(text) == text)
    }

    @Test func `spaces around it are left out`() {
        #expect(EmailAddress.read(" a@b.fr\n") == "a@b.fr")
    }

    @Test(arguments: [
        "jé@exemple.fr", "a@é.fr", "", "a", "@", "a@", "@b.fr", "a@b", "a@@b.fr", "a@b@c.fr", "a@.fr", "a@b.",
        "a@b..fr", "a b@c.fr", "a@b c.fr",
        "a@b.fr\r\nBcc: x@y.fr", "a\u{0}@b.fr", "<a@b.fr>", "Jeanne <a@b.fr>",
    ])
    func `is refused when it cannot be one`(text: String) {
        #expect(EmailAddress.read(text) == nil)
    }

    /// In a header these would begin another address, a comment or a group.
    @Test(arguments: [
        "a,b@c.fr", "a;b@c.fr", "a:b@c.fr", "\"a\"@c.fr", "(a)b@c.fr", "a\\b@c.fr", "a@[b.fr]", "a@b.fr,c",
        "a\u{7F}@b.fr",
    ])
    func `RFC 5322 §3.2.3: is one address without quotes, lists and comments`(text: String) {
        #expect(EmailAddress.read(text) == nil)
    }

    @Test func `RFC 5321 §4.5.3.1: has at most 64 characters before the sign and 254 in all`() {
        let name = String(repeating: "a", count: 64)
        #expect(EmailAddress.read(name + "@b.fr") != nil)
        #expect(EmailAddress.read("a" + name + "@b.fr") == nil)
        let labels = Array(repeating: String(repeating: "b", count: 46), count: 4).joined(separator: ".")
        #expect((name + "@" + labels + ".f").utf8.count == 254)
        #expect(EmailAddress.read(name + "@" + labels + ".f") != nil)
        #expect(EmailAddress.read(name + "@" + labels + ".fr") == nil)
    }

    @Test func `RFC 1035 §2.3.4: each part of its domain has at most 63 characters`() {
        #expect(EmailAddress.read("a@" + String(repeating: "b", count: 63) + ".fr") != nil)
        #expect(EmailAddress.read("a@" + String(repeating: "b", count: 64) + ".fr") == nil)
    }
}
