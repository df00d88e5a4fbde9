"""The list of invoices and the first page: looking for an invoice and doing something with it, by mouse and by keyboard."""

import re

import pytest
from playwright.sync_api import expect

import keyboard
import road
import shortcut
from desk import sit_down


@pytest.fixture(scope="module")
def seller(demo):
    """Somebody with a paid invoice, an open one and a draft, of 500,00 € each."""
    visitor = shortcut.freelancer(demo)
    visitor.invoices = []
    for _ in range(2):
        shortcut.issue_invoice(visitor)
        visitor.invoices.append(re.search(r"F-\d{4}-\d{4}", visitor.page)[0])
        if len(visitor.invoices) == 1:
            visitor.open(re.search(r"/factures/\d+", visitor.place)[0] + "/encaisser")
            visitor.press("Enregistrer le paiement", amount="500")
    visitor.open("/factures/nouvelle")
    client = re.search(r'<option value="(\d+)">Atelier Durand', visitor.page)[1]
    visitor.press("Enregistrer le brouillon", client=client, designation="Affiche", quantity="2", price="250")
    return visitor


def chip(page, name):
    return page.get_by_role("navigation", name="Factures par état").get_by_role("link", name=name)


def rows(page):
    return page.get_by_role("table").locator("tbody").get_by_role("row")


def test_an_invoice_is_found_and_acted_on_by_mouse(person, seller):
    page = sit_down(person, seller)
    page.goto("/")
    page.get_by_role("link", name=re.compile("^À encaisser")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Factures")
    expect(chip(page, "À encaisser 1")).to_have_attribute("aria-current", "page")
    expect(rows(page)).to_have_count(1)
    expect(rows(page)).to_contain_text(seller.invoices[1])

    chip(page, "Toutes 3").click()
    expect(rows(page)).to_have_count(3)
    chip(page, "Brouillons 1").click()
    expect(rows(page)).to_contain_text("Brouillon")
    chip(page, "En retard 0").click()
    expect(page.get_by_text("Aucune facture en retard.")).to_be_visible()

    page.get_by_role("link", name="Voir toutes les factures").click()
    for text, found in {"500,00": 3, seller.invoices[0]: 1, "durand": 3, "introuvable": 0}.items():
        page.get_by_label("Rechercher").fill(text)
        page.get_by_role("button", name="Filtrer").click()
        expect(rows(page)).to_have_count(found)
    page.get_by_role("link", name="retirez les filtres").click()

    page.get_by_label("Trier par").select_option("Montant le plus élevé")
    page.get_by_role("button", name="Filtrer").click()
    expect(page.get_by_role("table")).to_contain_text("montant le plus élevé")
    with page.expect_download() as download:
        page.get_by_role("link", name="Exporter en CSV").click()
    lines = download.value.path().read_bytes().decode("utf-8-sig").splitlines()
    assert len(lines) == 4
    assert '"500,00"' in lines[1] and '"Atelier Durand"' in lines[1]

    page.get_by_label(f"Actions : {seller.invoices[1]}").click()
    page.get_by_role("link", name="Enregistrer un paiement").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("paiement")
    assert page.complaints == []


def test_an_invoice_is_found_and_acted_on_by_keyboard(person, seller):
    page = sit_down(person, seller)
    page.goto("/")
    keyboard.press(page, page.get_by_role("link", name=re.compile("^À encaisser")))
    expect(rows(page)).to_have_count(1)
    keyboard.press(page, chip(page, "Toutes 3"))
    keyboard.fill(page, {"Rechercher": seller.invoices[1]})
    page.keyboard.press("Enter")
    expect(rows(page)).to_have_count(1)
    keyboard.press(page, page.get_by_label(f"Actions : {seller.invoices[1]}"))
    keyboard.link(page, "Créer un avoir")
    expect(page.get_by_role("heading", level=1)).to_contain_text("avoir")
    assert page.complaints == []


def test_what_an_invoice_s_state_forbids_is_not_in_its_menu(person, seller):
    page = sit_down(person, seller)
    page.goto("/factures")
    page.get_by_label(f"Actions : {seller.invoices[0]}").click()
    menu = page.locator("details[open] .menu")
    expect(menu.get_by_role("link", name="Télécharger le PDF")).to_be_visible()
    expect(menu.get_by_role("link", name="Enregistrer un paiement")).to_have_count(0)
    page.goto("/factures?etat=brouillons")
    page.get_by_label("Actions : Brouillon").click()
    expect(menu.get_by_role("link", name="Finaliser et envoyer")).to_be_visible()
    expect(menu.get_by_role("link", name="Créer un avoir")).to_have_count(0)


def test_the_first_page_says_how_the_business_goes(person, seller):
    page = sit_down(person, seller)
    page.goto("/factures")
    page.get_by_role("link", name="NeedMe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Accueil")
    expect(page.get_by_role("link", name=re.compile("^Encaissé ce mois"))).to_contain_text("500,00 €")
    expect(page.get_by_role("link", name=re.compile("^À encaisser"))).to_contain_text("1 facture")
    expect(page.get_by_role("link", name="1 brouillon à terminer")).to_be_visible()
    page.get_by_text("Voir les montants").click()
    expect(page.get_by_role("table").get_by_role("row").nth(1)).to_contain_text("500,00 €")
    expect(page.get_by_label("Franchise de TVA")).to_have_attribute("value", "1")
    page.get_by_role("link", name="Nouvelle facture").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("facture")


def test_somebody_new_is_led_to_a_first_gesture(person):
    page = person()
    road.sign_up(page)
    road.describe_company(page)
    road.open_page(page, "Accueil")
    expect(page.get_by_role("link", name="Activer le paiement en ligne")).to_be_visible()
    page.get_by_role("link", name="Créer votre première facture").click()
    page.goto("/factures")
    expect(page.get_by_text("Vous n’avez pas encore de facture.")).to_be_visible()
    road.add_client(page)
    page.goto("/clients")
    page.get_by_label("Rechercher").fill("durand")
    page.get_by_role("button", name="Filtrer").click()
    expect(page.get_by_role("row", name="Atelier Durand")).to_be_visible()


def test_the_menu_of_a_row_is_on_the_screen_of_a_phone(person, seller):
    page = sit_down(person, seller, width=360)
    page.goto("/factures")
    page.get_by_label(f"Actions : {seller.invoices[1]}").click()
    box = page.locator("details[open] .menu").bounding_box()
    assert 0 <= box["x"] and box["x"] + box["width"] <= 360
