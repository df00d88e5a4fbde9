"""How long list pages take when there are a million invoices, seen from outside: nginx, responder and database."""

import html
import re
import secrets
import urllib.parse
from pathlib import Path

import books
import machine
import tools
from visitor import Visitor

AIM = 30
REPEATED = 60
LARGE_SHARE = 0.2
OTHERS = 199
FILL = Path(__file__).parent / "many.sql"

PAGES = {
    "home": "/",
    "invoices: all": "/factures",
    "invoices: drafts": "/factures?etat=brouillons",
    "invoices: awaited": "/factures?etat=a-encaisser",
    "invoices: late": "/factures?etat=en-retard",
    "invoices: paid": "/factures?etat=payees",
    "invoices: cancelled": "/factures?etat=annulees",
    "invoices: by amount": "/factures?tri=montant",
    "invoices of a year, by amount": "/factures?periode=2025&tri=montant",
    "invoices of a month": "/factures?periode=2025-03",
    "search: a number": "/factures?q=F-2025-1234",
    "search: an amount that a third has": "/factures?q=29",
    "search: a name that many have": "/factures?q=durand",
    "search: nothing found": "/factures?q=introuvable",
    "credit notes": "/factures/avoirs",
    "quotes": "/devis",
    "quotes: accepted": "/devis?etat=acceptes",
    "quotes: search": "/devis?q=durand",
    "recurring invoices": "/recurrentes",
    "register": "/registre",
    "register of a year": "/registre?periode=2025",
    "reminders": "/relances",
    "clients": "/clients",
    "clients: search": "/clients?q=durand",
    "notifications": "/notifications",
}
"""Every list page, by what it is. The page far inside is found by following links."""


def measure(demo, options):
    seller = company_with_many(demo, options.invoices)
    rows = [
        (f"List pages: {options.invoices:,} invoices of {OTHERS + 1} companies,",),
        (f"{round(options.invoices * LARGE_SHARE):,} of them of the company that looks; {REPEATED} times each, one after the other",),
    ]
    for name, path in {**PAGES, "invoices: 40 pages inside": far_inside(seller, "/factures", 40)}.items():
        machine.wait_for_calm(10)
        outcome = tools.load(demo, [request(demo, seller, path)] * REPEATED, 1)
        refused = sum(status != 200 for status in outcome.answers)
        assert refused == 0, f"{refused} of {REPEATED} requests for {path} were not answered with 200"
        half, most = outcome.percentile(0.50), outcome.percentile(0.99)
        verdict = "" if most < AIM else f"aim: {AIM} ms: MISSED"
        rows.append((name, f"{half:.1f} ms", f"99 %: {most:.1f} ms  {verdict}".rstrip()))
    return rows


def company_with_many(demo, invoices):
    """Somebody who signed up by the real road, with years of invoices; and many others."""
    large = round(invoices * LARGE_SHARE)
    seller = Visitor(demo, "127.0.1.1")
    email = f"beaucoup.{secrets.token_hex(6)}@exemple.fr"
    seller.open("/inscription")
    seller.press("Créer mon compte", email=email, password="un long mot de passe pour beaucoup")
    seller.press(
        "Enregistrer", name="Camille Martin", siren="732 829 320", street="12 rue des Lilas", postal_code="69003",
        city="Lyon",
    )
    company = books.number(
        f"SELECT c.id FROM companies c JOIN users u ON u.id = c.owner_id WHERE u.email = '{email}'"
    )
    books.rows("SET GLOBAL innodb_buffer_pool_size = 2147483648")
    books.rows(
        f"SET @company = {company}, @companies = {OTHERS + 1}, @large = {large}, "
        f"@small = {(invoices - large) // OTHERS}, @today = CURRENT_DATE;\n" + FILL.read_text()
    )
    listed = books.number(f"SELECT COUNT(*) FROM invoices WHERE company_id = {company}")
    assert listed == large, f"the company has {listed} invoices, and not {large}"
    return seller


def far_inside(seller, path, pages):
    for _ in range(pages):
        seller.open(path)
        path = html.unescape(re.search(r'rel="next" href="([^"]*)"', seller.page)[1])
    return path


def request(demo, seller, path):
    """A request of the seller's as bytes."""
    cookies = "; ".join(f"{name}={value}" for name, value in seller.cookies.items())
    host = urllib.parse.urlsplit(demo.url).netloc
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookies}\r\n\r\n".encode()
