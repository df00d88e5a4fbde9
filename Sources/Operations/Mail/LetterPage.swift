import French
import Web

/// A letter as a mail shows it: the same words as text, and as HTML that mail readers of every age understand.
///
/// Their rules are not a browser's: a table for the page's width, every style on its element, no picture, no script.
struct LetterPage {
    /// What it is about, at its head.
    let title: String
    /// Who writes.
    let sender: String
    /// What it says; the first link is a button.
    let passages: [Passage]

    /// The letter as text.
    var plain: String {
        passages.map { $0.text + ($0.link.map { "\n\n" + $0.address } ?? "") }.joined(separator: "\n\n") + "\n"
    }

    /// The letter as HTML.
    var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        </head>
        <body style="margin:0;padding:0;background-color:#f3f4f6">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background-color:#f3f4f6">
        <tr><td align="center" style="padding:24px 12px">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" \
        style="max-width:560px;background-color:#ffffff;border:1px solid #e5e7eb;border-radius:8px">
        <tr><td style="padding:28px 32px;font-family:'Open Sans',Helvetica,Arial,sans-serif;font-size:16px;\
        line-height:1.5;color:#1f2937">
        <p style="margin:0;font-size:14px;color:#4b5563">\(sender)</p>
        <h1 style="margin:0 0 20px;font-size:20px;line-height:1.3;color:#1f2937">\(title)</h1>
        \(blocks)
        </td></tr>
        </table>
        <p style="margin:16px 0 0;font-family:'Open Sans',Helvetica,Arial,sans-serif;font-size:13px;color:#4b5563">\
        Envoyé avec NeedMe</p>
        </td></tr>
        </table>
        </body>
        </html>

        """
    }

    /// A text in paragraphs, line by line.
    static func paragraphs(of text: String) -> [[String]] {
        text.split(separator: "\n\n").map { paragraph in
            paragraph.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        }
    }

    private var blocks: [HTML] {
        let button = passages.firstIndex { $0.link != nil }
        return passages.enumerated().flatMap { place, passage in
            paragraphs(passage.text)
                + [passage.link.map { place == button ? self.button($0) : link($0) }].compactMap(\.self)
        }
    }

    private func paragraphs(_ text: String) -> [HTML] {
        Self.paragraphs(of: text).map { lines in
            let broken = lines.dropFirst().reduce("\(lines.first ?? "")" as HTML) { "\($0)<br>\($1)" }
            return "<p style=\"margin:0 0 16px\">\(broken)</p>\n"
        }
    }

    /// The address stands below too, for readers that keep links from being followed.
    private func button(_ link: Passage.Link) -> HTML {
        """
        <p style="margin:24px 0 16px"><a href="\(link.address)" style="display:inline-block;padding:12px 24px;\
        background-color:#0f5c4d;color:#ffffff;text-decoration:none;font-weight:600;border-radius:6px">\(link.words)</a></p>
        <p style="margin:0 0 16px;font-size:13px;color:#4b5563">Si le bouton ne répond pas, ouvrez cette adresse\u{A0}:<br>
        <a href="\(link.address)" style="color:#0b5cad;word-break:break-all">\(link.address)</a></p>

        """
    }

    private func link(_ link: Passage.Link) -> HTML {
        """
        <p style="margin:0 0 16px"><a href="\(link.address)" style="color:#0b5cad">\(link.words)</a></p>

        """
    }
}
