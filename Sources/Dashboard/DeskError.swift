public import Web

extension Dashboard {
    /// The page that says why there is no other, to the freelancer, with the way back to where they were.
    ///
    /// It asks nothing of the database, which may be what is missing. Somebody who is not logged in may be a client with
    /// half a link: they read what everybody does.
    ///
    /// - Parameters:
    ///   - page: what there is to say.
    ///   - request: what was asked for.
    /// - Returns: the answer.
    public func errorPage(_ page: ErrorPage, to request: Request) -> Response {
        guard request.cookie(Visit.sessionCookie) != nil else { return page.response(assets) }
        let isGone = page.status == 404
        let path = request.pathComponents ?? []
        let advice: String? =
            switch page.status {
            case 404: "Ce que vous cherchez n’existe pas, ou a été supprimé, peut-être dans une autre fenêtre."
            case 403: "Rien n’a été enregistré. Revenez en arrière, rechargez la page et recommencez."
            default: nil
            }
        return ErrorPage(
            status: page.status,
            title: page.title,
            advice: advice ?? page.advice,
            back: wayBack(from: path, isGone: isGone)
        ).response(assets)
    }

    /// To the object that the request named, while there is one, and to its room otherwise.
    private func wayBack(from path: [String], isGone: Bool) -> ErrorPage.WayBack {
        guard let name = path.first, let room = Self.rooms[name] else { return .home }
        if !isGone, let object = room.object, path.count > 1, let id = Route.id(path[1]) {
            return ErrorPage.WayBack("/\(name)/\(id)", "Revenir \(object)")
        }
        return ErrorPage.WayBack("/\(name)", "Revenir \(room.name)")
    }

    /// The rooms by the first word of their paths, each with what a page of it shows.
    private static let rooms: [String: (name: String, object: String?)] = [
        "factures": ("aux factures", "à la facture"),
        "devis": ("aux devis", "au devis"),
        "recurrentes": ("aux factures récurrentes", "à la facture récurrente"),
        "clients": ("aux clients", "au client"),
        "articles": ("aux articles", "à l’article"),
        "registre": ("au registre", nil),
        "relances": ("aux relances", nil),
        "paiements": ("aux paiements", nil),
        "notifications": ("aux notifications", nil),
        "entreprise": ("à «\u{A0}Mon entreprise\u{A0}»", nil),
    ]
}
