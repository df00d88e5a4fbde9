"""The pages of the demo's mail server: the list of what it has kept, and each mail as its reader would see it."""

import email.policy
import mailbox
import os
import re
import socketserver
import threading
from email.utils import parsedate_to_datetime
from html import escape
from http.server import BaseHTTPRequestHandler
from urllib.parse import quote, unquote
from zoneinfo import ZoneInfo

# What a mail brings may do nothing here but be looked at and lead elsewhere.
LOOKED_AT = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'"
OURS = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"


def serve(socket, folder):
    """Answers nginx on a socket, beside whatever the process does."""
    if os.path.exists(socket):
        os.unlink(socket)
    server = socketserver.ThreadingUnixStreamServer(socket, type("Asked", (Pages,), {"folder": folder}))
    os.chmod(socket, 0o600)
    threading.Thread(target=server.serve_forever, daemon=True).start()


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        words = [unquote(word) for word in self.path.split("?")[0].split("/") if word]
        letters = mailbox.Maildir(self.folder, factory=read)
        if not words:
            return self.page("Courrier de la démonstration", listing(letters))
        letter = letters.get(words[0])
        parts = list(letter.iter_attachments()) if letter else []
        match words[1:]:
            case [] if letter:
                self.page(str(letter["Subject"]), shown(words[0], letter, parts))
            case ["html"] if letter and letter.get_body(("html",)):
                self.answer(looked_at(letter), "text/html; charset=utf-8", LOOKED_AT)
            case [place, _] if place.isdecimal() and int(place) < len(parts):
                part = parts[int(place)]
                self.answer(part.get_content(), part.get_content_type(), LOOKED_AT, part.get_filename())
            case _:
                self.page("Introuvable", "<h1>Cet e-mail n’est pas ici</h1>", 404)

    def page(self, title, body, status=200):
        self.answer(FRAME.format(title=escape(title), body=body).encode(), "text/html; charset=utf-8", OURS, None, status)

    def answer(self, content, kind, policy, file=None, status=200):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        if file:
            self.send_header("Content-Disposition", f'attachment; filename="{file}"')
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        """nginx has noted it."""


def read(file):
    return email.message_from_binary_file(file, policy=email.policy.default)


def listing(letters):
    kept = sorted(letters.items(), key=lambda item: parsedate_to_datetime(item[1]["Date"]), reverse=True)
    rows = "".join(
        f'<tr><th scope="row"><a href="/{quote(key)}">{escape(str(letter["Subject"]))}</a></th>'
        f'<td>{addresses(letter["To"])}</td><td>{escape(letter["From"].addresses[0].display_name)}</td>'
        f"<td>{moment(letter)}</td><td>{files(letter)}</td></tr>"
        for key, letter in kept
    )
    table = (
        '<div class="scroll" role="region" aria-label="E-mails" tabindex="0"><table class="list">'
        f"<caption>{len(kept)} e-mails, le plus récent d’abord</caption><thead><tr><th scope=\"col\">Objet</th>"
        '<th scope="col">À</th><th scope="col">De</th><th scope="col">Le</th><th scope="col">Pièces jointes</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
    return (
        '<div class="head"><h1>Courrier de la démonstration</h1><a class="button quiet" href="/">Actualiser</a></div>'
        '<p class="lead">Tout ce que NeedMe envoie arrive ici, et nulle part ailleurs. Une adresse qui commence par '
        "« inconnu@ » refuse l’e-mail, « occupe@ » ne l’accepte qu’à la deuxième fois.</p>"
        + (table if kept else '<div class="empty"><p>Aucun e-mail pour l’instant.</p></div>')
    )


def files(letter):
    count = sum(1 for _ in letter.iter_attachments())
    return f"{count} pièce{'s' if count > 1 else ''} jointe{'s' if count > 1 else ''}" if count else "sans pièce jointe"


def shown(key, letter, parts):
    fields = [("De", addresses(letter["From"])), ("À", addresses(letter["To"])), ("Le", moment(letter))]
    if letter["Reply-To"]:
        fields.insert(2, ("Répondre à", addresses(letter["Reply-To"])))
    files = "".join(
        f'<li><a href="/{quote(key)}/{place}/{quote(part.get_filename() or "")}">{escape(part.get_filename() or "")}</a></li>'
        for place, part in enumerate(parts)
    )
    looks = f'<iframe title="L’e-mail comme son destinataire le voit" src="/{quote(key)}/html"></iframe>'
    words = escape(letter.get_body(("plain",)).get_content())
    return (
        f'<p><a href="/">Tous les e-mails</a></p><h1>{escape(str(letter["Subject"]))}</h1><div class="sheet"><dl class="facts">'
        + "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in fields)
        + "</dl>"
        + (f'<h2>Pièces jointes</h2><ul class="receipts">{files}</ul>' if files else "")
        + (f"<h2>Mis en forme</h2>{looks}" if letter.get_body(("html",)) else "")
        + f'<h2>Texte</h2><p class="preserved">{linked(words)}</p></div>'
    )


def looked_at(letter):
    """The page that came with a mail; its links open beside us."""
    return letter.get_body(("html",)).get_content().replace("<head>", '<head><base target="_blank">', 1).encode()


def linked(text):
    return re.sub(r"https?://[^\s<]+", lambda found: f'<a href="{found[0]}">{found[0]}</a>', text)


def addresses(field):
    return escape(", ".join(str(address) for address in field.addresses))


def moment(letter):
    return parsedate_to_datetime(letter["Date"]).astimezone(ZoneInfo("Europe/Paris")).strftime("%d/%m/%Y à %H:%M")


FRAME = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – Courrier de la démonstration</title>
<link rel="stylesheet" href="/static/needme.css">
<link rel="icon" href="data:,">
<style>
.sheet h2 {{ margin-top: 1.5rem; }}
iframe {{ width: 100%; height: 36rem; border: 1px solid #d1d5db; border-radius: 8px; background: #fff; }}
</style>
</head>
<body class="desk">
<header class="top"><a class="brand" href="/">Courrier</a></header>
<main>{body}</main>
</body>
</html>
"""
