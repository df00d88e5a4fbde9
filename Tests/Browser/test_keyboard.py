"""The main job without a mouse: each step of the road, by Tab, Enter and letters."""

import re
import secrets

from playwright.sync_api import expect

import keyboard
import road


def test_an_invoice_is_issued_paid_and_booked_by_keyboard(person):
    page = person()
    page.goto("/")
    keyboard.link(page, "Créer mon compte")
    keyboard.fill(page, {
        "Adresse e-mail": f"claude.{secrets.token_hex(6)}@exemple.fr",
        "Mot de passe": "un long mot de passe pour Claude",
    })
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre entreprise")
    keyboard.fill(page, {
        "Prénom et nom": "Claude Martin",
        "SIREN": "732829320",
        "Adresse": "12 rue des Lilas",
        "Code postal": "69003",
        "Ville": "Lyon",
    })
    keyboard.button(page, "Enregistrer")

    keyboard.press(page, page.get_by_text("Profil"))
    keyboard.link(page, "Mon entreprise")
    keyboard.link(page, "Paiement en ligne")
    keyboard.button(page, "Activer le paiement en ligne")
    for _ in range(6):  # the simulated Stripe's screens, filled in already
        keyboard.button(page, "Continuer")
    keyboard.button(page, "Valider")
    expect(page.get_by_text("Actif", exact=True)).to_be_visible()

    keyboard.go(page, "Clients")
    keyboard.link(page, "Nouveau client")
    keyboard.fill(page, {
        "Nom": "Atelier Durand",
        "Adresse": "3 place du Marché",
        "Code postal": "75011",
        "Ville": "Paris",
        "SIREN": "552100554",
    })
    keyboard.button(page, "Enregistrer")
    expect(page.get_by_role("row", name="Atelier Durand")).to_be_visible()

    keyboard.go(page, "Factures")
    keyboard.link(page, "Nouvelle facture")
    keyboard.choose(page, "Client", "Atelier Durand")
    keyboard.fill(page, {"Désignation": "Conception d’une affiche", "Quantité": "2", "Prix unitaire HT": "250"})
    keyboard.button(page, "Finaliser et envoyer")
    keyboard.button(page, "Finaliser la facture")
    invoice, address = road.number(page), road.view_link(page)

    client = person()
    client.goto(address)
    keyboard.button(client, "Payer en ligne")
    keyboard.fill(client, {
        "Adresse e-mail": "compta@atelier-durand.exemple.fr",
        "Numéro de carte": road.GOOD_CARD,
        "Date d’expiration": "12 / 40",
        "Cryptogramme": "123",
        "Titulaire de la carte": "Dominique Durand",
    })
    keyboard.press(client, client.get_by_role("button", name=re.compile(r"^Payer \d")))
    expect(client.get_by_text("Facture acquittée").first).to_be_visible()
    with client.expect_download() as download:
        keyboard.press(client, client.get_by_role("link", name=re.compile("Télécharger")).first)
    assert download.value.suggested_filename.endswith(".pdf")

    keyboard.go(page, "Registre des recettes")
    expect(page.get_by_role("row").filter(has_text=invoice)).to_contain_text("STRIPE")
