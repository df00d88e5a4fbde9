import Curl
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The texts of reminders` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser

    init() throws {
        freelancer = try story.freelancer()
        browser = Browser(story, of: freelancer)
        try browser.open("/entreprise/e-mails")
    }

    @Test(arguments: ["Bonjour {prenom}", "Bonjour {client", "Facture {inconnu}"])
    func `hold no variable that they do not know`(words: String) throws {
        let fields = ["avant", "jour", "retard", "dernier"].flatMap { word in
            [
                ("objet-\(word)", "Relance {numero}"),
                ("message-\(word)", word == "jour" ? words : "{montant}, {echeance}"),
            ]
        }
        let page = try browser.send("/entreprise/e-mails/relances", fields + [("envoi", "non")])
        #expect(page.status == 422)
        #expect(page.text.contains("id=\"message-jour-message\""))
        #expect(!page.text.contains("id=\"message-retard-message\""))
        #expect(try story.reader.reminderTexts(of: freelancer.companyID).isEmpty)
    }
}
