import OperationsTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `A form that was kept` {
    private static let word = "<p class=\"success\" role=\"status\">Enregistré.</p>"

    private static let company = [
        ("name", "Zoé"), ("siren", "732829320"), ("street", "1 rue"), ("postal_code", "35000"), ("city", "Rennes"),
        ("activity", "service"), ("regime", "franchise"), ("payment_term_days", "30"),
    ]

    @Test(
        arguments: [
            ("/entreprise", "/entreprise", company), ("/entreprise/documents", "/entreprise/documents", []),
            ("/articles/nouveau", "/articles", [("designation", "Journée"), ("price", "450")]),
        ] as [(String, String, [(String, String)])]
    )
    func `says so on the page that follows, and there alone`(
        form: String,
        following: String,
        fields: [(String, String)]
    ) throws {
        let story = Story()
        let browser = Browser(story, of: try story.freelancer())
        try browser.open(form)
        #expect(try browser.send(form, fields).text.contains(Self.word))
        #expect(try !browser.open(following).text.contains(Self.word))
    }
}
