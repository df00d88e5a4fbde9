import Web

/// What the button of an editor asks for.
enum EditorAction: Equatable {
    /// To look for clients by their names.
    case findClient
    /// To add the client who is described.
    case addClient
    case addLine
    /// To remove the line of this row, counted from 0; nil when the form names none.
    case removeLine(Int?)
    /// To make a line of the article that is chosen.
    case insertArticle
    /// To add the lines up.
    case compute
    /// To draw the first page beside the editor.
    case look
    /// To open the whole document as it would be.
    case preview
    /// To save, and then to go on as the button's word says.
    case save(then: String)

    init(_ form: Form) {
        let word = form["action"] ?? "save"
        let parts = word.split(separator: "-", maxSplits: 1)
        switch parts.first {
        case "find": self = .findClient
        case "client": self = .addClient
        case "add": self = .addLine
        case "remove": self = .removeLine(parts.count > 1 ? Int(parts[1]) : nil)
        case "article": self = .insertArticle
        case "compute": self = .compute
        case "look": self = .look
        case "preview": self = .preview
        default: self = .save(then: word)
        }
    }

    /// True when what stands in the editor is to be taken as it is, with whoever is described in it.
    var takesAll: Bool {
        switch self {
        case .preview, .save: true
        case .findClient, .addClient, .addLine, .removeLine, .insertArticle, .compute, .look: false
        }
    }
}
