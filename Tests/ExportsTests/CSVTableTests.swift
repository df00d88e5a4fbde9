import Exports
import Testing

@Suite struct `A table that somebody brings along` {
    private func read(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8)) }

    @Test(arguments: [
        "Nom;Ville\r\nZoé;Paris\r\n", "Nom,Ville\nZoé,Paris", "Nom\tVille\rZoé\tParis\r",
        "\u{FEFF}Nom;Ville\nZoé;Paris\n",
        "\"Nom\";\"Ville\"\n\"Zoé\";\"Paris\"\n",
    ])
    func `is read however it was saved`(text: String) throws {
        let table = try read(text)
        #expect(table.header == ["Nom", "Ville"])
        #expect(table.lines.map(\.cells) == [["Zoé", "Paris"]])
    }

    @Test func `is read in the encoding of old spreadsheets`() throws {
        let bytes: [UInt8] = Array("Nom;Prix\nZo".utf8) + [0xE9, 0x3B, 0x80, 0x0A]
        #expect(try CSVTable(bytes).lines.map(\.cells) == [["Zoé", "€"]])
    }

    @Test func `keeps quoted cells whole, and counts the lines of the file`() throws {
        let table = try read("Nom;Notes\n\"Le \"\"Bar\"\"\";\"deux\nlignes; ici\"\n\nZoé;x\n")
        #expect(table.lines.map(\.cells) == [["Le \"Bar\"", "deux\nlignes; ici"], ["Zoé", "x"]])
        #expect(table.lines.map(\.number) == [2, 5])
    }

    @Test(arguments: ["=1+1", "'=1", "''-x", "+33 1", "'", "l'été", "@x", "-5", "a;\"b\"\nc", "\t=1"])
    func `gives back what we wrote`(text: String) throws {
        var sheet = CSV(header: ["Nom"])
        sheet.append([.text(text)])
        #expect(try CSVTable(sheet.bytes).lines.map(\.cells) == [[text]])
    }

    @Test func `is refused when it is none`() {
        #expect(throws: CSVTable.Refusal.empty) { try read("") }
        #expect(throws: CSVTable.Refusal.empty) { try read("Nom;Ville\n;\n") }
        #expect(throws: CSVTable.Refusal.noText) { try CSVTable([0x50, 0x4B, 0x03, 0x04, 0x00]) }
        #expect(throws: CSVTable.Refusal.noText) { try CSVTable([0x4E, 0x0A, 0x81]) }
        #expect(throws: CSVTable.Refusal.openQuotation(line: 3)) { try read("Nom\nZoé\n\"Paul\nMarie\n") }
        #expect(throws: CSVTable.Refusal.tooLarge) { try CSVTable(Array(repeating: 65, count: 256 * 1024 + 1)) }
        let long = "Nom\n" + String(repeating: "x\n", count: 1_001)
        #expect(throws: CSVTable.Refusal.tooManyLines) { try read(long) }
    }
}
