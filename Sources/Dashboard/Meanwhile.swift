import Operations
import Web

/// The field of a form that says which edition its author saw when they began.
enum SeenField {
    /// Its name.
    static let name = "lu"

    /// The field, carried on until the form is saved.
    static func html(_ seen: String) -> HTML { "<input type=\"hidden\" name=\"\(name)\" value=\"\(seen)\">" }
}

extension Form {
    /// Which edition the author of the form saw; nil when it does not say.
    var seen: Edition? { self[SeenField.name].map { Edition($0) } }
}

/// What is said above a form that would have undone what was saved meanwhile: what was typed stays below, and one chooses.
struct Meanwhile {
    /// What has happened: "Ce brouillon a été modifié".
    var change: String
    /// By whom.
    var cause = "depuis une autre fenêtre ou une autre page"
    /// Where the other version stands.
    let path: String
    /// What the button was to do that was pressed.
    var action = "save"

    /// To stand inside the form, whose button saves all the same.
    var html: HTML {
        """
        <div class="alert" role="alert"><p><strong>\(change) entre-temps, \(cause).</strong> Rien n’a été enregistré \
        d’ici\u{A0}: ce que vous avez saisi se trouve plus bas.</p>
        <p class="actions"><a href="\(path)" target="_blank">Voir l’autre version (nouvel onglet)</a>
        <button name="action" value="\(action)">Enregistrer ma version quand même</button></p></div>
        """
    }
}
