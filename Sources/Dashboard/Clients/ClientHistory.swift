import Accounting
import French
import Invoicing
import Store
import Web

/// What was collected of a client, what is awaited and how long they take; each figure leads to its invoices.
struct ClientFiguresList {
    let clientID: Int64
    let figures: ClientFigures

    var html: HTML {
        let invoices = figures.invoices
        let items: [(label: String, value: String, detail: String, path: String)] = [
            (
                "Encaissé", figures.collected.french,
                invoices == 0
                    ? "aucune facture émise" : "\(invoices.french)\u{A0}facture\(invoices > 1 ? "s émises" : " émise")",
                list(.all)
            ),
            (
                "À encaisser", figures.outstanding.french,
                figures.overdue > .zero ? "dont \(figures.overdue.french) en retard" : "rien en retard", list(.awaited)
            ),
            (
                "Délai médian de paiement", figures.medianDelay.map { "\($0)\u{A0}j" } ?? "–",
                figures.medianDelay == nil ? "aucune facture payée" : "de l’émission au dernier paiement", list(.paid)
            ),
        ]
        let html: [HTML] = items.map { item in
            """
            <li><a class="sheet" href="\(item.path)">\(item.label) <strong>\(item.value)</strong> \
            <span class="hint">\(item.detail)</span></a></li>
            """
        }
        return "<ul class=\"figures\">\(html)</ul>"
    }

    private func list(_ chip: InvoiceListQuery.Chip) -> String {
        var query = InvoiceListQuery().with(chip)
        query.clientID = clientID
        return query.address()
    }
}

/// The newest documents of a client.
struct ClientHistory {
    let clientID: Int64
    let invoices: [InvoiceSummary]
    let quotes: [Quote]
    let creditNotes: [CreditNoteSummary]
    let today: Day

    /// How many of each kind are shown.
    static let length = 10

    var html: HTML {
        """
        <h2>Factures</h2>
        \(invoices.isEmpty ? "<p class=\"hint\">Aucune facture.</p>" : invoiceTable)
        \(if: !quotes.isEmpty, quoteTable)
        \(if: !creditNotes.isEmpty, creditNoteTable)
        """
    }

    private var invoiceTable: HTML {
        let rows: [HTML] = invoices.map { summary in
            let invoice = summary.invoice
            return row(
                link: "/factures/\(invoice.id)",
                name: invoice.number ?? "Brouillon",
                day: invoice.issuedOn,
                amount: invoice.total,
                end: statusChip(invoice.status(on: today).forSeller)
            )
        }
        return table("Les dernières factures", "Statut", rows)
            + all("/factures?client=\(clientID)", "Toutes ses factures")
    }

    private var quoteTable: HTML {
        let rows: [HTML] = quotes.map { quote in
            row(
                link: "/devis/\(quote.id)",
                name: quote.number ?? "Brouillon",
                day: quote.sentOn,
                amount: quote.total,
                end: statusChip(quote.state(on: today).forSeller)
            )
        }
        return "<h2>Devis</h2>" + table("Les derniers devis", "Statut", rows)
            + all("/devis?client=\(clientID)", "Tous ses devis")
    }

    private var creditNoteTable: HTML {
        let rows: [HTML] = creditNotes.map { note in
            row(
                link: "/factures/\(note.invoiceID)/avoirs/\(note.id).pdf",
                name: note.number.text,
                day: note.issuedOn,
                amount: -note.amount,
                end: "<a href=\"/factures/\(note.invoiceID)\">\(note.invoiceNumber)</a>"
            )
        }
        return "<h2>Avoirs</h2>" + table("Les derniers avoirs", "Facture", rows)
            + all("/factures/avoirs", "Tous vos avoirs")
    }

    private func row(link: String, name: String, day: Day?, amount: Cents, end: HTML) -> HTML {
        """
        <tr><th scope="row" class="number"><a href="\(link)">\(name)</a></th>
        <td data-label="Émis le">\(day?.frenchShort ?? "–")</td><td class="amount">\(amount.french)</td>\
        <td class="status">\(end)</td></tr>
        """
    }

    private func table(_ caption: String, _ end: String, _ rows: [HTML]) -> HTML {
        """
        <div class="scroll"><table class="list invoices"><caption>\(caption)</caption>
        <thead><tr><th scope="col">N°</th><th scope="col">Émis le</th><th scope="col" class="amount">Montant</th>\
        <th scope="col">\(end)</th></tr></thead><tbody>\(rows)</tbody></table></div>
        """
    }

    private func all(_ path: String, _ label: String) -> HTML { "<p><a href=\"\(path)\">\(label)</a></p>" }
}
