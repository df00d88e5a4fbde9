import Accounting
import French
import Invoicing
import TestSupport

extension Sample {
    /// What tries the page: logos of every shape, texts as long as they come, and more totals than fit beside each other.
    static var layoutSamples: [Sample] {
        get throws { try logoSamples + longTextSamples + manyTotalsSamples }
    }

    private static var logoSamples: [Sample] {
        get throws {
            let shapes = [("wide", 900, 90), ("square", 300, 300), ("tall", 80, 640), ("small", 40, 20)]
            return try shapes.map { name, width, height in
                let invoice = try IssuedInvoice.of(
                    [.of("Conseil", "450", .rate(.normal))],
                    seller: .taxed(),
                    buyer: .company()
                )
                var sample = Sample("logo-" + name, invoice)
                sample.logo = PNG.bytes(width: width, height: height) { x, y in
                    let isRim = x < 4 || y < 4 || x >= width - 4 || y >= height - 4
                    return isRim
                        ? [15, 92, 77, 255] : [230, UInt8(200 + 40 * x / width), 237, UInt8(255 - 90 * y / height)]
                }
                return sample
            }
        }
    }

    private static var longTextSamples: [Sample] {
        get throws {
            let word = String(repeating: "Anticonstitutionnellement", count: 8)
            let words = String(String(repeating: "Société des amis du très long nom ", count: 6).prefix(200))
            func sample(_ name: String, _ text: String) throws -> Sample {
                let address = Address(street: text, postalCode: "69002", city: text)
                let seller = try Seller.franchise(
                    text,
                    tradeName: text,
                    bank: Seller.iban,
                    bic: "BNPAFRPPXXX",
                    contact: Contact(email: "jeanne@example.org", phone: "06 12 34 56 78"),
                    notices: SellerNotices(registration: text, insurance: text, mediator: text)
                )
                return Sample(
                    name,
                    try .of(
                        [.of(text, unit: "mètres carrés posés", discount: "12.5"), .of()],
                        seller: seller,
                        buyer: .company(text, address: address),
                        subject: text,
                        suppliedOn: read("2026-10-31") { Day(iso: $0) },
                        purchaseOrder: String(text.prefix(60))
                    )
                )
            }
            let notices = SellerNotices(insurance: String(repeating: words + "\n", count: 12), mediator: words)
            let noticed = try Seller.franchise(bank: Seller.iban, notices: notices)
            let corrected = try IssuedInvoice.of([.of()], seller: .franchise(), buyer: .company())
            return [
                try sample("long-words", words),
                try sample("long-word", word),
                Sample("long-mentions", try .of([.of(), .of()], seller: noticed, buyer: .person())),
                Sample(
                    "credit-with-long-reason",
                    try corrected.creditNote(.rest, reason: String(repeating: words + " ", count: 5)),
                    on: corrected
                ),
                Sample(
                    "without-subject",
                    try .of([.of("Conseil")], seller: .franchise(), buyer: .company(), subject: "")
                ),
            ]
        }
    }

    private static var manyTotalsSamples: [Sample] {
        get throws {
            let seller = try Seller.taxed()
            let rates = VATRate.allCases.map { VAT.rate($0) }
            let treatments = rates + VATExemption.allCases.filter { $0 != .export }.map { VAT.exempt($0) }
            let lines = try treatments.map { try InvoiceLine.of("Au régime « \($0.frenchChoice) »", "1250.50", $0) }
            func balance(_ count: Int) throws -> Sample {
                let deposits = (0..<count).map {
                    DeductedDeposit(
                        number: InvoiceNumber(series: .invoice, year: 2026, sequence: Int64($0 + 10)),
                        issuedOn: Day(number: 20_600 + Int64($0)),
                        amount: Cents(10_050)
                    )
                }
                let work = try InvoiceLine.of("Chantier", "90000", .rate(.intermediate))
                return Sample(
                    "deposits-\(count)",
                    try .of([work], seller: seller, buyer: .company(), deposits: deposits)
                )
            }
            return [
                Sample("every-vat", try .of(lines, seller: seller, buyer: .german(), suppliedOn: Day(number: 20_770))),
                try balance(20), try balance(45), try balance(120),
            ]
        }
    }
}
