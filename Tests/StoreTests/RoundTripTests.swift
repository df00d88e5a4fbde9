import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `What is stored comes back` {
    let story = Story()

    @Test(arguments: [Seller.jeanne, .paul]) func `as a company`(seller: Seller) throws {
        let freelancer = try story.freelancer(seller: seller)
        #expect(try story.reader.company(freelancer.companyID)?.seller == seller)
    }

    @Test(arguments: [Buyer.studio, .person]) func `as a client`(buyer: Buyer) throws {
        let freelancer = try story.freelancer()
        let client = try story.client(buyer, of: freelancer)
        #expect(try story.reader.client(client, of: freelancer.companyID)?.buyer == buyer)
        #expect(try story.reader.clients(named: nil, of: freelancer.companyID, at: nil).rows.map(\.id) == [client])
    }

    @Test func `as a draft, after each saving`() throws {
        let freelancer = try story.freelancer(seller: .paul)
        let client = try story.client(of: freelancer)
        let id = try story.draft(lines, for: client, of: freelancer)
        for draft in [draft(client, lines), draft(client, []), draft(client, Array(lines.reversed()))] {
            try story.rewrite(id, of: freelancer, to: draft)
            #expect(try story.reader.draft(id, of: freelancer.companyID) == draft)
        }
    }

    @Test func `as an issued invoice, with the tax of each rate`() throws {
        let freelancer = try story.freelancer(seller: .paul)
        let bill = try story.bill(from: freelancer, to: .person, lines)
        let issued = try #require(try story.reader.issuedInvoice(bill.id))
        #expect(issued.seller == .paul)
        #expect(issued.buyer == .person)
        #expect(issued.lines == lines)
        #expect(issued.totals == Totals(of: lines))
        #expect(issued.totals.breakdown.map(\.vat) == [.rate(.normal), .rate(.reduced), .rate(.superReduced)])
        #expect(try story.reader.invoice(bill.id, of: freelancer.companyID)?.total == Totals(of: lines).gross)
    }

    @Test func `as an issued invoice under the franchise, with the sentences of the law`() throws {
        let bill = try story.bill(from: try story.freelancer())
        let issued = try #require(try story.reader.issuedInvoice(bill.id))
        #expect(issued.totals == Totals(of: [.work]))
        #expect(
            issued.mentions
                == (try Mentions.required(seller: .jeanne, buyer: .studio, lines: [.work], on: issued.issuedOn))
        )
        #expect(issued.dueOn == issued.issuedOn.adding(days: 30))
    }

    @Test(arguments: [0, 1, 999_999, 1_795_000_000_123_456, -1, -62_135_596_800_000_000 + 1])
    func `as a moment, to the microsecond`(microseconds: Int64) throws {
        let moment = Instant(microseconds: microseconds)
        let row = try story.database.connect().row("SELECT CAST(\(moment) AS DATETIME(6)) AS moment")
        #expect(try #require(row)["moment"] == moment)
    }

    @Test(arguments: ["1970-01-01", "2024-02-29", "9999-12-31", "1582-10-15"])
    func `as a day`(text: String) throws {
        let day = try #require(Day(iso: text))
        let row = try story.database.connect().row("SELECT CAST(\(day) AS DATE) AS day")
        #expect(try #require(row)["day"] == day)
    }

    private let lines: [InvoiceLine] = [
        .line("Affiche « Été » 🦩", "0,3333", "99,999999", unit: "m²", .rate(.normal)),
        .line("Livre\n<b>&amp;</b>", "1000000", "0,000001", .rate(.reduced)),
        .line("Journal", "3", "0,335", .rate(.superReduced)),
        .line("Port", "1", "12,5", .rate(.normal)),
    ]

    private func draft(_ client: Int64, _ lines: [InvoiceLine]) -> SavedDraft {
        SavedDraft(
            clientID: client,
            subject: "Objet “ L’été ” 🌞",
            lines: lines,
            suppliedOn: Day(iso: "2026-02-28"),
            paymentTermDays: 45
        )
    }
}
