import OperationsTestSupport
import TestSupport
import Testing
import Web

@testable import Dashboard

/// Freelancers live through the day in which every role does everything once: whatever they have done is said.
@Suite(.database(.needme)) struct `Whatever a freelancer has done` {
    /// Gestures that lead on to the next step, which speaks for itself.
    private static let steps: Set = ["logOut", "logIn", "signUp", "finishLogIn"]

    @Test func `is said on the page that follows`() throws {
        let story = Story()
        var gesture: (name: String, place: String)?
        var (silent, said) = (Set<String>(), Set<String>())
        story.onResponse = { request, response in
            if request.method == .post, request.cookie("session") != nil, let route = Route(request) {
                let place = response.headers["location"].flatMap { $0.hasPrefix("/") ? $0 : nil }
                gesture = response.status == 303 ? place.map { ("\(route)", $0) } : nil
            } else if let (name, place) = gesture {
                gesture = nil
                let isStep = Self.steps.contains { name.contains(".\($0)") } || place.hasSuffix("/finaliser")
                let text = String(decoding: response.body, as: UTF8.self)
                if text.contains("role=\"status\"") { said.insert(name) } else if !isStep { silent.insert(name) }
            }
        }
        try story.liveThroughADay()
        #expect(silent == [])
        #expect(said.count > 30)
    }

    @Test func `is said on that page alone`() throws {
        let story = Story()
        let browser = Browser(story, of: try story.freelancer())
        try browser.open("/articles/nouveau")
        let page = try browser.send("/articles/nouveau", [("designation", "Journée"), ("price", "450")])
        #expect(page.text.contains("<p class=\"success\" role=\"status\">L’article est enregistré.</p>"))
        #expect(try !browser.open("/articles").text.contains("role=\"status\""))
        #expect(try !browser.open("/articles?fait=autre").text.contains("role=\"status\""))
    }

    @Test func `has a sentence of its own, whatever it is`() {
        #expect(Set(Done.allCases.map { $0.sentence(count: 0).markup }).count == Done.allCases.count)
    }

    @Test func `leaves the rest of an address as it is`() {
        #expect(Done.reminded.address("/factures/5#relances") == "/factures/5?fait=relance#relances")
        #expect(Done.clientsAdded.address("/clients", count: 3) == "/clients?fait=clients&nombre=3")
    }
}
