"""The client's page: for every eye, hand and paper, and in every state that gestures reach."""

import re
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import desk
import road
import shortcut
from plain import ask, until
from validity import objections

PICTURES = Path(__file__).parents[2] / ".tests" / "screenshots"
LARGEST = 40_000


@pytest.fixture(scope="module")
def seller(demo):
    return shortcut.freelancer(demo, "127.0.1.7")


@pytest.fixture
def link(seller):
    """The secret path of a new invoice of 500,00 €; its own page is where the seller is."""
    path = shortcut.issue_invoice(seller)
    seller.invoice = desk.invoice_shown(seller)
    return path


def credited(seller, amount):
    desk.credited(seller, seller.invoice, amount)


def received(seller, amount):
    desk.received(seller, seller.invoice, amount)


def paid(demo, link):
    shortcut.pay_by_card(shortcut.open_checkout(demo, link))
    until(lambda: "Facture acquittée" in ask(demo, "GET", link)[2])


STATES = {
    "a-regler": (lambda demo, seller, link: None, "À régler"),
    "acquittee": (lambda demo, seller, link: paid(demo, link), "Facture acquittée"),
    "reste-a-regler": (lambda demo, seller, link: received(seller, "100"), "Reste à régler"),
    "avoir-partiel": (lambda demo, seller, link: credited(seller, "50"), "450,00"),
    "annulee": (lambda demo, seller, link: credited(seller, "500"), "par l’avoir A-"),
}


@pytest.mark.parametrize("state", STATES)
def test_a_state(demo, person, seller, link, state):
    reach, words = STATES[state]
    reach(demo, seller, link)
    client = person()
    client.goto(link)
    expect(client.get_by_text(re.compile(words)).first).to_be_visible()
    inspect(demo, client, link, f"client-{state}")
    for path in ["/verifier", *re.findall(r"/avoirs/A-\d{4}-\d{4}(?=\")", client.content())]:
        client.goto(link + path)
        inspect(demo, client, link + path, f"client-{state}-{path.split('/')[1]}")


def test_useless_links_are_valid(demo):
    for path in ["/f/aucune", "/f/" + "A" * 43]:
        assert objections(ask(demo, "GET", path)[2]) == []


def test_the_keyboard_alone(person, link):
    client = person()
    client.goto(link)
    reached = []
    for _ in range(15):
        client.keyboard.press("Tab")
        focused = client.locator(":focus")
        if not focused.count():
            break
        reached.append(re.sub(r"\s+", " ", focused.inner_text()).strip())
        style = focused.evaluate("e => getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth")
        assert style == "solid3px", f"no ring around « {reached[-1]} »"
    wanted = ["Payer en ligne", "Copier l’IBAN", "Copier la référence", "Code QR pour le virement",
              "Télécharger en PDF", "Vérifier cette facture"]
    assert [words for words in reached if words in wanted] == wanted


def test_a_copied_iban_has_no_spaces(person, link):
    client = person()
    client.context.grant_permissions(["clipboard-read", "clipboard-write"])
    client.goto(link)
    client.get_by_role("button", name="Copier l’IBAN").click()
    assert client.evaluate("navigator.clipboard.readText()") == "FR1420041010050500013M02606"
    client.get_by_role("button", name="Copier le titulaire").click()
    assert client.evaluate("navigator.clipboard.readText()") == "Camille Martin"


def test_without_scripts_one_pays(person, link):
    client = person(width=360, scripts=False)
    client.goto(link)
    client.get_by_text("Code QR pour le virement").click()
    expect(client.get_by_role("img", name="Code QR du virement")).to_be_visible()
    road.click_pay(client)
    road.pay_by_card(client, road.GOOD_CARD)
    expect(client.get_by_text("Facture acquittée").first).to_be_visible()


def test_letters_twice_as_large(person, link):
    client = person(width=640)
    client.goto(link)
    client.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not client.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    client.screenshot(path=PICTURES / "client-200.png", full_page=True)


def test_paper_has_the_document_alone(person, link, tmp_path):
    client = person()
    client.goto(link)
    client.pdf(path=tmp_path / "paper.pdf", format="A4")
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "paper.pdf", "-"], capture_output=True, check=True)
    text = text.stdout.decode()
    assert "Conception d’une affiche" in text and "Net à payer" in text
    for words in ["Payer en ligne", "Copier", "Télécharger", "Vérifier", "Code QR"]:
        assert words not in text
    assert text.count("\f") == 1, "one page"


def test_a_file_too_heavy_is_explained(demo, person, link):
    client = person()
    client.goto(link + "/verifier")
    client.evaluate(
        """() => {
          const form = document.createElement("form");
          form.method = "post";
          form.enctype = "multipart/form-data";
          const field = document.createElement("input");
          field.type = "file";
          field.name = "pdf";
          const files = new DataTransfer();
          files.items.add(new File([new Uint8Array(50 << 20)], "lourd.pdf"));
          field.files = files.files;
          form.append(field);
          document.body.append(form);
          form.submit();
        }"""
    )
    expect(client.get_by_role("heading", name="Fichier trop lourd")).to_be_visible()


def inspect(demo, page, path, name):
    markup = ask(demo, "GET", path)[2]
    assert len(markup.encode()) < LARGEST
    complaints = objections(markup)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)
        complaints += [
            f"{width}: {violation['id']}: {node['html']}"
            for violation in Axe().run(page).response["violations"]
            for node in violation["nodes"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            complaints.append(f"{width}: the page is wider than the screen")
    assert complaints == []
