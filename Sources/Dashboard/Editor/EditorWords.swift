/// What an editor calls its documents, and where they are.
struct EditorWords {
    let place: Layout.Place
    /// The list of its documents.
    let room: String
    /// The form of a new one.
    let new: String
    /// What follows a document's address in that of its form.
    var form = ""
    /// What another window did: "Ce brouillon a été créé".
    let begun: String
    let changed: String
    /// Why one is not saved any more, in a sentence.
    let closed: String
    let gone: String
    /// The button that saves what was typed as a new one.
    let again: String

    /// The address of a form.
    func form(_ id: Int64?) -> String { id.map { page($0) + form } ?? new }

    /// The address of a document.
    func page(_ id: Int64) -> String { "\(room)/\(id)" }
}
