"""Whether what people wait for stays as fast while the books grow: a page, a PDF, a list, a log-in, a knock."""

import urllib.parse

import compared
import lists
import lots
import machine
import shortcut
import tools
import webhook
from plain import stopped

SIZES = (1_000, 100_000, 1_000_000)
AIM = 1.2
FIRST_LOT = 10
REQUESTS = {"client's page": 3_000, "PDF": 1_000, "list of invoices": 1_000, "log-in": 120}


def measure(demo, options):
    seller = shortcut.freelancer(demo)
    link = shortcut.issue_invoice(seller)
    with stopped(demo, "work"):
        model, told = webhook.make_model(demo)
        found, filled = [], 0
        for place, size in enumerate(SIZES, start=FIRST_LOT):
            looker = lists.company_with_many(demo, size - filled)
            filled = size
            found.append(asked(demo, seller, looker, link, options) | {
                "knock that pays": knocked(demo, lots.Lot(place, options.events, options.companies), model, told, options)
            })
    return [
        (f"While the books grow: {options.connections} TLS connections; the log-in's password costs Argon2id's 19 MiB, twice",),
        *(row for what in found[0] for row in rows_of(what, [figures[what] for figures in found])),
    ]


def asked(demo, seller, looker, link, options):
    requests = {
        "client's page": compared.request(demo, link),
        "PDF": compared.request(demo, f"{link}/facture.pdf"),
        "list of invoices": lists.request(demo, looker, "/factures"),
        "log-in": log_in(demo, seller),
    }
    figures = {}
    for what, request in requests.items():
        expected = 303 if what == "log-in" else 200
        tools.load(demo, [request] * options.connections, options.connections)  # full caches, as after any morning
        machine.wait_for_calm(10)
        figures[what] = tools.load(demo, [request] * REQUESTS[what], options.connections)
        wrong = [status for status in figures[what].answers if status != expected]
        assert not wrong, f"{len(wrong)} of {REQUESTS[what]} requests ({what}) were answered with {wrong[0]}"
    return figures


def log_in(demo, seller):
    """The form filled in, as bytes."""
    origin = demo.url
    body = urllib.parse.urlencode({"email": seller.email, "password": "un long mot de passe pour Camille"})
    head = [
        "POST /connexion HTTP/1.1", f"Host: {urllib.parse.urlsplit(origin).netloc}", f"Origin: {origin}",
        "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}",
    ]
    return ("\r\n".join(head) + "\r\n\r\n" + body).encode()


def knocked(demo, lot, model, told, options):
    return webhook.knock(demo, lot, model, told, options.connections)[0]


def rows_of(what, outcomes):
    """By size: how many a second, and how long half of them took; then how the last compares with the first."""
    rows = [
        (f"{what}, {size:,} invoices", f"{outcome.rate:,.0f}/s", f"half within {outcome.percentile(0.5):.1f} ms, 99 % within {outcome.percentile(0.99):.1f} ms")
        for size, outcome in zip(SIZES, outcomes)
    ]
    times = outcomes[0].rate / outcomes[-1].rate
    return [*rows, ("  time at most ÷ at least", f"{times:.2f}", f"aim: {AIM}: {'reached' if times <= AIM else 'MISSED'}")]
