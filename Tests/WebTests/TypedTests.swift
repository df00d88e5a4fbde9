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

    /// What shows nothing, and may come along with what was copied, is not what was meant.
    @Test(
        arguments: [
            "\u{200E}", "\u{200F}", "\u{61C}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}",
            "\u{2067}", "\u{2068}", "\u{2069}", "\u{AD}", "\u{34F}", "\u{200B}", "\u{2060}", "\u{2063}", "\u{FEFF}",
            "\u{3164}", "\u{FFA0}", "\u{115F}", "\u{180E}", "\u{FFFA}", "\u{E0041}",
        ] as [Unicode.Scalar]
    )
    func `what nobody sees is left out`(scalar: Unicode.Scalar) {
        for value in ["12\(scalar)34", "\(scalar) 1234\(scalar)", "1234 \(scalar)"] {
            var typed = typed(value)
            #expect(typed.text("name", limit: 4) == "1234")
            #expect(typed.lines("name", "?", limit: 4) == "1234")
            #expect(typed.isSound)
        }
        var nothing = typed("\(scalar)\(scalar)")
        _ = nothing.required("name", "Indiquez votre nom.")
        #expect(nothing.messages == ["name": "Indiquez votre nom."])
    }

    @Test(arguments: ["\u{200C}", "\u{200D}", "\u{FE0F}", "\u{E0100}"] as [Unicode.Scalar])
    func `what shapes a letter stays behind it, and nowhere else`(scalar: Unicode.Scalar) {
        var typed = typed("\(scalar)\(scalar) می\(scalar)خواهم \(scalar)")
        #expect(typed.text("name") == "می\(scalar)خواهم")
    }

    @Test(arguments: [0x2028, 0x2029, 0xE000, 0xFFFE, 0xFDD0] as [UInt16])
    func `what has no meaning on paper is refused`(unit: UInt16) {
        var typed = typed(String(decoding: [0x61, unit, 0x62], as: UTF16.self))
        _ = typed.text("name")
        #expect(typed.messages == ["name": "Ce texte contient des caractères qui ne s’impriment pas."])
    }

    @Test(arguments: ["a\nb", "a\tb", "a\r\nb"]) func `a field of one line takes neither lines nor tabs`(value: String)
    {
        var typed = typed(value)
        _ = typed.text("name")
        #expect(!typed.isSound)
    }

    @Test(arguments: ["Zoë", "東京", "😀", "عربي", "❤️\u{200D}🔥", "N°\u{A0}1\u{202F}000"])
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
