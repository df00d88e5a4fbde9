import Operations
import Store
import Web

/// A form shown to somebody who is not logged in, tied to their browser by a cookie.
struct VisitorForm {
    let title: String
    let action: String
    let button: String
    let fields: [HTML]
    var problem: String?
    /// What was just done, or what the form is for.
    var notice: HTML?
    let foot: HTML

    func response(_ visit: Visit, _ dashboard: Dashboard, status: Int = 200) -> Response {
        let known = visit.request.cookie(Visit.visitorCookie).flatMap(Token.init)
        let own = known ?? Token.random(from: dashboard.office.outside)
        // Whoever is logged in meanwhile has a form token already.
        let token = visit.member?.formToken ?? own.text
        let body: HTML = """
            <main class="card">
            <a class="brand" href="/">NeedMe</a>
            <h1>\(title)</h1>
            \(problem.map { "<p class=\"alert\" role=\"alert\">\($0)</p>" as HTML })
            \(notice)
            <form method="post" action="\(action)" novalidate>
            <input type="hidden" name="\(CrossSite.fieldName)" value="\(token)">
            \(fields)
            <button class="button">\(button)</button>
            </form>
            <p class="foot">\(foot)</p>
            </main>
            """
        let page = Document(title: title, assets: dashboard.assets, style: "plain", body: body)
        let response = Response.page(page.html, status: status)
        return known == nil ? response.setting(Cookie(Visit.visitorCookie, value: own.text)) : response
    }
}
