import Invoicing
import Operations
import Store
import Web

/// The document beside a wide editor, which a script keeps up with what is typed.
enum DraftLook {
    /// What the script asks the editor's own address to do.
    static let action = "look"

    /// Its place; it stays hidden without script, and the button « Aperçu » shows the whole document.
    static let html: HTML = """
        <section class="look" aria-label="Aperçu du document" data-look="\(action)" tabindex="0" hidden><p class="hint" hidden></p>\
        </section>
        """
}

extension Dashboard {
    /// The first page of what stands in the editor, or a sentence that says why there is none; nothing is written down.
    func look(_ desk: Desk, _ reading: Reading<SavedDraft>) throws -> Response {
        switch reading {
        case .wrong(let messages) where messages["client"] != nil:
            return .text("L’aperçu apparaît dès que le client est choisi.")
        case .wrong:
            return .text("L’aperçu attend que tous les champs soient lisibles.")
        case .sound(let draft):
            let preview = PreviewDraft(companyID: desk.companyID, draft: draft)
            do {
                let picture = try preview.picture(reader, office.outside, office.press)
                return Response(type: "image/svg+xml", body: picture).with("cache-control", "no-store")
            } catch let refusal as IssueRefusal {
                return .text(sentence(refusal))
            }
        }
    }
}
