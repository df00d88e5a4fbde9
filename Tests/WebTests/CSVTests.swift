import Testing
import Web

@Suite struct `A table for spreadsheets` {
    private func line(_ cells: [CSV.Cell]) throws -> String {
        var table = CSV([])
        table.add(cells)
        let lines = String(decoding: table.bytes.dropFirst(3), as: UTF8.self).split(
            separator: "\r\n",
            omittingEmptySubsequences: false
        )
        return String(try #require(lines.dropFirst().first))
    }

    @Test func `says that it is UTF-8`() {
        #expect(CSV(["N°"]).bytes == [0xEF, 0xBB, 0xBF] + Array("\"N°\"\r\n".utf8))
    }

    @Test func `keeps semicolons, quotes and line ends inside a cell`() throws {
        #expect(
            try line([.text("a;b"), .text("dit « \"oui\" »"), .value("-1,50")])
                == "\"a;b\";\"dit « \"\"oui\"\" »\";\"-1,50\""
        )
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
    func `lets nobody's words be computed`(text: String) throws {
        #expect(try line([.text(text)]).hasPrefix("\"'"))
    }
}
