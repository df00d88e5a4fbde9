"""The longer forms of the desk: valid, accessible, whole at every width; what is missing leads to its field."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import desk
import shortcut
from validity import objections

PICTURES = Path(__file__).parents[2] / ".tests" / "screenshots"


@pytest.fixture(scope="module")
def seller(demo):
    """Somebody who charges VAT."""
    visitor = shortcut.freelancer(demo, "127.0.1.27")
    visitor.open("/entreprise")
    regime = re.search(r'<option value="(\w+)"[^>]*>(?!Franchise)[^<]*', visitor.page[visitor.page.index('name="regime"'):])[1]
    visitor.press("Enregistrer", regime=regime, vat_number="FR44732829320")
    return visitor


@pytest.fixture
def page(person, seller):
    return desk.sit_down(person, seller)


def test_the_tab_of_documents(page):
    page.goto("/entreprise/documents")
    expect(page.get_by_label("J’ai opté pour le paiement de la TVA d’après les débits")).to_be_visible()
    inspect(page, "documents")


def test_the_editor(page):
    fill_in(page, "^20")
    page.get_by_label("Prix unitaire HT").first.fill("cent")
    page.get_by_role("button", name="Recalculer").click()
    expect(page.get_by_text("Un prix supérieur à 0")).to_be_visible()
    inspect(page, "editeur", widths=(1280, 768, 360))


def test_no_word_of_the_editor_is_clipped(page):
    fill_in(page, "^20")
    for width in (1280, 768, 360):
        page.set_viewport_size({"width": width, "height": 800})
        labels = page.locator(".line").first.locator("label")
        for label in labels.all():
            assert label.evaluate("e => e.scrollWidth <= e.clientWidth"), f"{label.inner_text()} at {width}"
        tops = page.locator(".line").first.locator("input").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
        assert len(set(map(round, tops))) == (1 if width > 360 else 2), f"{tops} at {width}"
        assert page.get_by_label("Désignation").first.evaluate("e => e.scrollHeight <= e.clientHeight + 1"), width


def test_the_form_of_a_credit_note(seller, page):
    shortcut.issue_invoice(seller)
    page.goto(desk.invoice_shown(seller) + "/avoir")
    inspect(page, "avoir-tout")
    page.get_by_label("Une quantité de certaines lignes").check()
    page.get_by_role("button", name="Créer l’avoir").click()
    expect(page.get_by_text("Indiquez le motif de l’avoir.")).to_be_visible()
    inspect(page, "avoir-lignes")


def test_a_missing_mention_leads_to_its_field(page):
    fill_in(page, re.compile("Autoliquidation.*UE"))
    page.get_by_role("button", name="Finaliser et envoyer").click()
    expect(page.get_by_role("button", name="Finaliser la facture")).not_to_be_visible()
    alert = page.get_by_role("alert")
    expect(alert).to_have_text(re.compile("mentions obligatoires"))
    inspect(page, "mention-manquante")
    alert.get_by_role("link", name=re.compile("Fiche du client, numéro de TVA")).click()
    field = page.get_by_label("Numéro de TVA")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()


def fill_in(page, treatment):
    page.goto("/factures/nouvelle")
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Désignation").first.fill("Conception d’une affiche\nTrois propositions\nFichiers compris")
    page.get_by_label("Quantité").first.fill("2")
    page.get_by_label("Unité").first.fill("jour")
    page.get_by_label("Prix unitaire HT").first.fill("250")
    page.get_by_label("Remise, en %").first.fill("10")
    choice = page.get_by_label("TVA", exact=True).first
    words = [option.inner_text() for option in choice.locator("option").all()]
    label = next(word for word in words if re.search(treatment, word))
    choice.select_option(label=label)


def inspect(page, name, widths=(1280, 360)):
    complaints = objections(page.content())
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        page.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)
        complaints += [
            f"{width}: {violation['id']}: {node['html']}"
            for violation in Axe().run(page).response["violations"]
            for node in violation["nodes"]
        ]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            complaints.append(f"{width}: the page is wider than the screen")
    page.set_viewport_size({"width": 1280, "height": 800})
    assert complaints == []
