import French
import Web

/// A status as a word with its sign.
func statusChip(_ status: StatusWord) -> HTML {
    "<span class=\"chip \(status.tone)\"><span aria-hidden=\"true\">\(status.sign)</span> \(status.word)</span>"
}
