import Testing
import Web

@testable import Dashboard

@Suite struct `The addresses of the catalogue` {
    private static let pages: [(path: String, route: ArticlesRoute)] = [
        ("/articles", .catalogue), ("/articles/nouveau", .newForm), ("/articles/7", .form(7)),
    ]

    private static let gestures: [(path: String, route: ArticlesRoute)] = [
        ("/articles/nouveau", .add), ("/articles/7", .save(7)), ("/articles/7/archiver", .archive(7)),
        ("/articles/7/proposer", .offerAgain(7)),
    ]

    @Test(arguments: pages) func `each page has its address`(path: String, route: ArticlesRoute) {
        #expect(Route(Request(.get, path)) == .articles(route))
        #expect(Route(Request(.head, path)) == .articles(route))
    }

    @Test(arguments: gestures) func `each gesture has its address`(path: String, route: ArticlesRoute) {
        #expect(Route(Request(.post, path)) == .articles(route))
    }

    @Test func `the tables above hold every page and every gesture`() {
        #expect(Set((Self.pages + Self.gestures).map { place(of: $0.route) }) == Set(0...6))
    }

    @Test(arguments: ["/articles/7/archiver", "/articles/7/proposer"])
    func `a gesture is never done by following a link`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
    }

    @Test(arguments: ["/articles/0", "/articles/-1", "/articles/7a", "/articles/7/autre", "/articles/nouveau/7"])
    func `what is no address is none`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
        #expect(Route(Request(.post, path)) == nil)
    }

    private func place(of route: ArticlesRoute) -> Int {
        switch route {
        case .catalogue: 0
        case .newForm: 1
        case .add: 2
        case .form: 3
        case .save: 4
        case .archive: 5
        case .offerAgain: 6
        }
    }
}
