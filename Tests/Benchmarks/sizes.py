"""Whether what people wait for stays as fast while the books grow: a page, a PDF, a list, a log-in, a knock."""

import itertools
import secrets
import urllib.parse

import compared
import lists
import lots
import machine
import shortcut
import tools
import webhook
from plain import stopped
from visitor import Visitor, form_with

SIZES = (1_000, 100_000, 1_000_000)
AIM = 1.2
FIRST_LOT = 10
PAGE = "client's page"
REQUESTS = {PAGE: 3_000, "PDF": 1_000, "list of invoices": 1_000, "log-in": 120}


def measure(demo, options):
    link = shortcut.issue_invoice(shortcut.freelancer(demo))
    log_ins = [log_in(demo, *account) for account in accounts(demo, options.connections)]
    with stopped(demo, "work"):
        model, told = webhook.make_model(demo)
        found, filled = [], 0
        for place, size in enumerate(SIZES, start=FIRST_LOT):
            looker = lists.company_with_many(demo, size - filled)
            filled = size
            figures = asked(demo, looker, link, log_ins, options)
            lot = lots.Lot(place, options.events, options.companies)
            figures["knock that pays"], _ = webhook.knock(demo, lot, model, told, options.connections)
            found.append(figures)
    return [
        (f"While the books grow: {options.connections} TLS connections; a log-in takes Argon2id's 19 MiB, twice",),
        *(row for what in found[0] for row in rows_of(what, [figures[what] for figures in found])),
    ]


def asked(demo, looker, link, log_ins, options):
    requests = {
        PAGE: [compared.request(demo, link)],
        "PDF": [compared.request(demo, f"{link}/facture.pdf")],
        "list of invoices": [lists.request(demo, looker, "/factures")],
        "log-in": log_ins,
    }
    figures = {}
    for what, some in requests.items():
        expected = 303 if what == "log-in" else 200
        for count in (options.connections, REQUESTS[what]):  # the first for full caches, as after any morning
            machine.wait_for_calm(10)
            figures[what] = tools.load(demo, list(itertools.islice(itertools.cycle(some), count)), options.connections)
            wrong = [status for status in figures[what].answers if status != expected]
            assert not wrong, f"{len(wrong)} of {count} requests ({what}) were answered with {wrong[0]}"
    return figures


def accounts(demo, count):
    """As many as ask at once, for guesses at one account are counted before they are looked at."""
    for place in range(count):
        visitor = Visitor(demo, f"127.0.4.{place + 1}")
        said = f"camille.{secrets.token_hex(6)}@exemple.fr", "un long mot de passe pour Camille"
        visitor.open("/inscription")
        visitor.press("Créer mon compte", email=said[0], password=said[1])
        yield said


def log_in(demo, email, password):
    """The form filled in on a browser that knows nobody yet, as bytes."""
    somebody = Visitor(demo)
    somebody.open("/connexion")
    form = form_with(somebody.page, "Se connecter")
    body = urllib.parse.urlencode(form.filled_in({"email": email, "password": password}))
    head = [
        f"POST {form.action} HTTP/1.1", f"Host: {urllib.parse.urlsplit(demo.url).netloc}", f"Origin: {demo.url}",
        "Cookie: " + "; ".join(f"{name}={value}" for name, value in somebody.cookies.items()),
        "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}",
    ]
    return ("\r\n".join(head) + "\r\n\r\n" + body).encode()


def rows_of(what, outcomes):
    """By size: how many a second, and how long half of them took; then how the last compares with the first."""
    rows = [
        (f"{what}, {size:,} invoices", f"{outcome.rate:,.0f}/s", note(outcome))
        for size, outcome in zip(SIZES, outcomes)
    ]
    times = outcomes[0].rate / outcomes[-1].rate
    verdict = f"aim: {AIM}: {'reached' if times <= AIM else 'MISSED'}" if what == PAGE else ""
    return [*rows, (f"  time among {SIZES[-1]:,} ÷ among {SIZES[0]:,}", f"{times:.2f}", verdict)]


def note(outcome):
    return f"half within {outcome.percentile(0.5):.1f} ms, 99 % within {outcome.percentile(0.99):.1f} ms"
