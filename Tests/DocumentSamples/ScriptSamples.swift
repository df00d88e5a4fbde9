import Accounting
import Invoicing

extension Sample {
    /// Names and designations in every script, and characters that mean something to a machine.
    static var scriptSamples: [Sample] {
        get throws {
            let names: [(String, String)] = [
                ("accents", "Éloïse Nuñez-Łukasiewicz Œuvrard ÿ"),
                ("vietnamese", "Nguyễn Thị Hồng Đào"),
                ("cyrillic", "Жанна Мартынова"),
                ("greek", "Ιωάννα Παπαδοπούλου"),
                ("arabic", "فاطمة الزهراء"),
                ("hebrew", "רחל כהן"),
                ("chinese", "王小明"),
                ("japanese", "山田 はなこ"),
                ("korean", "김민준"),
                ("thai", "สมชาย ใจดี"),
                ("hindi", "प्रिया शर्मा"),
                ("emoji", "Studio 🌈 Léa 👩‍🎨"),
                ("markup", "Tom & Jerry <Fils> \"SARL\" 'ça' ]]> <!--"),
                ("control-characters", "Nul\u{0} Cloche\u{7} Échap\u{1B} Verticale\u{B} Fin\u{FFFE}"),
                ("combining", "E\u{301}le\u{301}onore"),
            ]
            return try names.map { name, text in
                let seller = try Seller.franchise(text, tradeName: text, bank: Seller.iban)
                let line = try InvoiceLine.of("Prestation pour \(text)", "450")
                return Sample("name-in-" + name, try .of([line], seller: seller, buyer: .company(text), subject: text))
            }
        }
    }
}
