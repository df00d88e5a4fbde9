"""A quote from its first line to the invoice it becomes: once by mouse, with pictures, and once by keyboard."""

import re

from playwright.sync_api import expect

import desk
import keyboard
import road
import shortcut
from files import download, words
from test_pages import inspect


def test_a_quote_is_sent_accepted_and_invoiced(demo, person):
    page = desk.sit_down(person, shortcut.freelancer(demo, "127.0.1.31"))
    page.goto("/devis")
    inspect(page, "devis-aucun")
    page.get_by_role("link", name="Nouveau devis").click()
    inspect(page, "devis-nouveau")
    page.get_by_role("button", name="Finaliser et envoyer").click()
    expect(page.get_by_text("Choisissez un client.")).to_be_visible()
    inspect(page, "devis-a-corriger")
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Objet").fill("Une affiche pour le festival")
    page.get_by_label("Désignation").first.fill("Conception d’une affiche")
    page.get_by_label("Quantité").first.fill("2")
    page.get_by_label("Prix unitaire HT").first.fill("250")
    page.get_by_label("Conditions").fill("Deux allers-retours compris.\nFichiers remis au solde.")
    page.get_by_role("button", name="Finaliser et envoyer").click()
    inspect(page, "devis-envoyer")
    page.get_by_role("button", name="Créer le lien").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"Devis D-\d{4}-0001"))
    expect(road.status(page)).to_contain_text("Envoyé")
    quote = road.place(page)
    inspect(page, "devis-envoye")

    client = person(agent=road.PHONE)
    client.goto(page.get_by_label("Lien du devis").input_value())
    expect(client.get_by_text("En attente de votre réponse")).to_be_visible()
    inspect(client, "devis-public")
    client.get_by_role("button", name="Accepter le devis").click()
    expect(client.get_by_text("Indiquez votre nom.")).to_be_visible()
    inspect(client, "devis-public-a-corriger")
    client.get_by_label("Votre nom").fill("Dominique Durand")
    client.get_by_label("Bon pour accord").check()
    client.get_by_role("button", name="Accepter le devis").click()
    expect(client.get_by_text(re.compile("Accepté le .* par Dominique Durand"))).to_be_visible()
    inspect(client, "devis-public-accepte")
    text = words(download(client, f"{client.url}/devis.pdf"))
    assert "Devis" in text and "Bon pour accord" in text and "par Dominique Durand" in text
    assert "Facture" not in text and "Deux allers-retours compris." in text

    road.open_notifications(page)
    expect(page.get_by_role("listitem").filter(has_text="Devis accepté")).to_contain_text("Atelier Durand")
    page.goto(quote)
    expect(road.status(page)).to_contain_text("Accepté")
    inspect(page, "devis-accepte")
    page.get_by_role("link", name="Facturer un acompte").click()
    inspect(page, "devis-acompte")
    page.get_by_role("button", name="Créer la facture d’acompte").click()
    page.get_by_role("button", name="Finaliser et envoyer").click()
    page.get_by_role("button", name="Finaliser la facture").click()
    deposit = road.number(page)
    page.get_by_role("link", name="Enregistrer un paiement").click()
    page.get_by_role("button", name="Enregistrer le paiement").click()
    page.goto(quote)
    page.get_by_role("button", name="Facturer le solde").click()
    expect(page.get_by_label(re.compile(f"Acompte {deposit}"))).to_be_checked()
    page.get_by_role("button", name="Finaliser et envoyer").click()
    page.get_by_role("button", name="Finaliser la facture").click()
    expect(page.get_by_text(re.compile("^350,00")).first).to_be_visible()
    page.goto("/devis?etat=factures")
    expect(page.get_by_role("row", name="Atelier Durand")).to_contain_text("Facturé")
    inspect(page, "devis-liste")


def test_a_quote_is_written_and_declined_by_keyboard(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.32")
    shortcut.confirm_address(demo, seller)
    page = desk.sit_down(person, seller)
    page.goto("/factures")
    keyboard.go(page, "Devis")
    keyboard.link(page, "Nouveau devis")
    keyboard.choose(page, "Client", "Atelier Durand")
    keyboard.fill(page, {"Désignation": "Conception d’une affiche", "Prix unitaire HT": "250"})
    keyboard.button(page, "Finaliser et envoyer")
    keyboard.button(page, "Envoyer l’e-mail")
    expect(page.get_by_text("L’e-mail part dans un instant")).to_be_visible()

    client = person(agent=road.PHONE)
    client.goto(page.get_by_label("Lien du devis").input_value())
    keyboard.press(client, client.get_by_text("Refuser le devis").first)
    keyboard.fill(client, {"Nom de la personne qui refuse": "Dominique Durand", "Motif": "Trop cher pour nous"})
    keyboard.press(client, client.get_by_role("button", name="Refuser le devis"))
    expect(client.get_by_text(re.compile("Refusé le .* par Dominique Durand"))).to_be_visible()
    page.reload()
    expect(road.status(page)).to_contain_text("Refusé")
    expect(page.get_by_text("Trop cher pour nous")).to_be_visible()
