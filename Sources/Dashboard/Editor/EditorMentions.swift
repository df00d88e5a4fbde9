import Accounting
import French
import Invoicing
import Web

/// The sentences that the law wants on a document that is being written, which nobody types.
struct EditorMentions {
    let sentences: [String]

    var html: HTML? {
        guard !sentences.isEmpty else { return nil }
        return """
            <section class="also"><h2>Mentions ajoutées d’office</h2><ul class="hint">\
            \(sentences.map { "<li>\($0)</li>" as HTML })</ul></section>
            """
    }

    /// Those that it would bear today; without a client, those that do not depend on one.
    init(_ seller: Seller, _ buyer: Buyer?, _ lines: [InvoiceLine], on today: Day) {
        do throws(IssueRefusal) {
            if let buyer {
                sentences = try Mentions.required(seller: seller, buyer: buyer, lines: lines, on: today)
            } else {
                var exemptions: [String] = []
                for line in Totals(of: lines).breakdown {
                    if let sentence = try Mentions.exemption(line.vat, on: today) { exemptions.append(sentence) }
                }
                sentences = exemptions
            }
        } catch {
            sentences = [error.french]
        }
    }

    private init(_ sentences: [String]) { self.sentences = sentences }

    /// Those of a quote, which asks for no payment.
    var ofQuote: EditorMentions { EditorMentions(sentences.filter { Mentions.subject(of: $0) == nil }) }
}
