import Accounting
import French
import Invoicing

extension Dashboard {
    /// The sentences that a draft would bear if it were issued today; without a client, those that do not depend on one.
    func mentions(_ seller: Seller, _ buyer: Buyer?, _ lines: [InvoiceLine]) -> [String] {
        do throws(IssueRefusal) {
            if let buyer { return try Mentions.required(seller: seller, buyer: buyer, lines: lines, on: today) }
            var sentences: [String] = []
            for line in Totals(of: lines).breakdown {
                if let sentence = try Mentions.exemption(line.vat, on: today) { sentences.append(sentence) }
            }
            return sentences
        } catch {
            return [error.french]
        }
    }
}
