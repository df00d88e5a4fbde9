import Web

/// What is a document's own in its editor, around its client and its lines.
struct EditorSheet {
    let title: String
    /// The fields between the client and the lines.
    let head: HTML
    /// What stands under the lines.
    let rest: HTML
    let options: EditorOptions
}

/// An editor: its form, with the lines of the document and what they come to.
struct EditorFrame {
    let desk: Desk
    /// Where the form is sent to.
    let address: String
    /// The hidden field by which it is saved once, and undoes nothing.
    let proof: HTML
    let sheet: EditorSheet
    let client: ClientField
    let lines: LineFields
    let catalogue: CatalogueField
    let messages: [String: String]
    /// What there is to know about the amount, if something.
    let notice: HTML?
    /// What happened while it was typed, if something.
    let meanwhile: HTML?

    var html: HTML {
        """
        <h1>\(sheet.title)</h1>
        \(notice)
        \(formAlert(messages, of: "lines"))
        <form method="post" action="\(address)" class="editor" novalidate>
        \(formToken(desk.member))\(proof)
        <button class="unseen" name="action" value="compute" tabindex="-1" aria-hidden="true">Calculer</button>
        <div class="sheet">
        \(meanwhile)
        \(client.html)
        \(sheet.head)
        \(lines.html)
        \(catalogue.html)
        <p class="actions"><button class="quiet" name="action" value="add">Ajouter une ligne</button>
        <button class="quiet" name="action" value="compute">Recalculer</button></p>
        \(sheet.rest)
        </div>
        \(sheet.options.html)
        </form>
        \(sheet.options.removal.map { "<form method=\"post\" action=\"\($0)\" id=\"removal\">\(formToken(desk.member))</form>" as HTML })
        """
    }
}
