"""« Créer un avoir »: everything, an amount, or some of some lines."""

import re

import pytest
from playwright.sync_api import expect

import desk
import keyboard
import road
import shortcut
from files import codes, download, words


@pytest.fixture(scope="module")
def seller(demo):
    return shortcut.freelancer(demo, "127.0.1.25")


@pytest.fixture
def link(seller):
    path = shortcut.issue_invoice(seller)
    seller.invoice = desk.invoice_shown(seller)
    return path


def test_a_partial_one_lowers_what_the_client_is_asked(person, seller, link):
    page = desk.sit_down(person, seller)
    page.goto(f"{seller.invoice}/avoir")
    page.get_by_label("Un montant").check()
    page.get_by_label("Montant de l’avoir TTC").fill("50")
    page.get_by_label("Motif").fill("Geste commercial")
    page.get_by_role("button", name="Créer l’avoir").click()
    client = person()
    client.goto(link)
    expect(client.locator(".sum")).to_have_text(re.compile("450,00"))
    expect(client.get_by_text("Reste à payer")).to_be_visible()
    card, transfer = codes(download(client, f"{link}/facture.pdf"))
    assert "EUR450.00" in transfer
    phone = person(width=360, agent=road.PHONE)
    phone.goto(card)
    expect(phone.get_by_role("button", name=re.compile(r"^Payer 450,00"))).to_be_visible()
    client.goto(link)
    client.get_by_role("link", name=re.compile("^Avoir A-")).click()
    number = re.search(r"A-\d{4}-\d{4}", client.get_by_role("heading", level=1).inner_text())[0]
    with client.expect_download() as kept:
        client.get_by_role("link", name="Télécharger en PDF").click()
    assert kept.value.suggested_filename == f"{number}.pdf"
    with open(kept.value.path(), "rb") as file:
        text = words(file.read())
    assert number in text and "Geste commercial" in text and "50,00" in text
    page.goto(seller.invoice)
    mine = page.get_by_role("listitem").filter(has_text=number).get_by_role("link", name="PDF")
    assert number in words(download(page, mine.get_attribute("href")))


def test_one_by_lines_without_scripts(person, seller, link):
    page = desk.sit_down(person, seller, width=360, scripts=False)
    page.goto(f"{seller.invoice}/avoir")
    page.get_by_label("Une quantité de certaines lignes").check()
    page.get_by_label("Conception d’une affiche").fill("3")
    page.get_by_label("Motif").fill("Une affiche de moins")
    page.get_by_role("button", name="Créer l’avoir").click()
    expect(page.locator(".error").first).to_be_visible()
    expect(page.get_by_label("Une quantité de certaines lignes")).to_be_checked()
    page.get_by_label("Conception d’une affiche").fill("1")
    page.get_by_role("button", name="Créer l’avoir").click()
    client = person()
    client.goto(link)
    expect(client.locator(".sum")).to_have_text(re.compile("250,00"))


def test_a_browser_that_hides_nothing_can_fill_it_in(person, seller, link):
    """Where the style sheet cannot tell which choice is made, every part stands under its choice."""
    page = desk.sit_down(person, seller)
    page.route("**/*.css", lambda route: route.abort())
    page.goto(f"{seller.invoice}/avoir")
    expect(page.get_by_label("Montant de l’avoir TTC")).to_be_visible()
    page.get_by_label("Un montant").check()
    page.get_by_label("Montant de l’avoir TTC").fill("20")
    page.get_by_label("Motif").fill("Geste commercial")
    page.get_by_role("button", name="Créer l’avoir").click()
    expect(page.get_by_text("avoir partiel")).to_be_visible()


def test_the_whole_by_keyboard_alone(person, seller, link):
    page = desk.sit_down(person, seller)
    page.goto(f"{seller.invoice}/avoir")
    keyboard.reach(page, page.locator("[value=montant]"))
    page.keyboard.press("ArrowDown")
    keyboard.reach(page, page.locator("[name=quantity-0]"))
    page.keyboard.type("1")
    keyboard.reach(page, page.locator("[name=reason]"))
    page.keyboard.type("Une journée de moins")
    page.keyboard.press("Enter")
    expect(page.get_by_text("avoir partiel")).to_be_visible()
    page.goto(f"{seller.invoice}/avoir")
    keyboard.reach(page, page.locator("[value=montant]"))
    page.keyboard.press("ArrowUp")
    keyboard.reach(page, page.locator("[name=reason]"))
    page.keyboard.type("Annulation")
    page.keyboard.press("Enter")
    expect(page.get_by_text("annule la facture")).to_be_visible()
    client = person()
    client.goto(link)
    expect(client.get_by_text("Annulée").first).to_be_visible()
    assert "annulée" in words(download(client, f"{link}/facture.pdf")).lower()
