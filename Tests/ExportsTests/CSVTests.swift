import Exports
import Testing

@Suite struct `A table for spreadsheets` {
    private func text(_ cells: [CSV.Cell]) -> String {
        var table = CSV()
        table.append(cells)
        return String(decoding: table.bytes, as: UTF8.self)
    }

    @Test func `begins with the mark of UTF-8 and its header`() {
        let bytes = CSV(header: ["N°", "Client"]).bytes
        #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(String(decoding: bytes.dropFirst(3), as: UTF8.self) == "N°;Client\r\n")
    }

    @Test func `separates cells by semicolons`() {
        #expect(text([.plain("1"), .text("Zoé"), .plain("-12,50")]) == "1;Zoé;-12,50\r\n")
    }

    @Test(arguments: [
        ("a;b", "\"a;b\""), ("dit «\u{A0}oui\u{A0}»", "dit «\u{A0}oui\u{A0}»"), ("le \"Bar\"", "\"le \"\"Bar\"\"\""),
        ("deux\nlignes", "\"deux\nlignes\""), ("a\r\nb", "\"a\r\nb\""), ("", ""),
    ])
    func `keeps every text one cell`(text: String, written: String) {
        #expect(self.text([.text(text)]) == written + "\r\n")
    }

    @Test(arguments: ["=1+1", "+33 2 99", "-5", "@SUM(A1)", "\tx", "＝1"]) func `never holds a formula`(text: String) {
        #expect(self.text([.text(text)]) == "'" + text + "\r\n")
    }

    @Test func `never holds a formula behind a line break`() {
        #expect(text([.text("\r=1")]) == "\"'\r=1\"\r\n")
    }
}
