import Accounting
import French
import Store
import Web

/// The browsers in which somebody is logged in, and the buttons that end that.
struct SessionList {
    let sessions: [OpenedSession]
    let member: Session

    var html: HTML {
        """
        <form method="post" action="/entreprise/securite/sessions/fermer-les-autres" class="sheet">\(formToken(member))
        <h2>Sessions ouvertes</h2>
        <div class="scroll"><table class="list">
        <caption>Les navigateurs dans lesquels vous êtes connecté. Une session se ferme d’elle-même après quatorze jours.</caption>
        <thead><tr><th scope="col">Navigateur</th><th scope="col">Ouverte le</th><th scope="col">Dernier usage</th>\
        <th scope="col"><span class="unseen">Fermer</span></th></tr></thead>
        <tbody>\(sessions.map(row))</tbody>
        </table></div>
        \(if: sessions.count > 1, "<p class=\"actions\"><button>Fermer toutes les autres</button></p>")
        </form>
        """
    }

    private func row(_ session: OpenedSession) -> HTML {
        let words = BrowserWords(session.agent).text
        let end: HTML =
            session.isThisOne
            ? "Cette session"
            : """
            <button formaction="/entreprise/securite/sessions/\(session.id)/fermer">Fermer<span class="unseen"> la session \(words)</span></button>
            """
        return """
            <tr><th scope="row">\(words)</th>\
            <td data-label="Ouverte le">\(ParisTime(session.openedAt).french)</td>\
            <td data-label="Dernier usage">\(ParisTime(session.usedAt).french)</td><td>\(end)</td></tr>
            """
    }
}
