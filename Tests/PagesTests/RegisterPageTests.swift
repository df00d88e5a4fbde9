import Accounting
import Foundation
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing
import Web

@Suite(.database(.needme)) struct `The register of receipts` {
    let story = Story()
    let jeanne: Freelancer
    let browser: Browser

    init() throws {
        jeanne = try story.connectedFreelancer()
        browser = Browser(story, of: jeanne)
    }

    private func receive(_ amount: Int64, on day: String, by means: MeansOfPayment = .transfer, note: String = "")
        throws
    {
        let bill = try story.bill(from: jeanne)
        try story.receive(Cents(amount), for: bill, by: means, on: Day(iso: day), note: note)
    }

    @Test func `is empty at first`() throws {
        #expect(try browser.open("/registre").text.contains("Aucun encaissement pour l’instant."))
    }

    @Test func `shows the quarter that is being declared, day by day, with what it adds up to`() throws {
        try receive(20_000, on: "2026-11-10", by: .cheque)
        try receive(10_000, on: "2026-10-02")
        try receive(5_000, on: "2026-09-30")
        let text = try browser.open("/registre").text
        #expect(text.contains("Lignes\u{A0}: 4e trimestre 2026"))
        #expect(!text.contains("30/09/2026"))
        let first = try #require(text.firstRange(of: "02/10/2026"))
        let second = try #require(text.firstRange(of: "10/11/2026"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(text.contains("data-label=\"Cumul\">300,00\u{202F}€"))
        #expect(text.contains("CHÈQUE"))
    }

    @Test(arguments: [
        ("2026-09", "50,00"), ("2026-T3", "50,00"), ("2026-T4", "300,00"), ("2026", "350,00"), ("tout", "350,00"),
        ("2025", "0,00"), ("n’importe quoi", "300,00"),
    ])
    func `adds up each period`(period: String, total: String) throws {
        try receive(20_000, on: "2026-11-10", by: .cheque)
        try receive(10_000, on: "2026-10-02")
        try receive(5_000, on: "2026-09-30")
        let text = try browser.open("/registre?periode=\(period)").text
        if total == "0,00" {
            #expect(text.contains("Aucun encaissement sur cette période."))
        } else {
            let amount: String? = text.after("<tfoot>")?.after("Encaissé TTC\">")?.before("\u{202F}€")
            #expect(amount == total)
        }
    }

    @Test func `shows counter-lines, and takes them off`() throws {
        let bill = try story.bill(from: jeanne)
        try story.receive(Cents(10_000), for: bill)
        try story.undoReceipt(of: bill)
        let text = try browser.open("/registre").text
        #expect(text.contains("Contre-écriture. Annulation d’encaissement"))
        #expect(text.contains("data-label=\"Montant\"><span>−100,00\u{202F}€"))
        #expect(text.contains("data-label=\"Cumul\">0,00\u{202F}€"))
    }

    @Test func `tells Urssaf’s figures by category, without VAT, with the lines that make them`() throws {
        let paul = try story.connectedFreelancer("paul@exemple.fr", seller: .paul)
        let bill = try story.bill(from: paul, [.line("Livre", "1", "100", .rate(.normal))])
        try story.receive(Cents(6_000), for: bill)
        let browser = Browser(story, of: paul)
        let text = try browser.open("/registre").text
        let figures = try #require(text.after("Ventes de marchandises (BIC)"))
        #expect(figures.after("À déclarer\"><strong>")?.before("<") == "50,00\u{202F}€")
        #expect(figures.contains("periode=2026-T4&amp;categorie=vente#lignes"))
        let lines = try browser.open("/registre?periode=2026-T4&categorie=vente").text
        #expect(lines.contains("50,00\u{202F}€ HT"))
        #expect(try browser.open("/registre?periode=2026-T4&categorie=service").text.contains("Aucun encaissement"))
    }

    @Test func `CGI art. 267 II 2°: leaves « débours » out of Urssaf's figures, and shows them apart`() throws {
        let lines = [InvoiceLine.line("Conseil", "1", "100"), .line("Greffe", "1", "37,45", .exempt(.disbursement))]
        try story.receive(Cents(13_745), for: try story.bill(from: jeanne, lines))
        let text = try browser.open("/registre").text
        let figures = try #require(text.after("Autres prestations de services (BNC)"))
        #expect(figures.after("À déclarer\"><strong>")?.before("<") == "100,00\u{202F}€")
        #expect(text.contains("dont débours 37,45\u{202F}€"))
        #expect(text.contains("data-label=\"Débours\">37,45\u{202F}€"))
        #expect(text.contains("ne sont pas du chiffre d’affaires"))
        #expect(try browser.open("/").text.contains("100,00\u{202F}€ sur 37\u{202F}500,00\u{202F}€"))
        let sheet = try browser.open("/registre/registre.csv").text
        #expect(sheet.contains(";100,00;0,00;37,45;137,45;"))
    }

    @Test func `is declared each month by whoever says so`() throws {
        try receive(10_000, on: "2026-11-10")
        let page = try browser.open("/registre")
        #expect(page.text.contains("<option value=\"quarter\" selected>"))
        let text = try browser.send("/registre/declaration", [("rythme", "month")]).text
        #expect(text.contains("Lignes\u{A0}: novembre 2026"))
        #expect(text.contains("<option value=\"month\" selected>"))
        #expect(try browser.open("/registre?periode=2026-T4").text.contains("Vous déclarez chaque mois."))
        #expect(try browser.send("/registre/declaration", [("rythme", "never")]).text.contains("novembre 2026"))
    }

    @Test func `a negative category is declared as nothing`() throws {
        let bill = try story.bill(from: jeanne)
        try story.receive(Cents(10_000), for: bill, on: Day(iso: "2026-09-30"))
        try story.undoReceipt(of: bill)
        let text = try browser.open("/registre").text
        #expect(text.contains("Une catégorie est négative"))
        #expect(text.after("Autres prestations de services (BNC)")?.after("<strong>")?.before("<") == "0,00\u{202F}€")
    }

    /// Lines that nobody paid, chained to nothing.
    private func forgeLines(_ count: Int, after first: Int64 = 1) throws {
        try story.forge(
            """
            INSERT INTO register_lines (company_id, sequence, received_on, document, client, nature, activity,
                amount_cents, net_cents, means, reference, recorded_at, fingerprint, payment_id)
            SELECT company_id, \(first) + seq, received_on, document, client, nature, activity, amount_cents, net_cents,
                means, reference, recorded_at, fingerprint, -seq
            FROM register_lines JOIN seq_1_to_3000 WHERE sequence = 1 AND seq <= \(count)
            """
        )
    }

    @Test func `turns its pages, and carries the sum along`() throws {
        try receive(100, on: "2026-11-01")
        try forgeLines(60)
        let text = try browser.open("/registre").text
        #expect(text.contains("data-label=\"N° d’ordre\">50<"))
        #expect(!text.contains("data-label=\"N° d’ordre\">51<"))
        let next = try #require(text.after("class=\"older\" href=\"")?.before("\"")).replacing("&amp;", with: "&")
        #expect(next == "/registre?periode=2026-T4&apres=2026-11-01.50")
        let rest = try browser.open(next).text
        #expect(rest.contains("data-label=\"N° d’ordre\">61<"))
        #expect(!rest.contains("data-label=\"N° d’ordre\">50<"))
        #expect(rest.after("data-label=\"Cumul\">")?.before("<") == "51,00\u{202F}€")
        #expect(!rest.contains("class=\"older\""))
    }

    @Test func `says that the whole chain was verified`() throws {
        try receive(100, on: "2026-11-01")
        try receive(200, on: "2026-11-02")
        let head = try story.reader.registerHead(of: jeanne.companyID).fingerprint.hexadecimal.prefix(16)
        for path in ["/registre", "/registre/verification"] {
            let text = try browser.open(path).text
            #expect(text.contains("Registre vérifié\u{A0}: 2 lignes, empreinte <span class=\"code\">\(head)…</span>"))
        }
    }

    @Test func `says so when a line was altered`() throws {
        try receive(100, on: "2026-11-01")
        try story.alterRegister(["UPDATE register_lines SET amount_cents = 1"])
        let text = try browser.open("/registre").text
        #expect(text.contains("Ce registre n’est pas intact."))
        #expect(text.contains("La ligne 1 ne correspond plus à son empreinte."))
        #expect(!text.contains("Registre vérifié"))
    }

    @Test func `verifies the end of a long register, and all of it when asked`() throws {
        try receive(100, on: "2026-11-01")
        try forgeLines(1_500)
        // Chained in earnest, as the program would have written them.
        let chain = RegisterChain(digest: sha256)
        var head = RegisterChain.Head.empty
        var repairs: [SQL] = []
        for line in try story.reader.registerLines(of: jeanne.companyID, limit: .max) {
            let sound = chain.line(line.entry, after: head)
            head = RegisterChain.Head(sequence: sound.sequence, fingerprint: sound.fingerprint)
            repairs.append(
                "UPDATE register_lines SET fingerprint = \(sound.fingerprint) WHERE sequence = \(sound.sequence)"
            )
        }
        try story.alterRegister(repairs)
        try story.forge(
            "UPDATE register_heads SET sequence = \(head.sequence), fingerprint = \(head.fingerprint)"
        )
        let text = try browser.open("/registre").text
        #expect(text.contains("Fin du registre vérifiée\u{A0}: les 1\u{202F}000 dernières lignes sur 1\u{202F}501"))
        #expect(try browser.open("/registre/verification").text.contains("Registre vérifié\u{A0}: 1\u{202F}501 lignes"))
        try story.alterRegister(["UPDATE register_lines SET amount_cents = 1 WHERE sequence = 400"])
        #expect(try browser.open("/registre").text.contains("Fin du registre vérifiée"))
        #expect(try browser.open("/registre/verification").text.contains("La ligne 400 ne correspond plus"))
    }

    @Test func `is a table for spreadsheets, whole however long it is`() throws {
        try receive(100, on: "2026-11-01", note: "=CMD()")
        try forgeLines(1_200)
        let page = try browser.open("/registre/registre.csv?periode=2026")
        #expect(page.response.headers["content-disposition"] == "attachment; filename=\"registre-2026.csv\"")
        let lines = page.text.split(separator: "\r\n")
        #expect(lines.count == 1_202)
        #expect(
            lines[0] == "\u{FEFF}N° d’ordre;Date d’encaissement;N° de pièce;Client;Nature;Catégorie;Montant HT;TVA;"
                + "Débours (hors chiffre d’affaires);Montant encaissé TTC;Mode de règlement;Référence;Empreinte"
        )
        #expect(lines[1].hasPrefix("1;01/11/2026;F-2026-0001;Atelier Durand;"))
        #expect(lines[1].contains(";BNC;1,00;0,00;0,00;1,00;VIREMENT;'=CMD();"))
        #expect(Set(lines.dropFirst().compactMap { $0.before(";") }).count == 1_201)
    }

    @Test func `is a document with all its lines`() throws {
        try receive(100, on: "2026-11-01", by: .cash)
        try forgeLines(90)
        let page = try browser.open("/registre/registre.pdf?periode=2026-T4")
        #expect(page.response.headers["content-disposition"] == "attachment; filename=\"registre-2026-T4.pdf\"")
        #expect(page.response.body.starts(with: "%PDF".utf8))
        let paper = try Paper(page.response.body)
        #expect(paper.isSound)
        let text = try paper.text()
        #expect(text.contains("Registre des recettes : 4e trimestre 2026"))
        #expect(text.components(separatedBy: "Total de la page").count - 1 == paper.pageCount)
        #expect(paper.pageCount > 1)
        #expect(text.contains("91,00 €"))
    }

    @Test func `of too many lines is no document`() throws {
        try receive(100, on: "2026-11-01")
        try forgeLines(DrawRegister.maximumLines)
        let page = try browser.open("/registre/registre.pdf?periode=2026-T4")
        #expect(page.status == 422)
        #expect(page.text.contains("Un PDF contient au plus 2\u{202F}000 lignes"))
    }

    @Test func `of one company is not another’s`() throws {
        try receive(100, on: "2026-11-01", note: "secret")
        let paul = try story.connectedFreelancer("paul@exemple.fr", seller: .paul)
        let stranger = Browser(story, of: paul)
        for path in ["", "/registre.csv", "/registre.pdf", "/verification"] {
            let text = try stranger.open("/registre\(path)?periode=tout").text
            #expect(!text.contains("secret") && !text.contains("Atelier Durand"))
            #expect(try Browser(story).open("/registre\(path)").path == "/connexion")
        }
    }
}

/// A document as other programs read it.
private struct Paper {
    private let scratch: Scratch
    private let path: String

    init(_ document: [UInt8]) throws {
        scratch = try Scratch()
        path = try scratch.file(document)
    }

    var isSound: Bool { (try? Command(["qpdf", "--check", path], in: scratch).wait() == 0) ?? false }

    var pageCount: Int {
        let answer = try? Command(["qpdf", "--show-npages", path], in: scratch).result()
        return answer.flatMap { Int(String(decoding: $0, as: UTF8.self).split(separator: "\n").first ?? "") } ?? 0
    }

    func text() throws -> String {
        let words = try Command(["pdftotext", "-layout", "-enc", "UTF-8", path, "-"], in: scratch).result()
        return String(decoding: words, as: UTF8.self).replacing("\u{A0}", with: " ")
    }
}

extension Story {
    /// Somebody with every right changes the register, whatever its trigger says.
    fileprivate func alterRegister(_ statements: [SQL]) throws {
        let connection = database.connect()
        try connection.runUnprepared("DROP TRIGGER IF EXISTS register_lines_are_not_altered")
        defer {
            try? connection.runUnprepared(
                """
                CREATE TRIGGER register_lines_are_not_altered BEFORE UPDATE ON register_lines FOR EACH ROW
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a line of the register is never altered'
                """
            )
        }
        for statement in statements { try connection.execute(statement) }
    }
}
