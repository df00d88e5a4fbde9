import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The archive of a company` {
    let story = Story()
    let bill: Bill

    init() throws {
        bill = try story.payableBill()
        try story.receive(Cents(10_000), for: bill)
        try story.credit(bill, Cents(5_000))
    }

    private func unpacked() throws -> Unpacked {
        try Unpacked(try story.archive(of: try story.companyID(of: bill)))
    }

    @Test func `holds each document as it was issued, with its data for software`() throws {
        let archive = try unpacked()
        let file = try #require(try story.reader.file(ofInvoice: bill.id))
        #expect(archive.files["factures/\(bill.number.text).pdf"] == file.pdf)
        #expect(archive["factures/\(bill.number.text).xml"].contains("<ram:ID>\(bill.number.text)</ram:ID>"))
        let credit = try #require(archive.files.keys.first { $0.hasPrefix("avoirs/") && $0.hasSuffix(".pdf") })
        #expect(archive.files[credit.replacing(".pdf", with: ".xml")] != nil)
    }

    @Test func `holds tables for people, in their words`() throws {
        let archive = try unpacked()
        #expect(
            archive["tableurs/clients.csv"].hasPrefix("\u{FEFF}Nom;Type;Adresse;Code postal;Ville;Pays;SIREN;SIRET;")
        )
        #expect(archive["tableurs/clients.csv"].contains(";Professionnel;"))
        let invoices = archive["tableurs/factures.csv"]
        #expect(invoices.contains("\(bill.number.text);À encaisser;18/11/2026;"))
        #expect(invoices.contains(";100,00;"))
        #expect(archive["tableurs/lignes-de-factures.csv"].contains("\(bill.number.text);1;Intégration;"))
        #expect(archive["registre/registre.csv"].contains(bill.number.text))
        #expect(archive["registre/registre-2026.pdf"].hasPrefix("%PDF-"))
    }

    @Test func `opens on a page that leads to every file, and to none that is not there`() throws {
        let archive = try unpacked()
        let page = archive["index.html"]
        let links = page.matches(of: /href="([^"]+)"/).map { String($0.output.1) }
        #expect(links.filter { archive.files[$0] == nil } == [])
        let unlinked = Set(archive.files.keys).subtracting(links).subtracting(["index.html", "manifest.json"])
        #expect(unlinked.filter { !$0.hasPrefix("logos/") } == [])
        #expect(page.contains("lang=\"fr\"") && !page.contains("http"))
    }

    @Test func `says the fingerprint of each file`() throws {
        #expect(try unpacked().altered == [])
    }

    @Test func `holds the link of a client, and nothing that opens an account`() throws {
        let archive = try unpacked()
        #expect(archive["donnees/view_links.json"].contains(bill.link.text))
        let user = try #require(try story.reader.user(email: "jeanne@exemple.fr"))
        for (path, bytes) in archive.files where path.hasPrefix("donnees/") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains(user.passwordHash) && !text.contains("password"), "\(path)")
        }
    }

    @Test func `shows what stood when it was begun`() throws {
        let companyID = try story.companyID(of: bill)
        let stream = try TakeArchive(companyID: companyID).run(in: story.office(of: .dashboard))
        try story.receive(Cents(100), for: bill)
        var bytes: [UInt8] = []
        while let piece = try stream.next() { bytes += piece }
        #expect(try Unpacked(bytes)["donnees/payments.json"].matches(of: /"amount_cents"/).count == 1)
        #expect(try unpacked()["donnees/payments.json"].matches(of: /"amount_cents"/).count == 2)
    }

    @Test func `holds nothing of others`() throws {
        let other = try story.bill(from: try story.freelancer("voisin@exemple.fr"))
        let archive = try unpacked()
        #expect(archive.files.values.allSatisfy { !String(decoding: $0, as: UTF8.self).contains(other.link.text) })
        #expect(archive.files.keys.filter { $0.hasPrefix("factures/") }.count == 2)
    }

    @Test func `of nobody is not made`() throws {
        #expect(throws: NotFound.self) { try story.archive(of: 999) }
    }
}
