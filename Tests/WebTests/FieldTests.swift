import Testing
import Web

@Suite struct `A field of a form` {
    private let wrong = FormField(
        "city",
        "Ville",
        value: "\"><script>",
        message: "Indiquez la <ville>.",
        hint: "Là où l'on reçoit & lit.",
        limit: 100,
        autocomplete: "address-level2",
        isRequired: true
    ).html.markup

    /// The values of an attribute in markup, in order.
    private func values(of attribute: String, in markup: String) -> [String] {
        markup.split(separator: " \(attribute)=\"").dropFirst().compactMap {
            $0.split(separator: "\"").first.map(String.init)
        }
    }

    @Test func `WCAG 1.3.1: its label is tied to it`() {
        #expect(values(of: "for", in: wrong) == ["city"])
        #expect(wrong.contains("<input id=\"city\" name=\"city\""))
        #expect(wrong.contains("<label for=\"city\">Ville</label>"))
    }

    @Test func `WCAG 3.3.1: what describes it is there under that name`() {
        let described = values(of: "aria-describedby", in: wrong).flatMap { $0.split(separator: " ").map(String.init) }
        #expect(described == ["city-hint", "city-message"])
        #expect(described.allSatisfy(values(of: "id", in: wrong).contains))
        #expect(wrong.contains("aria-invalid=\"true\""))
    }

    @Test func `without a hint and a message nothing describes it`() {
        let plain = FormField("city", "Ville").html.markup
        #expect(!plain.contains("aria-"))
        #expect(!plain.contains("class=\"error\""))
        #expect(plain.contains("<div class=\"field\">"))
    }

    @Test(arguments: [(nil, "Aide", "city-hint"), ("Non.", nil, "city-message")] as [(String?, String?, String)])
    func `it is described by what there is`(message: String?, hint: String?, expected: String) {
        let markup = FormField("city", "Ville", message: message, hint: hint).html.markup
        #expect(values(of: "aria-describedby", in: markup) == [expected])
        #expect(values(of: "id", in: markup).contains(expected))
    }

    @Test func `what was typed is shown again as text`() {
        #expect(wrong.contains("value=\"&quot;&gt;&lt;script&gt;\""))
        #expect(wrong.contains("Indiquez la &lt;ville&gt;."))
        #expect(wrong.contains("Là où l&#39;on reçoit &amp; lit."))
        #expect(!wrong.contains("<script>"))
    }

    @Test func `a password is never shown again`() {
        let markup = FormField("password", "Mot de passe", value: "s3cret", kind: .password).html.markup
        #expect(!markup.contains("s3cret"))
        #expect(markup.contains("type=\"password\" value=\"\""))
    }

    @Test(arguments: [(FormField.Kind.text, "text"), (.email, "email"), (.date, "date"), (.password, "password")])
    func `its kind is the browser's`(kind: FormField.Kind, type: String) {
        #expect(FormField("x", "X", kind: kind).html.markup.contains(" type=\"\(type)\""))
    }

    @Test func `a number has the keyboard of numbers on a phone, and takes a comma`() {
        let markup = FormField("amount", "Montant", kind: .decimal).html.markup
        #expect(markup.contains(" type=\"text\" inputmode=\"decimal\" "))
        #expect(!wrong.contains("inputmode"))
    }

    @Test func `it says its limit and what a browser may fill in`() {
        #expect(wrong.contains("maxlength=\"100\""))
        #expect(wrong.contains("autocomplete=\"address-level2\""))
    }

    @Test func `a field that may stay empty says so`() {
        #expect(FormField("x", "X").html.markup.contains("(facultatif)"))
        #expect(!wrong.contains("(facultatif)"))
    }
}

@Suite struct `A choice in a form` {
    private func choice(_ selected: String, message: String? = nil) -> String {
        let options = [
            (value: "", label: "Choisir"), (value: "1", label: "Durand & <fils>"), (value: "\"2", label: "B"),
        ]
        return FormChoice("client", "Client", options: options, selected: selected, message: message).html.markup
    }

    @Test func `its label is tied to it`() {
        #expect(choice("").contains("<label for=\"client\">Client</label>"))
        #expect(choice("").contains("<select id=\"client\" name=\"client\">"))
    }

    @Test func `the chosen option alone is selected`() {
        let markup = choice("1")
        #expect(markup.contains("<option value=\"1\" selected>Durand &amp; &lt;fils&gt;</option>"))
        #expect(markup.split(separator: " selected").count == 2)
    }

    @Test func `a value that is no option selects none`() {
        #expect(!choice("9").contains(" selected"))
    }

    @Test func `values and labels are escaped`() {
        #expect(choice("").contains("<option value=\"&quot;2\">B</option>"))
    }

    @Test func `its message is there under the name that describes it`() {
        let markup = choice("", message: "Choisissez <un> client.")
        #expect(markup.contains("aria-invalid=\"true\" aria-describedby=\"client-message\""))
        #expect(markup.contains("<p class=\"error\" id=\"client-message\">Choisissez &lt;un&gt; client.</p>"))
    }
}
