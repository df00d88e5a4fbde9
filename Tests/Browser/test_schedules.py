"""A recurring invoice: begun, paused and resumed by mouse, with pictures, and begun by keyboard."""

from playwright.sync_api import expect

import desk
import keyboard
import road
import shortcut
from test_pages import inspect


def test_a_recurring_invoice_is_begun_paused_and_resumed(demo, person):
    page = desk.sit_down(person, shortcut.freelancer(demo, "127.0.1.33"))
    page.goto("/recurrentes")
    inspect(page, "recurrentes-aucune")
    page.get_by_role("link", name="Nouvelle récurrente").click()
    page.get_by_role("button", name="Créer la récurrente").click()
    expect(page.get_by_text("Choisissez un client.")).to_be_visible()
    inspect(page, "recurrente-a-corriger")
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Désignation").first.fill("Maintenance du site")
    page.get_by_label("Quantité").first.fill("2")
    page.get_by_label("Prix unitaire HT").first.fill("250")
    expect(page.get_by_label("Unité de temps").locator("option:checked")).to_have_text("mois")
    page.get_by_label("Ce que fait NeedMe").select_option(label="Émet la facture et l’envoie par e-mail")
    page.get_by_role("button", name="Créer la récurrente").click()
    expect(page.get_by_text("Le 1er de chaque mois, NeedMe émettra et enverra à Atelier Durand")).to_be_visible()
    inspect(page, "recurrente")
    page.get_by_role("link", name="Modifier").click()
    expect(page.get_by_label("Désignation").first).to_have_value("Maintenance du site")
    inspect(page, "recurrente-a-modifier")
    second = page.context.new_page()
    second.goto(page.url)
    page.get_by_label("Prix unitaire HT").first.fill("280")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("une facture de 560,00")).to_be_visible()
    second.get_by_label("Prix unitaire HT").first.fill("300")
    second.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(second.get_by_text("Cette récurrente a été modifiée entre-temps")).to_be_visible()
    inspect(second, "recurrente-modifiee-entre-temps")
    second.get_by_role("button", name="Enregistrer ma version quand même").click()
    expect(second.get_by_text("une facture de 600,00")).to_be_visible()
    second.close()
    page.reload()
    expect(page.get_by_role("link", name="remplacée par une autre")).to_be_visible()
    inspect(page, "recurrente-remplacee")
    page.get_by_role("link", name="remplacée par une autre").click()
    expect(page.get_by_text("une facture de 600,00")).to_be_visible()
    page.get_by_role("button", name="Mettre en pause").click()
    expect(road.status(page)).to_contain_text("En pause")
    inspect(page, "recurrente-en-pause")
    page.get_by_role("button", name="Reprendre").click()
    expect(road.status(page)).to_contain_text("Active")
    page.goto("/recurrentes")
    inspect(page, "recurrentes")


def test_a_recurring_draft_is_begun_by_keyboard(demo, person):
    page = desk.sit_down(person, shortcut.freelancer(demo, "127.0.1.34"))
    page.goto("/factures")
    keyboard.go(page, "Récurrentes")
    keyboard.link(page, "Nouvelle récurrente")
    keyboard.choose(page, "Client", "Atelier Durand")
    keyboard.fill(page, {"Désignation": "Maintenance du site", "Prix unitaire HT": "250"})
    keyboard.button(page, "Créer la récurrente")
    expect(page.get_by_text("en brouillon")).to_be_visible()
