import Invoicing
import Store
import Web

/// What can be done with a recurring invoice, in the state that it is in.
struct ScheduleGestures {
    let desk: Desk
    let schedule: Schedule
    /// The one that has its place today; itself while nothing has.
    let standing: Int64
    /// True when its client is put away.
    let isArchived: Bool

    var html: HTML {
        let button = { (word: String, label: String, kind: String) -> HTML in
            """
            <form method="post" action="/recurrentes/\(schedule.id)/\(word)">\(formToken(desk.member))
            <button class="\(kind)">\(label)</button></form>
            """
        }
        let change: HTML = """
            <section><h2>Changer</h2><a class="button quiet" href="/recurrentes/\(schedule.id)/modifier">Modifier</a></section>
            """
        switch schedule.state {
        case .stopped where standing != schedule.id:
            return
                "<p class=\"hint\">Elle a été modifiée, donc <a href=\"/recurrentes/\(standing)\">remplacée par une autre</a>.</p>"
        case .stopped: return "<p class=\"hint\">Elle est terminée. Pour recommencer, créez-en une nouvelle.</p>"
        case .active:
            return """
                \(change)
                <section><h2>Suspendre</h2>\(button("pause", "Mettre en pause", "quiet"))</section>
                <section><h2>Arrêter</h2>\(button("terminer", "Terminer", "danger"))
                <p class="hint">Les factures déjà faites restent.</p></section>
                """
        case .paused where isArchived:
            return """
                <section><h2>Reprendre</h2><p class="hint">Ce client est archivé\u{A0}: <a href="/clients/\(schedule.clientID)">désarchivez-le</a> \
                pour reprendre.</p></section>
                <section><h2>Arrêter</h2>\(button("terminer", "Terminer", "danger"))</section>
                """
        case .paused:
            return """
                <section><h2>Reprendre</h2>\(button("reprendre", "Reprendre", "button"))
                <p class="hint">Les échéances passées pendant la pause ne sont pas rattrapées.</p></section>
                \(change)
                <section><h2>Arrêter</h2>\(button("terminer", "Terminer", "danger"))</section>
                """
        }
    }
}
