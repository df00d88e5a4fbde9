"""The PDF that people download: its codes lead where they should, and it says what is true on the day."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

import desk
import road
import shortcut
from files import codes, download, picture, scanned, words
from plain import ask

GREEN = (15, 92, 77)


@pytest.fixture(scope="module")
def seller(demo):
    return shortcut.freelancer(demo, "127.0.1.21")


@pytest.fixture
def link(seller):
    """The secret path of a new invoice of 500,00 €; its own page is at `seller.invoice`."""
    path = shortcut.issue_invoice(seller)
    seller.invoice = desk.invoice_shown(seller)
    return path


def test_the_codes_of_the_paper_are_paid_by(person, link):
    client = person()
    client.goto(link)
    number = road.number(client)
    pdf = download(client, f"{link}/facture.pdf")
    card, transfer = codes(pdf)
    lines = transfer.split("\n")
    assert len(lines) == 12
    assert lines[:7] == ["BCD", "002", "1", "SCT", "PSSTFRPPPAR", "Camille Martin", "FR1420041010050500013M02606"]
    assert lines[7:11] == ["EUR500.00", "", "", number]

    phone = person(width=360, agent=road.PHONE)
    phone.goto(card)
    assert "127.0.0.1" in phone.url, "the code leads to Stripe's page"
    expect(phone.get_by_text(re.compile(r"500,00")).first).to_be_visible()
    expect(phone.get_by_text(number).first).to_be_visible()
    road.pay_by_card(phone, road.GOOD_CARD)
    expect(phone.get_by_text("Facture acquittée").first).to_be_visible()

    stamped = download(client, f"{link}/facture.pdf")
    assert "acquittée" in words(stamped).lower() and "acquittée" not in words(pdf).lower()
    assert codes(stamped) == (None, None)


def test_switched_off_the_card_goes_and_the_transfer_stays(demo, person, seller, link):
    page = desk.sit_down(person, seller)
    page.goto(seller.invoice)
    page.get_by_role("button", name="Désactiver").click()
    client = person()
    client.goto(link)
    expect(client.get_by_role("button", name="Payer en ligne")).to_have_count(0)
    expect(client.get_by_text("FR14 2004").first).to_be_visible()
    card, transfer = codes(download(client, f"{link}/facture.pdf"))
    assert card is None and "EUR500.00" in transfer
    forged = {"Origin": demo.url, "Content-Type": "application/x-www-form-urlencoded"}
    status, headers, _ = ask(demo, "POST", f"{link}/payer", "", forged)
    assert (status, headers["location"]) == (303, link), "back to the invoice, without a session at Stripe"


def test_the_seller_downloads_what_the_client_does_and_duplicates(person, seller, link):
    page = desk.sit_down(person, seller)
    page.goto(seller.invoice)
    with page.expect_download() as kept:
        page.get_by_role("link", name="Télécharger le PDF").click()
    number = road.number(page)
    assert kept.value.suggested_filename == f"{number}.pdf"
    with open(kept.value.path(), "rb") as file:
        pdf = file.read()
    assert pdf == download(person(), f"{link}/facture.pdf")
    with page.expect_download() as kept:
        page.get_by_role("link", name="Duplicata").click()
    assert kept.value.suggested_filename == f"{number}-duplicata.pdf"
    with open(kept.value.path(), "rb") as file:
        duplicate = file.read()
    assert "duplicata" in words(duplicate).lower() and "duplicata" not in words(pdf).lower()


def test_the_code_on_the_page_is_scanned_from_the_screen(person, link):
    client = person()
    client.goto(link)
    client.get_by_text("Code QR pour le virement").click()
    client.get_by_role("img", name="Code QR du virement").evaluate("picture => picture.decode()")
    screen = scanned(client.screenshot(full_page=True))
    assert screen == [codes(download(client, f"{link}/facture.pdf"))[1]]


def test_a_logo_is_checked_and_shown(person, seller):
    page = desk.sit_down(person, seller)
    for name, content, reason in [
        ("logo.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "ni une image PNG ni une image JPEG"),
        ("logo.jpg", b"bonjour", "ni une image PNG ni une image JPEG"),
        ("logo.png", drawn("PNG")[:300], "ne peut pas être lue|abîmé"),
    ]:
        choose_logo(page, name, content)
        expect(page.locator("#logo-message")).to_have_text(re.compile(reason))
        expect(page.get_by_label("Image PNG ou JPEG")).to_have_attribute("aria-invalid", "true")
    for kind in ["JPEG", "PNG"]:
        choose_logo(page, f"logo.{kind.lower()}", drawn(kind))
        expect(page.get_by_role("img", name="Votre logo")).to_be_visible()

    link = shortcut.issue_invoice(seller)
    client = person()
    client.goto(link)
    expect(client.get_by_role("img", name="Logo de Camille Martin")).to_be_visible()
    assert GREEN in picture(download(client, f"{link}/facture.pdf")).get_flattened_data()
    page.get_by_role("button", name="Retirer le logo").click()
    expect(page.get_by_role("img", name="Votre logo")).to_have_count(0)
    client.reload()
    expect(client.get_by_role("img", name="Logo de Camille Martin")).to_be_visible()


def test_a_heavy_logo_is_taken_and_a_heavier_one_explained(person, seller):
    page = desk.sit_down(person, seller)
    heavy = drawn("PNG") + bytes(3 << 20)
    choose_logo(page, "lourd.png", heavy)
    expect(page.get_by_role("heading", name="Mon entreprise")).to_be_visible()
    page.goto("/entreprise/documents")
    field = page.get_by_label("Image PNG ou JPEG")
    field.set_input_files({"name": "trop.png", "mimeType": "image/png", "buffer": drawn("PNG") + bytes(6 << 20)})
    assert "5 Mo" in field.evaluate("field => field.validationMessage").replace("\u00a0", " ")
    page.get_by_role("button", name="Enregistrer le logo").click()
    assert page.url.endswith("/entreprise/documents"), "nothing was sent"


def choose_logo(page, name, content):
    page.goto("/entreprise/documents")
    page.get_by_label("Image PNG ou JPEG").set_input_files({"name": name, "mimeType": "image/png", "buffer": content})
    page.get_by_role("button", name="Enregistrer le logo").click()


def drawn(kind):
    file = io.BytesIO()
    Image.new("RGB", (600, 200), GREEN).save(file, kind)
    return file.getvalue()
