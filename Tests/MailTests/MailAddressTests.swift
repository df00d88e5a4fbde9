import Mail
import Testing

@Suite struct `An address` {
    @Test(arguments: [
        "jeanne@exemple.fr", "jeanne.martin+needme@sous-domaine.exemple.fr", "o'neil@exemple.fr", "demo@localhost",
    ])
    func `is read`(_ text: String) {
        #expect(MailAddress(text)?.text == text)
    }

    @Test(arguments: [
        "", "@", "a", "a@", "@b", "a@b@c", "a b@exemple.fr", "a@exemple.fr\r\nBcc: b@exemple.fr", "a\r\n@exemple.fr",
        "a@exemple.fr\n", "<a@exemple.fr>", "a@exemple.fr, b@exemple.fr", "a@exemple.fr>", "\"a b\"@exemple.fr",
        ".a@exemple.fr", "a.@exemple.fr", "a..b@exemple.fr", "a@.fr", "a@exemple..fr", "a@exemple.fr ", "é@exemple.fr",
        "a@exémple.fr", "a@exemple.fr\u{0}", "a@(b)c.fr", String(repeating: "a", count: 65) + "@exemple.fr",
        "a@" + String(repeating: "a.", count: 126) + "fr",
    ])
    func `is nothing else`(_ text: String) {
        #expect(MailAddress(text) == nil)
    }
}
