import Accounting
import Invoicing
import OperationsTestSupport
import Testing
import Web

@testable import PublicPages

/// The page says all that a document says (CGI annexe II article 242 nonies A).
@Suite struct `A document in a page` {
    @Test(arguments: [
        "Facture <span class=\"number\">F-2026-0007</span>", "Studio Jeanne", "Jeanne Martin EI", "12 rue des Lilas",
        "35000 Rennes", "SIRET 732\u{A0}829\u{A0}320\u{A0}00074", "RCS Rennes", "N°\u{A0}TVA FR44732829320",
        "jeanne@exemple.fr", "Tél.\u{A0}02 99 00 00 00", "Facturé à", "Atelier Durand", "44000 Nantes",
        "SIREN 356\u{A0}000\u{A0}000", "<dt>Date d’émission</dt><dd>18/11/2026</dd>",
        "<dt>Date de la prestation</dt><dd>01/11/2026</dd>", "<dt>Date d’échéance</dt><dd>18/12/2026</dd>",
        "<dt>Nature</dt><dd>Prestation de services</dd>", "<dt>Votre commande</dt><dd>BC-42</dd>",
        "Objet\u{A0}: Refonte du site", "Première ligne\nseconde ligne", "2\u{A0}jour",
        "Remise 12,5\u{A0}%\u{A0}: −25,00\u{202F}€ sur 200,00\u{202F}€", "data-label=\"TVA\">20\u{A0}%",
        "data-label=\"TVA\">Exonéré",
        "data-label=\"TVA\">Autoliq.", "<dt>Total HT</dt><dd>1\u{202F}275,00\u{202F}€</dd>",
        "<dt>TVA 20\u{A0}% sur 175,00\u{202F}€</dt><dd>35,00\u{202F}€</dd>",
        "<dt>Exonéré de TVA, base 100,00\u{202F}€</dt>", "<dt>Autoliquidation, base 1\u{202F}000,00\u{202F}€</dt>",
        "<dt>Total TTC</dt><dd>1\u{202F}310,00\u{202F}€</dd>",
        "<dt>Acompte F-2026-0003 du 1er\u{A0}octobre\u{A0}2026</dt><dd>−310,00\u{202F}€</dd>",
        "<div class=\"due\"><dt>Net à payer</dt><dd>1\u{202F}000,00\u{202F}€</dd>",
        "FR76\u{A0}3000\u{A0}6000\u{A0}0112\u{A0}3456\u{A0}7890\u{A0}189",
        "BIC\u{A0}<span class=\"number\">AGRIFRPP</span>",
        "<p>Pénalités de retard</p>", "alt=\"Logo de Studio Jeanne\"",
    ])
    func `says`(words: String) {
        let sheet = DocumentSheet(document: .invoice(.full), logo: "/f/x/logo.png")
        #expect(sheet.html.markup.contains(words))
    }

    @Test func `of a deposit has its title`() {
        let sheet = DocumentSheet(document: .invoice(.plain(kind: .deposit))).html.markup
        #expect(sheet.contains("<h2>Facture d’acompte <span"))
        #expect(sheet.contains("aria-label=\"Facture d’acompte F-2026-0007\""))
    }

    @Test func `CGI article 283-3: under the franchise has one total and no word of VAT but the mention`() {
        let sheet = DocumentSheet(document: .invoice(.plain())).html.markup
        #expect(sheet.contains("<div class=\"due\"><dt>Net à payer</dt><dd>1\u{202F}350,00\u{202F}€</dd></div></dl>"))
        #expect(sheet.contains("<dl class=\"totals\"><div class=\"due\">"))
        #expect(!sheet.replacing("TVA non applicable, art. 293 B du CGI", with: "").contains("TVA"))
        #expect(!sheet.contains("TTC"))
    }

    @Test func `says what remains, once credit notes and payments took off their part`() {
        let remainder = Remainder(
            credited: [("Avoir A-2026-0001 du 18\u{A0}novembre\u{A0}2026", Cents(5_000))],
            paid: Cents(30_000),
            due: Cents(100_000)
        )
        let sheet = DocumentSheet(document: .invoice(.plain()), remainder: remainder).html.markup
        #expect(sheet.contains("<div><dt>Net à payer</dt>"))
        #expect(sheet.contains("<dt>Avoir A-2026-0001 du 18\u{A0}novembre\u{A0}2026</dt><dd>−50,00\u{202F}€</dd>"))
        #expect(sheet.contains("<dt>Déjà réglé</dt><dd>−300,00\u{202F}€</dd>"))
        #expect(sheet.contains("<div class=\"due\"><dt>Reste à payer</dt><dd>1\u{202F}000,00\u{202F}€</dd>"))
    }

    @Test func `of a credit note says what it corrects and why, and asks for nothing`() {
        let invoice = IssuedInvoice.full
        let note = CreditNote(
            number: InvoiceNumber(series: .creditNote, year: 2026, sequence: 1),
            issuedOn: .day("2026-11-20"),
            amount: invoice.payable,
            isTotal: true,
            reason: "Commande annulée",
            lines: invoice.lines,
            totals: invoice.totals
        )
        let sheet = DocumentSheet(document: .creditNote(note, correcting: invoice)).html.markup
        for words in [
            "Avoir <span class=\"number\">A-2026-0001</span>", "Motif\u{A0}: Commande annulée", "20/11/2026",
            "Avoir qui annule la facture F-2026-0007 du 18\u{A0}novembre\u{A0}2026.", "Détail de l’avoir",
            "<dt>Acomptes de la facture</dt><dd>−310,00\u{202F}€</dd>",
            "<div class=\"due\"><dt>Montant de l’avoir</dt><dd>1\u{202F}000,00\u{202F}€</dd>",
        ] {
            #expect(sheet.contains(words), "\(words)")
        }
        for words in ["Net à payer", "IBAN", "échéance", "Pénalités de retard :", "Facturé à"] {
            #expect(!sheet.contains(words), "\(words)")
        }
    }

    @Test func `without a logo has no picture`() {
        #expect(!DocumentSheet(document: .invoice(.full)).html.markup.contains("<img"))
    }
}

extension Day {
    fileprivate static func day(_ text: String) -> Day {
        guard let day = Day(iso: text) else { preconditionFailure("A test's own day can be read.") }
        return day
    }
}

extension IssuedInvoice {
    fileprivate static func plain(kind: InvoiceKind = .invoice) -> IssuedInvoice {
        IssuedInvoice(
            number: InvoiceNumber(series: .invoice, year: 2026, sequence: 7),
            issuedOn: .day("2026-11-18"),
            dueOn: .day("2026-12-18"),
            suppliedOn: nil,
            seller: .jeanne,
            buyer: .studio,
            subject: "",
            lines: [.work],
            totals: Totals(of: [.work]),
            mentions: ["TVA non applicable, art. 293 B du CGI"],
            kind: kind
        )
    }

    /// One that has everything.
    fileprivate static var full: IssuedInvoice {
        let jeanne = Seller.jeanne
        let seller = Seller(
            name: jeanne.name,
            tradeName: jeanne.tradeName,
            address: jeanne.address,
            siren: jeanne.siren,
            vatNumber: "FR44732829320",
            isUnderFranchise: false,
            activity: .liberal,
            bank: jeanne.bank,
            siret: SIRET("73282932000074"),
            contact: Contact(email: "jeanne@exemple.fr", phone: "02 99 00 00 00"),
            notices: SellerNotices(registration: "RCS Rennes")
        )
        let discounted = InvoiceLine.line("Première ligne\nseconde ligne", "2", "100", unit: "jour", .rate(.normal))
        let lines = [
            InvoiceLine(
                designation: discounted.designation,
                quantity: discounted.quantity,
                unit: discounted.unit,
                unitPrice: discounted.unitPrice,
                vat: discounted.vat,
                discount: Discount("12,5")
            ),
            .line("Formation", "1", "100", .exempt(.training)),
            .line("Conseil", "1", "1000", .exempt(.servicesInUnion)),
        ]
        let number = InvoiceNumber(series: .invoice, year: 2026, sequence: 3)
        return IssuedInvoice(
            number: InvoiceNumber(series: .invoice, year: 2026, sequence: 7),
            issuedOn: .day("2026-11-18"),
            dueOn: .day("2026-12-18"),
            suppliedOn: .day("2026-11-01"),
            seller: seller,
            buyer: .studio,
            subject: "Refonte du site",
            lines: lines,
            totals: Totals(of: lines),
            mentions: ["Pénalités de retard"],
            purchaseOrder: "BC-42",
            deposits: [DeductedDeposit(number: number, issuedOn: .day("2026-10-01"), amount: Cents(31_000))]
        )
    }
}
