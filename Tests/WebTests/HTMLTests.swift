import Testing
import Web

@Suite struct `Markup` {
    @Test func `a text is escaped, markup is not`() {
        let name = #"<script>"O'Neil" & fils</script>"#
        let html: HTML = "<td title=\"\(name)\">\(name)</td>"
        let escaped = "&lt;script&gt;&quot;O&#39;Neil&quot; &amp; fils&lt;/script&gt;"
        #expect(html.markup == "<td title=\"\(escaped)\">\(escaped)</td>")
    }

    @Test func `pieces are inserted as they are`() {
        let rows: [HTML] = ["<li>1</li>", "<li>\("é < à")</li>"]
        let html: HTML = "<ul>\(rows)</ul>\(if: false, "<p>")\(Optional<HTML>.none)\(12)"
        #expect(html.markup == "<ul><li>1</li><li>é &lt; à</li></ul>12")
    }
}
