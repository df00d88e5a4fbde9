"""The editor of an invoice: what its script says is what the server says, and without script nothing is missing."""

import random
import re

import pytest
from playwright.sync_api import expect

import desk
import keyboard
import road
import shortcut
from files import download, words


@pytest.fixture(scope="module")
def seller(demo):
    """Somebody who charges VAT and has two articles."""
    visitor = shortcut.freelancer(demo, "127.0.1.41")
    visitor.open("/entreprise")
    regime = re.search(r'<option value="(\w+)"[^>]*>(?!Franchise)[^<]*', visitor.page[visitor.page.index('name="regime"'):])[1]
    visitor.press("Enregistrer", regime=regime, vat_number="FR44732829320")
    for designation, price, vat in [("Journée de conseil", "450", "2000"), ("Livre", "12,345", "550")]:
        visitor.open("/articles/nouveau")
        visitor.press("Enregistrer", designation=designation, unit="u", price=price, vat=vat)
    return visitor


@pytest.fixture
def page(person, seller):
    return desk.sit_down(person, seller)


# What is hard to round: thirds and halves of cents, small prices, discounts, all rates; then what chance brings.
HARD = [
    [("0,3333", "100", "", "2000"), ("0,3333", "100", "", "2000"), ("0,3334", "100", "", "550")],
    [("1", "0,005", "", "2000"), ("3", "0,004999", "", "1000")],
    [("1", "0,025", "50", "2000"), ("7", "33,333333", "33,33", "210")],
    [("1 000", "9,99", "12,5", "850"), ("2.5", "1 250,50", "0", "1300"), ("1", "0,01", "100", "90")],
    [("1", "10", "", "export"), ("1", "10", "", "2000"), ("1", "12,5", "", "training")],
]


def by_chance(count):
    dice = random.Random(2026)
    rates = ["2000", "1000", "550", "210", "850", "1300", "90", "export", "training"]
    for _ in range(count):
        yield [
            (
                f"{dice.randint(1, 99) / 10 ** dice.randint(0, 4):.4f}".replace(".", ","),
                f"{dice.randint(1, 999) / 10 ** dice.randint(0, 6):.6f}".replace(".", ","),
                dice.choice(["", "", "5", "33,33", "0,01", "99,99"]),
                dice.choice(rates),
            )
            for _ in range(dice.randint(1, 5))
        ]


def test_the_totals_are_the_servers_to_the_cent(page):
    for lines in HARD + list(by_chance(12)):
        page.goto("/factures/nouvelle")
        for row, (quantity, price, discount, vat) in enumerate(lines):
            if row:
                page.get_by_role("button", name="Ajouter une ligne").click()
            page.get_by_label("Désignation").nth(row).fill("x")
            page.get_by_label("Quantité").nth(row).fill(quantity)
            page.get_by_label("Prix unitaire HT").nth(row).fill(price)
            page.get_by_label("Remise, en %").nth(row).fill(discount)
            page.get_by_label("TVA", exact=True).nth(row).select_option(value=vat)
        typed = figures(page)
        assert "–" not in typed
        with page.expect_navigation():
            page.get_by_role("button", name="Recalculer").click()
        assert figures(page) == typed, lines
    assert page.complaints == []


@pytest.mark.parametrize("price", ["cent", "-1", "0", "1,2,3", "1,1234567", "10000000,01"])
def test_a_price_that_is_none_gives_no_total(page, price):
    page.goto("/factures/nouvelle")
    page.get_by_label("Désignation").fill("x")
    page.get_by_label("Prix unitaire HT").fill(price)
    assert set(figures(page)) == {"–"}


def test_an_article_becomes_a_line_by_mouse_and_without_script(person, seller, page):
    for browser in [page, desk.sit_down(person, seller, scripts=False)]:
        browser.goto("/factures/nouvelle")
        for article in ["Journée de conseil, 450,00\u202f€", "Livre, 12,345\u202f€"]:
            browser.get_by_label("Article du catalogue").select_option(label=article)
            browser.get_by_role("button", name="Insérer").click()
        expect(browser.get_by_label("Désignation").nth(1)).to_have_value("Livre")
        expect(browser.get_by_label("TVA", exact=True).nth(1)).to_have_value("550")
        assert figures(browser) == ["462,35 €", "90,68 €", "553,03 €"]


def test_a_draft_is_written_seen_and_thrown_away_by_keyboard(page):
    page.goto("/factures/nouvelle")
    keyboard.choose(page, "Client", "Atelier Durand")
    keyboard.choose(page, "Article du catalogue", "Journée de conseil, 450,00\u202f€")
    keyboard.button(page, "Insérer")
    expect(page.get_by_label("Quantité")).to_be_focused()
    page.keyboard.type("2")
    assert figures(page)[0] == "900,00 €"
    keyboard.button(page, "Enregistrer le brouillon")
    expect(page.get_by_text(re.compile(r"Brouillon enregistré à \d\d:\d\d"))).to_be_visible()
    expect(page.get_by_text("Indemnité forfaitaire")).to_be_visible()
    keyboard.fill(page, {"Objet": "Conseil"})
    expect(page.get_by_text("Modifications non enregistrées")).to_be_visible()
    pdf = words(download(page, road.place(page) + "/apercu.pdf"))
    assert "le numéro sera donné à la finalisation" in pdf and "F-2026" not in pdf and "900,00" in pdf
    keyboard.button(page, "Supprimer le brouillon")
    expect(page.get_by_role("status")).to_have_text("Le brouillon est supprimé.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Factures")
    expect(page).to_have_url(re.compile("/factures$"))


def test_the_number_is_announced_before_it_is_given(page):
    page.goto("/factures/nouvelle")
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Désignation").fill("Affiche")
    page.get_by_label("Prix unitaire HT").fill("100")
    page.get_by_role("button", name="Finaliser et envoyer").click()
    announced = page.get_by_text(re.compile("Elle prendra le numéro")).locator("strong").first.inner_text()
    page.get_by_role("button", name="Finaliser la facture").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Facture {announced}")
    page.get_by_role("button", name="Dupliquer").click()
    expect(page.get_by_label("Désignation").first).to_have_value("Affiche")


def figures(page):
    """What the totals say."""
    return [text.replace("\u202f", " ") for text in page.locator("dl.totals dd").all_inner_texts()]
