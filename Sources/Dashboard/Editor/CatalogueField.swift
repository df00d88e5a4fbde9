import Accounting
import French
import Invoicing
import Store
import Web

/// The catalogue beside the lines of a document: an article that is chosen becomes a line.
struct CatalogueField {
    let articles: [Article]
    let hasMore: Bool

    /// How many articles are offered at once.
    static let length = 200

    /// The field of a company; from its next article on, only the catalogue itself shows the rest.
    init(_ found: [Article]) {
        articles = Array(found.prefix(Self.length))
        hasMore = found.count > Self.length
    }

    var html: HTML? {
        guard !articles.isEmpty else { return nil }
        return """
            <div class="beside catalogue"><div class="field"><label for="article">Article du catalogue</label>
            <select id="article" name="article"><option value="">Choisir un article</option>
            \(articles.map(option))</select>
            \(if: hasMore, "<p class=\"hint\">Les \(Self.length) premiers\u{A0}; la suite est dans <a href=\"/articles\">Articles</a>.</p>")</div>
            <button class="quiet" name="action" value="article">Insérer</button></div>
            """
    }

    private func option(_ article: Article) -> HTML {
        let offer = article.offer
        let name = offer.designation.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        return """
            <option value="\(article.id)" data-designation="\(offer.designation)" data-unit="\(offer.unit)" \
            data-price="\(offer.unitPrice.text)" data-vat="\(offer.vat.formValue)">\(name), \(offer.unitPrice.french)</option>
            """
    }
}
