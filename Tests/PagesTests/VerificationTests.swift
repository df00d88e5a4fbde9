import Accounting
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing
import Web

/// « Vérifier cette facture ».
@Suite(.database(.needme)) struct `The check of an invoice` {
    private let story = Story()
    private let freelancer: Freelancer
    private let bill: Bill
    private let pdf: [UInt8]

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
        pdf = try #require(try story.reader(of: .public).file(ofInvoice: bill.id)).pdf
    }

    @Test func `shows what to compare, with the account masked`() throws {
        let page = try Browser(story).open(path)
        #expect(page.status == 200)
        for words in [
            "Jeanne Martin EI", "732\u{A0}829\u{A0}320", "F-2026-0001", "18\u{A0}novembre\u{A0}2026",
            "1\u{202F}350,00\u{202F}€", "FR76\u{A0}••••\u{A0}…\u{A0}189", sha256(pdf).hexadecimal,
            "enctype=\"multipart/form-data\"",
        ] {
            #expect(page.text.contains(words), "\(words)")
        }
        #expect(!page.text.contains("3000"))
    }

    @Test func `knows the issued file`() throws {
        let page = try send(pdf)
        #expect(page.status == 200)
        #expect(page.text.contains("facture.pdf est exactement le fichier émis."))
    }

    @Test func `knows the file that it gives today`() throws {
        let today = try Browser(story).open("/f/\(bill.link.text)/facture.pdf").response.body
        #expect(today != pdf)
        let page = try send(today)
        #expect(page.text.contains("facture.pdf est le fichier que NeedMe délivre aujourd’hui pour cette facture."))
        #expect(page.text.contains("class=\"success\""))
    }

    @Test func `knows the issued data in a file of another day`() throws {
        let yesterday = try Browser(story).open("/f/\(bill.link.text)/facture.pdf").response.body
        try story.turn(bill, false)
        #expect(try send(yesterday).text.contains("Les données de facture.pdf sont celles de la facture émise."))
    }

    @Test func `warns of another invoice`() throws {
        let other = try story.bill(from: freelancer)
        let page = try send(try #require(try story.reader(of: .public).file(ofInvoice: other.id)).pdf)
        #expect(page.text.contains("Attention\u{A0}: facture.pdf n’est pas la facture émise."))
        #expect(page.text.contains("role=\"alert\""))
    }

    @Test func `says what cannot be compared`() throws {
        #expect(try send(Array("x".utf8)).status == 422)
        #expect(try send([UInt8](repeating: 0, count: (5 << 20) + 1)).status == 413)
        #expect(try Browser(story).send(path).text.contains("Choisissez d’abord un fichier."))
        #expect(try send([], named: "").status == 422)
        #expect(try send(Array(pdf.prefix(pdf.count / 2))).text.contains("facture.pdf ne peut pas être lu."))
    }

    @Test func `shows a file's name as text`() throws {
        let page = try send(pdf, named: "<script>alert(1)</script>.pdf")
        #expect(page.text.contains("&lt;script&gt;") && !page.text.contains("<script>alert"))
    }

    @Test(arguments: [nil, "null", "https://evil.example"])
    func `is asked for from a page of ours only`(origin: String?) throws {
        let browser = Browser(story)
        browser.origin = origin
        #expect(try browser.send(path, file: pdf, named: "a.pdf", as: "pdf").status == 403)
    }

    private var path: String { "/f/\(bill.link.text)/verifier" }

    private func send(_ file: [UInt8], named name: String = "facture.pdf") throws -> Browser.Page {
        try Browser(story).send(path, file: file, named: name, as: "pdf")
    }
}
