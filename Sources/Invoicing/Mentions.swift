public import Accounting

/// The sentences that the law wants on an invoice, by case and by date.
public enum Mentions {
    /// The sentences of an invoice issued on this day, in the order they are printed.
    public static func required(seller: Seller, buyer: Buyer, on day: Day) -> [String] {
        table
            .filter { $0.isInForce(on: day) && $0.applies(seller, buyer) }
            .map(\.text)
    }

    private struct Mention: Sendable {
        let text: String
        var until: String?
        let applies: @Sendable (Seller, Buyer) -> Bool

        func isInForce(on day: Day) -> Bool {
            until.flatMap(Day.init(iso:)).map { day <= $0 } ?? true
        }
    }

    private static let table: [Mention] = [
        // CGI art. 293 B; the numbers of the CGI may be cited until 30 June 2028 (ord. 2025-1247 art. 46).
        Mention(text: "TVA non applicable, art. 293 B du CGI", until: "2028-06-30") { seller, _ in
            seller.isUnderFranchise
        },
        // C. com. art. L441-9 I: conditions of early payment.
        Mention(text: "Escompte pour paiement anticipé : néant.") { _, buyer in buyer.kind == .business },
        // C. com. art. L441-10 II: the default rate of late penalties.
        Mention(text: "Pénalités de retard : taux de refinancement de la BCE majoré de 10 points.") { _, buyer in
            buyer.kind == .business
        },
        // C. com. art. D441-5: professionals only.
        Mention(text: "Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 €.") { _, buyer in
            buyer.kind == .business
        },
    ]
}
