"""« Vérifier cette facture » with the files that people really hold."""

import io
import re

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import desk
import shortcut
from files import download
from validity import objections


@pytest.fixture(scope="module")
def papers(demo, person):
    """Two invoices of one seller: the link of the first, and files of both."""
    seller = shortcut.freelancer(demo, "127.0.1.23")
    client = person()
    other = shortcut.issue_invoice(seller)
    link = shortcut.issue_invoice(seller)
    first = download(client, f"{link}/facture.pdf")
    desk.received(seller, desk.invoice_shown(seller), "100")
    today = download(client, f"{link}/facture.pdf")
    assert today != first
    return link, {
        "aujourdhui.pdf": today,
        "hier.pdf": first,
        "enregistre.pdf": saved_anew(today),
        "autre.pdf": download(client, f"{other}/facture.pdf"),
        "imprime.pdf": without_data(today),
        "lettre.txt": b"Bonjour",
        "coupe.pdf": today[: len(today) // 2],
    }


@pytest.mark.parametrize(
    ("name", "verdict", "tone"),
    [
        ("aujourdhui.pdf", "le fichier que NeedMe délivre aujourd’hui pour cette facture", "success"),
        ("hier.pdf", "Les données de hier.pdf sont celles de la facture émise", "notice"),
        ("enregistre.pdf", "Les données de enregistre.pdf sont celles de la facture émise", "notice"),
        ("autre.pdf", "n’est pas la facture émise", "alert"),
        ("imprime.pdf", "n’est pas la facture émise", "alert"),
        ("lettre.txt", "n’est pas un fichier PDF", "warning"),
        ("coupe.pdf", "ne peut pas être lu", "warning"),
    ],
)
def test_a_verdict(person, papers, name, verdict, tone):
    link, files = papers
    client = person()
    compare(client, link, name, files[name])
    notice = client.locator(f".{tone}")
    expect(notice).to_have_text(re.compile(verdict))
    complaints = objections(client.content())
    complaints += [violation["id"] for violation in Axe().run(client).response["violations"]]
    assert complaints == []


def test_the_issued_file_itself(demo, person):
    """Without an account and with online payment off nothing is laid over it."""
    seller = shortcut.freelancer(demo, "127.0.1.24")
    page = desk.sit_down(person, seller)
    page.goto("/entreprise")
    page.get_by_label("IBAN").fill("")
    page.get_by_label("BIC").fill("")
    page.get_by_role("button", name="Enregistrer").click()
    link = shortcut.issue_invoice(seller)
    page.goto(desk.invoice_shown(seller))
    page.get_by_role("button", name="Désactiver").click()
    client = person()
    compare(client, link, "facture.pdf", download(client, f"{link}/facture.pdf"))
    expect(client.locator(".success")).to_have_text(re.compile("exactement le fichier émis"))


def compare(client, link, name, content):
    client.goto(link)
    client.get_by_role("link", name="Vérifier cette facture").click()
    client.get_by_label("Le PDF que vous avez reçu").set_input_files({"name": name, "mimeType": "application/pdf", "buffer": content})
    client.get_by_role("button", name="Comparer").click()


def saved_anew(pdf):
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(file)
    return file.getvalue()


def without_data(pdf):
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for name in list(document.attachments):
            del document.attachments[name]
        document.save(file)
    return file.getvalue()
