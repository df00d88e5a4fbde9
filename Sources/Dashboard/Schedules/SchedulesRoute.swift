import Invoicing
import Web

/// The list of schedules, and each of them.
enum SchedulesRoute: Equatable {
    case list
    case newSchedule
    case addSchedule
    case schedule(Int64)
    case changeForm(Int64)
    case replaceSchedule(Int64)
    case pauseSchedule(Int64)
    case resumeSchedule(Int64)
    case stopSchedule(Int64)

    init?(_ asked: Asked) {
        let route: SchedulesRoute?
        let id = asked.words.first.flatMap(Route.id)
        switch (asked.isPage, asked.words.count, asked.words.last, id) {
        case (true, 0, _, _): route = .list
        case (_, 1, "nouvelle", _): route = asked.isPage ? .newSchedule : .addSchedule
        case (true, 1, _, let id?): route = .schedule(id)
        case (_, 2, "modifier", let id?): route = asked.isPage ? .changeForm(id) : .replaceSchedule(id)
        case (false, 2, "pause", let id?): route = .pauseSchedule(id)
        case (false, 2, "reprendre", let id?): route = .resumeSchedule(id)
        case (false, 2, "terminer", let id?): route = .stopSchedule(id)
        default: route = nil
        }
        guard let route else { return nil }
        self = route
    }
}

extension Dashboard {
    func schedules(_ desk: Desk, _ visit: Visit, _ route: SchedulesRoute) throws -> Response {
        switch route {
        case .list: try schedules(desk, visit)
        case .newSchedule: try newSchedule(desk, visit)
        case .addSchedule: try saveSchedule(desk, visit)
        case .schedule(let id): try schedule(desk, id)
        case .changeForm(let id): try scheduleChange(desk, id)
        case .replaceSchedule(let id): try saveSchedule(desk, visit, replacing: id)
        case .pauseSchedule(let id): try change(desk, id, .pause)
        case .resumeSchedule(let id): try change(desk, id, .resume)
        case .stopSchedule(let id): try change(desk, id, .stop)
        }
    }
}
