import Testing
import Web

@Suite struct `What was typed` {
    private func typed(_ value: String) -> Typed { Typed(Form([Form.Field("name", value)])) }

    @Test(arguments: ["  Jeanne ", "\tJeanne\n", "\u{A0}Jeanne\u{202F}", "Jeanne"])
    func `is read without the spaces around it`(value: String) {
        var typed = typed(value)
        #expect(typed.text("name") == "Jeanne")
        #expect(typed.isSound)
    }

    @Test func `what was not sent is empty`() {
        var typed = typed("Jeanne")
        #expect(typed.text("city") == "")
        #expect(typed.isSound)
    }

    /// A family of four is one `Character` and seven scalars: the database counts seven.
    @Test func `is counted as the database counts it`() {
        let family = "👨‍👩‍👧‍👦"
        var short = typed(family)
        _ = short.text("name", limit: 7)
        #expect(short.isSound)
        var long = typed(family)
        _ = long.text("name", limit: 6)
        #expect(long.messages == ["name": "6 caractères au plus."])
    }

    @Test func `spaces around it do not count`() {
        var typed = typed("  ab  ")
        _ = typed.text("name", limit: 2)
        #expect(typed.isSound)
    }

    @Test func `what is too long is kept as it was typed`() {
        var typed = typed("abc")
        #expect(typed.text("name", limit: 2) == "abc")
        #expect(!typed.isSound)
    }

    @Test(arguments: ["a\u{0}b", "a\u{1B}[31mb", "a\u{8}b", "a\u{7F}b", "a\u{85}b", "a\u{9F}b"])
    func `characters that do not print are refused`(value: String) {
        var typed = typed(value)
        _ = typed.text("name")
        #expect(typed.messages == ["name": "Ce texte contient des caractères qui ne s’impriment pas."])
    }

    @Test(arguments: ["a\nb", "a\tb", "a\r\nb"]) func `a field of one line takes neither lines nor tabs`(value: String)
    {
        var typed = typed(value)
        _ = typed.text("name")
        #expect(!typed.isSound)
    }

    @Test(arguments: ["Zoë", "東京", "😀", "عربي"])
    func `letters of every language are taken`(value: String) {
        var typed = typed(value)
        #expect(typed.text("name") == value)
        #expect(typed.isSound)
    }

    @Test(arguments: ["", "   ", "\u{A0}"]) func `what must be there is asked for`(value: String) {
        var typed = typed(value)
        _ = typed.required("name", "Indiquez votre nom.")
        #expect(typed.messages == ["name": "Indiquez votre nom."])
    }

    @Test func `a value that cannot be read says so at its name`() {
        var typed = typed("douze")
        #expect(typed.value("name", "Un nombre.", { Int($0) }) == nil)
        #expect(typed.messages == ["name": "Un nombre."])
    }

    @Test func `an empty value is no mistake`() {
        var typed = typed(" ")
        #expect(typed.value("name", "Un nombre.", { Int($0) }) == nil)
        #expect(typed.isSound)
    }

    @Test func `a value is read without the spaces around it`() {
        var typed = typed(" 12 ")
        #expect(typed.value("name", "Un nombre.", { Int($0) }) == 12)
    }

    @Test func `a value too long to be one keeps the first message`() {
        var typed = typed(String(repeating: "1", count: 201))
        #expect(typed.value("name", "Un nombre.", { Int($0) }) == nil)
        #expect(typed.messages == ["name": "200 caractères au plus."])
    }

    @Test func `each field keeps its own message`() {
        var typed = Typed(Form())
        _ = typed.required("a", "A manque.")
        typed.refuse("b", "B ne va pas.")
        #expect(typed.messages == ["a": "A manque.", "b": "B ne va pas."])
    }
}
