import Invoicing
import Testing

@Suite struct `The numbers of a business` {
    private let siren = SIREN("732829320")
    private let siret = SIRET("73282932000074")
    private let vat = "FR44732829320"

    @Test func `agree when they contain the same SIREN`() throws {
        let numbers = try BusinessNumbers(siren: siren, siret: siret, vatNumber: vat)
        #expect(numbers.siren == siren && numbers.siret == siret && numbers.vatNumber == vat)
    }

    @Test func `give the SIREN that was not written down`() throws {
        #expect(try BusinessNumbers(siren: nil, siret: siret, vatNumber: nil).siren == siren)
        #expect(try BusinessNumbers(siren: nil, siret: nil, vatNumber: vat).siren == siren)
        #expect(try BusinessNumbers(siren: nil, siret: nil, vatNumber: nil).siren == nil)
    }

    @Test func `of another business are refused`() {
        let other = SIREN("552100554")
        #expect(throws: BusinessNumbers.Conflict.siret) {
            try BusinessNumbers(siren: other, siret: siret, vatNumber: nil)
        }
        #expect(throws: BusinessNumbers.Conflict.vatNumber) {
            try BusinessNumbers(siren: other, siret: nil, vatNumber: vat)
        }
        #expect(throws: BusinessNumbers.Conflict.vatNumber) {
            try BusinessNumbers(siren: nil, siret: SIRET("35600000000048"), vatNumber: vat)
        }
    }

    @Test func `of another country say nothing of the SIREN`() throws {
        #expect(try BusinessNumbers(siren: siren, siret: nil, vatNumber: "BE0403170701").siren == siren)
    }
}

@Suite struct `How long clients take to pay` {
    @Test(arguments: [([], nil), ([5], 5), ([30, 2, 10], 10), ([2, 5], 4), ([9, 1, 3, 5], 4)] as [([Int], Int?)])
    func `is a median`(days: [Int], median: Int?) {
        #expect(PaymentDelay.median(of: days) == median)
    }
}
