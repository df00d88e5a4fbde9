import Accounting
import Testing
import Web

@testable import Dashboard

@Suite struct `A day that is typed` {
    private static let today = Day(number: 20_775)

    private func read(_ text: String, _ limits: DayLimits, missing: String? = nil) -> (day: Day?, objection: String?) {
        var typed = Typed(Form([Form.Field("day", text)]))
        return (typed.day("day", limits, missing: missing), typed.messages["day"])
    }

    @Test(
        arguments: [
            ("0001-01-01", .supply(today), "Cette date est trop ancienne\u{A0}: au plus tôt le 14/11/2021."),
            ("2202-11-18", .supply(today), "Cette date est trop lointaine\u{A0}: au plus tard le 19/11/2028."),
            ("2026-11-19", .receipt(today), "Cette date est dans l’avenir."),
            ("0202-11-18", .receipt(today), "Cette date est trop ancienne\u{A0}: au plus tôt le 16/11/2024."),
            ("2026-11-17", .coming(today), "Cette date est passée."),
            (
                "2060-01-01", .coming(today, years: 20),
                "Cette date est trop lointaine\u{A0}: au plus tard le 03/12/2046."
            ),
            ("2026-02-30", .supply(today), "Cette date n’existe pas."),
        ] as [(String, DayLimits, String)]
    )
    func `and cannot be meant is refused in words`(text: String, limits: DayLimits, objection: String) {
        #expect(read(text, limits) == (nil, objection))
    }

    @Test(arguments: [DayLimits.supply(today), .receipt(today), .coming(today)])
    func `is today, whatever it is for`(limits: DayLimits) {
        #expect(read(Self.today.iso, limits) == (Self.today, nil))
    }

    @Test func `is asked for where there must be one`() {
        #expect(read("", .supply(Self.today)) == (nil, nil))
        #expect(read("", .receipt(Self.today), missing: "Indiquez le jour.").objection == "Indiquez le jour.")
        #expect(read("x", .receipt(Self.today), missing: "Indiquez le jour.").objection == "Cette date n’existe pas.")
    }
}
