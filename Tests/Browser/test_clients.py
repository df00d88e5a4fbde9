"""Clients: their card, those who exist already, what came of them, archiving, and one added while an invoice is written."""

import pytest
from playwright.sync_api import expect

import desk
import keyboard
import road
import shortcut
from test_pages import inspect


def test_a_client_has_a_card_a_history_and_may_be_archived(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.36")
    shortcut.issue_invoice(seller)
    desk.received(seller, desk.invoice_shown(seller), "500")
    shortcut.issue_invoice(seller)
    desk.credited(seller, desk.invoice_shown(seller), "100")
    page = desk.sit_down(person, seller)
    page.goto("/clients")
    page.get_by_role("link", name="Nouveau client").click()
    page.get_by_label("Nom", exact=True).fill("ATELIER DURAND")
    page.get_by_label("SIREN").fill("732 829 320")
    page.get_by_label("SIRET").fill("552 100 554 00013")
    page.get_by_label("Numéro de TVA").fill("FR00 732829320")
    page.get_by_label("Téléphone").fill("rien")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Vérifiez les champs signalés")).to_be_visible()
    inspect(page, "client-a-corriger")
    page.get_by_label("Adresse", exact=True).fill("8 rue Neuve")
    page.get_by_label("Code postal").fill("69001")
    page.get_by_label("Ville").fill("Lyon")
    page.get_by_label("SIRET").fill("732 829 320 00074")
    page.get_by_label("Numéro de TVA").fill("FR44 732829320")
    page.get_by_label("Téléphone").fill("04 72 00 00 00")
    page.get_by_label("Notes").fill("Préfère être appelé le matin.")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Ce client existe peut-être déjà")).to_be_visible()
    inspect(page, "client-deja-connu")
    page.get_by_role("button", name="Enregistrer quand même").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("ATELIER DURAND")
    inspect(page, "client-sans-facture")
    page.get_by_role("button", name="Archiver").click()
    expect(page.get_by_text("Archivé", exact=True)).to_be_visible()
    inspect(page, "client-archive")
    page.goto("/clients")
    page.get_by_role("link", name="Archivés").click()
    expect(page.get_by_role("row", name="ATELIER DURAND")).to_be_visible()
    inspect(page, "clients-archives")
    page.get_by_role("link", name="Actifs").click()
    page.get_by_role("link", name="Atelier Durand").click()
    expect(page.get_by_role("link", name="Encaissé")).to_contain_text("500,00")
    expect(page.get_by_role("link", name="À encaisser")).to_contain_text("400,00")
    expect(page.get_by_role("link", name="Délai médian")).to_contain_text("0 j")
    inspect(page, "client")
    page.get_by_role("link", name="Toutes ses factures").click()
    expect(page.get_by_text("Factures de Atelier Durand")).to_be_visible()
    inspect(page, "factures-d-un-client")
    page.get_by_role("link", name="Atelier Durand", exact=True).first.click()
    page.get_by_role("link", name="Nouvelle facture").click()
    expect(page.get_by_label("Client", exact=True).locator("option:checked")).to_have_text("Atelier Durand")


@pytest.mark.parametrize("scripts", [False, True])
def test_a_client_is_added_while_an_invoice_is_written(demo, person, scripts):
    """By the buttons alone, or with a script; axe needs one."""
    page = desk.sit_down(person, shortcut.freelancer(demo, "127.0.1.37"), scripts=scripts)
    page.goto("/factures/nouvelle")
    page.get_by_label("Désignation").first.fill("Une affiche")
    page.get_by_label("Prix unitaire HT").first.fill("120")
    page.get_by_text("Nouveau client").click()
    page.get_by_label("Nom", exact=True).fill("Zoé Blanc")
    page.get_by_role("button", name="Ajouter ce client").click()
    expect(page.get_by_text("Indiquez l’adresse du client.")).to_be_visible()
    if scripts:
        inspect(page, "client-ajoute-a-corriger")
    page.get_by_label("Type de client").select_option(label="Particulier")
    page.get_by_role("button", name="Ajouter ce client").click()
    expect(page.get_by_text("Zoé Blanc figure maintenant parmi vos clients.")).to_be_visible()
    expect(page.get_by_label("Désignation").first).to_have_value("Une affiche")
    if scripts:
        inspect(page, "client-ajoute")
    page.get_by_role("button", name="Finaliser et envoyer").click()
    page.get_by_role("button", name="Finaliser la facture").click()
    expect(page.get_by_text("Zoé Blanc").first).to_be_visible()
    assert road.number(page)


def test_a_client_is_added_to_a_quote_by_keyboard(demo, person):
    page = desk.sit_down(person, shortcut.freelancer(demo, "127.0.1.38"))
    page.goto("/devis/nouveau")
    keyboard.press(page, page.get_by_text("Nouveau client"))
    keyboard.choose(page, "Type de client", "Particulier")
    keyboard.fill(page, {"Nom": "Zoé Blanc"})
    keyboard.button(page, "Ajouter ce client")
    expect(page.get_by_label("Client", exact=True).locator("option:checked")).to_have_text("Zoé Blanc")
