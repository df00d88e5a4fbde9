import Operations
import Web

/// What is asked of an invoice behind its link.
enum Route: Equatable {
    case invoice
    /// Its PDF.
    case invoiceFile
    case logo
    /// The code of a transfer.
    case transferCode
    /// « Avoir », by its number.
    case creditNote(String)
    /// Its PDF.
    case creditNoteFile(String)
    /// « Vérifier cette facture ».
    case verification
    /// A copy of the invoice is sent to be compared.
    case check
    /// A person's browser says that it shows the invoice.
    case opening

    /// The route of a request to `/f/TOKEN` and what follows; nil when there is no such page.
    init?(_ method: Method, after path: ArraySlice<String>) {
        switch (method, path.first, path.dropFirst().first, path.count) {
        case (.get, nil, nil, 0), (.head, nil, nil, 0): self = .invoice
        case (.get, "logo.png", nil, 1), (.head, "logo.png", nil, 1): self = .logo
        case (.get, "virement.svg", nil, 1), (.head, "virement.svg", nil, 1): self = .transferCode
        case (.get, "facture.pdf", nil, 1), (.head, "facture.pdf", nil, 1): self = .invoiceFile
        case (.get, "avoirs", let name?, 2), (.head, "avoirs", let name?, 2):
            self = name.hasSuffix(".pdf") ? .creditNoteFile(String(name.dropLast(4))) : .creditNote(name)
        case (.get, "verifier", nil, 1), (.head, "verifier", nil, 1): self = .verification
        case (.post, "verifier", nil, 1): self = .check
        case (.post, "vue", nil, 1), (.get, "vue", nil, 1): self = .opening
        default: return nil
        }
    }
}
