import Testing
import Web

@testable import Dashboard

@Suite struct `The addresses of the schedules` {
    private static let pages: [(path: String, route: SchedulesRoute)] = [
        ("/recurrentes", .list), ("/recurrentes/nouvelle", .newSchedule), ("/recurrentes/7", .schedule(7)),
    ]

    private static let gestures: [(path: String, route: SchedulesRoute)] = [
        ("/recurrentes/nouvelle", .addSchedule), ("/recurrentes/7/pause", .pauseSchedule(7)),
        ("/recurrentes/7/reprendre", .resumeSchedule(7)), ("/recurrentes/7/terminer", .stopSchedule(7)),
    ]

    @Test(arguments: pages) func `each page has its address`(path: String, route: SchedulesRoute) {
        #expect(Route(Request(.get, path)) == .schedules(route))
        #expect(Route(Request(.head, path)) == .schedules(route))
    }

    @Test(arguments: gestures) func `each gesture has its address`(path: String, route: SchedulesRoute) {
        #expect(Route(Request(.post, path)) == .schedules(route))
    }

    @Test(arguments: ["pause", "reprendre", "terminer"]) func `no link leads to a gesture`(word: String) {
        #expect(Route(Request(.get, "/recurrentes/7/\(word)")) == nil)
    }

    @Test(arguments: ["/recurrentes/0", "/recurrentes/x", "/recurrentes/7/autre", "/recurrentes/7/pause/encore"])
    func `what is no address is none`(path: String) {
        #expect(Route(Request(.get, path)) == nil)
        #expect(Route(Request(.post, path)) == nil)
    }
}
