"""What no log may hold: secrets, and who people are."""

import os
import re
from pathlib import Path

import books

SHAPES = {
    "an e-mail address": r"[\w.+-]+(?:@|%40)(?!localhost\b)[\w-]+\.[a-z]{2,}",
    "a token": r"(?<![\w-])[\w-]{43}(?![\w-])",
    "a cookie": r"__Host-\w+",
    "a key of Stripe": r"\b(?:sk|rk)_(?:test|live)_\w+|\bwhsec_\w+|\bac_\w{8,}",
    "a code for emergencies": r"\b[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}\b",
    "a secret of a telephone": r"\b[A-Z2-7]{32}\b|otpauth:",
    "a hashed password": r"\$argon2",
    "a password of these tests": r"(?i)mot(?: |\+|%20)de(?: |\+|%20)passe|demonstration-needme",
}
ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2} ?(?:[A-Z0-9]{4} ?){3,7}[A-Z0-9]{0,3}")
SHORT = 6
"""Names with fewer characters may stand anywhere by chance."""


def known(demo):
    """What this demo keeps secret and whom it knows: {what it is: texts}."""
    lines = (Path(demo.directory) / "secrets").read_text().splitlines()
    people = "SELECT name FROM clients UNION SELECT name FROM companies UNION SELECT trade_name FROM companies"
    places = "SELECT street FROM clients UNION SELECT street FROM companies"
    return {
        "a secret of the configuration": {line.partition("=")[2] for line in lines},
        "a link of an invoice": column("SELECT token FROM view_links"),
        "an address of a page of Stripe": column("SELECT session_url FROM payment_attempts"),
        "a name": column(people),
        "a street": column(places),
        "a bank account": column("SELECT iban FROM companies"),
    }


def column(sql):
    return {row[0] for row in books.rows(sql) if row[0] != "NULL" and len(row[0]) >= SHORT}


def found(text, texts):
    """What of it a log holds: [(what it is, what stands there)]."""
    traces = [(what, match[0]) for what, shape in SHAPES.items() for match in re.finditer(shape, text)]
    traces += [("a bank account", match[0]) for match in ACCOUNT.finditer(text) if is_account(match[0])]
    return traces + [(what, one) for what, several in texts.items() for one in several if one in text]


def is_account(text):
    """Whether the check digits are right (ISO 13616)."""
    digits = "".join(text.split())
    return int("".join(str(int(character, 36)) for character in digits[4:] + digits[:4])) % 97 == 1


def logs(demo):
    """Every log of the demo, with what it says."""
    folder = Path(demo.directory) / "log"
    return {path.relative_to(folder): path.read_text(errors="replace") for path in folder.rglob("*") if path.is_file()}
