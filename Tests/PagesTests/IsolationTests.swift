import MariaDB
import Operations
import OperationsTestSupport
import TestSupport
import Testing
import Web

@testable import Dashboard

/// One company never sees, guesses or changes another's objects, on no page and by no gesture.
///
/// Freelancers live through the day in which every role does everything once. Just before each request that names one of
/// their objects, when it would succeed, somebody from another company sends the same one.
@Suite(.database(.needme)) struct `Every request with another company's numbers` {
    let story = Story()

    @Test func `finds nothing and changes nothing`() throws {
        let intruder = try Intruder(story)
        story.onRequest = { request in try intruder.imitate(request) }
        try story.liveThroughADay()
        #expect(intruder.successes == [])
        let untried = try RouteCases.withNumbers().subtracting(intruder.triedCases)
        #expect(untried == [], "the day does not ask for them")
    }
}

/// Somebody with a company of their own, who sends what others send.
private final class Intruder {
    private let story: Story
    private let administrator: Connection
    private let cookie: String
    private let token: String
    private var isImitating = false
    /// Where they got something else than « not found », or changed a row.
    private(set) var successes: [String] = []
    /// The routes they tried, by the name of their case.
    private(set) var triedCases: Set<String> = []

    init(_ story: Story) throws {
        self.story = story
        administrator = story.database.connect()
        let freelancer = try story.connectedFreelancer("intrus@exemple.fr")
        cookie = "__Host-session=\(freelancer.session.text)"
        token = try #require(try Browser(story, of: freelancer).open("/entreprise").token)
    }

    /// Sends a request of a freelancer's once more, as oneself, when it names an object.
    func imitate(_ request: Request) throws {
        guard !isImitating, request.cookie("session") != nil else { return }
        let inPath = request.pathComponents?.contains { Int64($0.prefix { $0 != "." }) != nil } ?? false
        let inForm = Self.names.contains { request.query[$0]?.isEmpty == false || request.form[$0]?.isEmpty == false }
        guard inPath || inForm else { return }
        isImitating = true
        defer { isImitating = false }
        if let route = Route(request) { triedCases.formUnion(RouteCases.names(in: "\(route)")) }
        let before = try checksums()
        let status = try story.answer(disguised(request)).status
        let changed = try checksums().filter { before[$0.key] != $0.value }.keys.sorted()
        let isRefused = status == 404 || (!inPath && (400..<500).contains(status))
        if !isRefused || !changed.isEmpty {
            successes.append("\(request.method) \(request.path): \(status), changed \(changed)")
        }
    }

    /// The fields in which forms and addresses carry the number of an object.
    private static let names = ["client", "facture", "acompte", "retour", "avoir", "compte", "article", "apres"]

    /// The same request with the intruder's session and form token.
    private func disguised(_ original: Request) throws -> Request {
        var request = original
        request.headers = Headers()
        for field in original.headers.fields where field.name != "cookie" {
            request.headers.add(field.name, field.value)
        }
        request.headers.add("cookie", cookie)
        if let sent = original.form[CrossSite.fieldName] {
            let body = String(decoding: original.body, as: UTF8.self)
            request.body = Array(body.replacing(sent, with: token).utf8)
        }
        return request
    }

    /// What every table holds; the sessions apart, which note when they were used.
    private func checksums() throws -> [String: Int64] {
        let tables: [String] = try administrator.rows(
            """
            SELECT TABLE_NAME AS name FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = \(story.database.name) AND TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME <> 'sessions'
            """
        ).map { try $0["name"] }
        let list = tables.map { "`\($0)`" }.joined(separator: ", ")
        let rows = try administrator.rows(SQL(unescaped: "CHECKSUM TABLE \(list)"))
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0["Table"], try $0["Checksum"]) })
    }
}
