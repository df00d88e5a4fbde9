"""The editor of an invoice: what its script says is what the server says, and without script nothing is missing."""

import random
import re
import urllib.parse

import pytest
from playwright.sync_api import expect

import desk
import keyboard
import road
import shortcut
from files import download, words
from test_pages import inspect


@pytest.fixture(scope="module")
def seller(demo):
    """Somebody who charges VAT and has two articles."""
    visitor = shortcut.freelancer(demo, "127.0.1.41")
    desk.charge_vat(visitor)
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
    [("1", "37,45", "", "disbursement"), ("1", "100", "10", "2000"), ("2", "0,335", "", "disbursement")],
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


@pytest.mark.parametrize("path", ["/devis/nouveau", "/recurrentes/nouvelle"])
def test_quotes_and_recurring_invoices_are_added_up_too(page, path):
    page.goto(path)
    page.get_by_label("Désignation").fill("x")
    page.get_by_label("Prix unitaire HT").fill("12,345")
    page.get_by_label("TVA", exact=True).select_option(value="550")
    page.get_by_role("button", name="Ajouter une ligne").click()
    page.get_by_label("Désignation").nth(1).fill("y")
    page.get_by_label("Prix unitaire HT").nth(1).fill("100")
    typed = figures(page)
    assert "–" not in typed
    with page.expect_navigation():
        page.get_by_role("button", name="Recalculer").click()
    assert figures(page) == typed
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


def test_beside_a_wide_editor_the_document_follows_what_is_typed(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    asked = []
    page.on("request", lambda request: asked.append("begun") if "action=look" in (request.post_data or "") else None)
    page.clock.install()
    page.goto("/factures/nouvelle")
    beside = page.get_by_role("region", name="Aperçu du document")
    expect(beside).to_contain_text("dès que le client est choisi")
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Désignation").fill("Affiche")
    price = page.get_by_label("Prix unitaire HT")
    seen = []
    for amount in ["250", "1234,50", "250"]:
        typed = f"&price={urllib.parse.quote_plus(amount)}&"
        with page.expect_response(lambda response: typed in (response.request.post_data or "")) as answer:
            price.fill(amount)
        assert answer.value.headers["content-type"] == "image/svg+xml"
        # The picture before it is complete too: it is this answer that must have taken its place.
        drawn = urllib.parse.quote(answer.value.text(), safe="!~*'()")
        expect(beside.get_by_role("img")).to_have_attribute("src", f"data:image/svg+xml,{drawn}")
        expect(beside.get_by_role("img")).to_have_js_property("complete", True)
        seen.append(page.evaluate(PIXELS))
    assert seen[0] == seen[2] != seen[1]
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    asked.clear()
    for _ in range(16):
        price.press("End")
        price.press("0")
        page.clock.run_for(499)
    assert asked == [], "none while one types"
    page.clock.run_for(1)
    expect(beside).to_contain_text("attend que tous les champs soient lisibles")
    assert len(asked) == 1, "one request after a pause"
    expect(beside.get_by_role("img")).to_have_css("opacity", "0.4")
    page.clock.resume()
    page.set_viewport_size({"width": 1024, "height": 800})
    expect(beside).to_be_hidden()
    expect(page.get_by_role("button", name="Aperçu")).to_be_visible()
    assert page.complaints == []


@pytest.mark.parametrize("path", ["/devis/nouveau", "/recurrentes/nouvelle"])
def test_beside_quotes_and_recurring_invoices_too(page, path):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(path)
    beside = page.get_by_role("region", name="Aperçu du document")
    expect(beside).to_contain_text("dès que le client est choisi")
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    expect(beside).to_contain_text("Ajoutez au moins une ligne")
    write(page, 0, "Affiche", "250", "2000")
    expect(beside.get_by_role("img")).to_be_visible()
    expect(page.get_by_text("Modifications non enregistrées")).to_be_visible()
    inspect(page, f"apercu-{path.split('/')[1]}")
    assert page.complaints == []


PIXELS = """() => {
  const picture = document.querySelector("[data-look] img");
  const canvas = Object.assign(document.createElement("canvas"), {width: 595, height: 842});
  canvas.getContext("2d").drawImage(picture, 0, 0, 595, 842);
  return canvas.toDataURL();
}"""


def test_two_windows_of_one_draft_lose_nothing(page):
    page.goto("/factures/nouvelle")
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Objet").fill("Affiche")
    page.get_by_role("button", name="Enregistrer le brouillon").click()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_label("Objet").fill("Affiche de mai")
    other.get_by_role("button", name="Enregistrer le brouillon").click()
    page.get_by_label("Objet").fill("Affiche de juin")
    page.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(page.get_by_role("alert")).to_contain_text("depuis une autre fenêtre")
    expect(page.get_by_label("Objet")).to_have_value("Affiche de juin")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Voir l’autre version").click()
    expect(opened.value.get_by_label("Objet")).to_have_value("Affiche de mai")
    page.get_by_role("button", name="Enregistrer ma version quand même").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_label("Objet")).to_have_value("Affiche de juin")


def test_a_draft_that_another_window_removed_is_not_lost(page):
    page.goto("/factures/nouvelle")
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Objet").fill("Affiche")
    page.get_by_role("button", name="Enregistrer le brouillon").click()
    other = page.context.new_page()
    other.goto(page.url)
    other.get_by_role("button", name="Supprimer le brouillon").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Factures")
    write(page, 0, "Affiche de juin", "250", "2000")
    page.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(page.get_by_role("alert")).to_contain_text("il a été supprimé")
    expect(page.get_by_label("Désignation").first).to_have_value("Affiche de juin")
    inspect(page, "brouillon-supprime-entre-temps")
    page.get_by_role("button", name="Enregistrer comme nouveau brouillon").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(page.get_by_label("Désignation").first).to_have_value("Affiche de juin")
    expect(page.get_by_text(re.compile(r"Brouillon enregistré à \d\d:\d\d"))).to_be_visible()


@pytest.mark.parametrize("path", ["/factures/nouvelle", "/devis/nouveau", "/recurrentes/nouvelle"])
def test_a_line_is_removed_by_mouse_by_keyboard_and_without_script(person, seller, page, path):
    removing = re.compile("^Supprimer la ligne")
    for browser in [page, desk.sit_down(person, seller, scripts=False)]:
        browser.goto(path)
        expect(browser.get_by_role("button", name=removing)).to_have_count(0)
        for row, (designation, price) in enumerate([("Affiche", "100"), ("Livre", "12,5"), ("Carte", "3")]):
            if row:
                browser.get_by_role("button", name="Ajouter une ligne").click()
            write(browser, row, designation, price, "2000")
        browser.get_by_role("button", name="Supprimer la ligne 2", exact=True).click()
        expect(browser.get_by_role("group", name="Ligne 2").get_by_label("Désignation")).to_have_value("Carte")
        expect(browser.get_by_label("Désignation")).to_have_count(2)
        assert figures(browser) == ["103,00 €", "20,60 €", "123,60 €"]
    expect(page.get_by_label("Désignation").nth(1)).to_be_focused()
    inspect(page, f"lignes-{path.split('/')[1]}")
    keyboard.press(page, page.get_by_role("button", name="Supprimer la ligne 2", exact=True))
    expect(page.get_by_label("Désignation")).to_be_focused()
    expect(page.get_by_label("Désignation")).to_have_value("Affiche")
    expect(page.get_by_role("button", name=removing)).to_have_count(0)
    assert page.complaints == []


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


def test_a_disbursement_is_repaid_to_the_cent_and_is_no_turnover(page):
    page.goto("/factures/nouvelle")
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    write(page, 0, "Dépôt de marque", "100", "2000")
    page.get_by_role("button", name="Ajouter une ligne").click()
    about = page.get_by_text("Gardez le justificatif, établi à son nom")
    expect(about).to_be_hidden()
    write(page, 1, "Redevance INPI", "37,45", "disbursement")
    expect(about).to_be_visible()
    assert figures(page) == ["100,00 €", "20,00 €", "37,45 €", "157,45 €"]
    page.get_by_label("Remise, en %").nth(1).fill("10")
    page.get_by_role("button", name="Enregistrer le brouillon").click()
    expect(page.get_by_text("il ne porte pas de remise")).to_be_visible()
    page.get_by_label("Remise, en %").nth(1).fill("")
    page.get_by_role("button", name="Finaliser et envoyer").click()
    page.get_by_role("button", name="Finaliser la facture").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Facture F-")
    expect(page.locator("dl.facts")).to_contain_text("Débours37,45")
    invoice = page.url.split("?")[0].removesuffix("/envoyer")
    pdf = words(download(page, invoice + "/facture.pdf"))
    assert "Total HT 100,00 €" in pdf and "Débours 37,45 €" in pdf and "Net à payer 157,45 €" in pdf
    assert "art. 267-II-2° du CGI" in pdf and "TVA 20 % sur 100,00 €" in pdf
    page.goto(invoice + "/encaisser")
    page.get_by_role("button", name="Enregistrer le paiement").click()
    page.goto("/registre")
    expect(page.get_by_text("dont débours 37,45")).to_be_visible()
    expect(page.get_by_text("ne sont pas du chiffre d’affaires")).to_be_visible()
    assert "Les débours ne sont pas du chiffre d’affaires" in words(download(page, "/registre/registre.pdf"))
    assert [complaint for complaint in page.complaints if "422" not in complaint] == []


def write(page, row, designation, price, vat):
    page.get_by_label("Désignation").nth(row).fill(designation)
    page.get_by_label("Prix unitaire HT").nth(row).fill(price)
    page.get_by_label("TVA", exact=True).nth(row).select_option(value=vat)


def figures(page):
    """What the totals say."""
    return [text.replace("\u202f", " ") for text in page.locator("dl.totals dd:visible").all_inner_texts()]


# A select shows its words on one line: what is wider than its room is cut off.
CUT = """select => {
  const style = getComputedStyle(select);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return Math.max(0, pen.measureText(select.selectedOptions[0].text).width - room);
}"""


def test_the_type_of_a_line_is_read_whole_at_every_width(demo, person):
    page = desk.sit_down(person, shortcut.freelancer(demo, "127.0.1.43"))
    for path in ["/factures/nouvelle", "/devis/nouveau"]:
        page.goto(path)
        for width in [360, 600, 768, 960, 1024, 1100, 1280, 1440, 1600, 1920]:
            page.set_viewport_size({"width": width, "height": 900})
            choice = page.get_by_label("Type", exact=True)
            expect(choice.locator("option:checked")).to_have_text("Prestation ou vente")
            assert choice.evaluate(CUT) == 0, f"at {width}"
