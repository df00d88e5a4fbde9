"""The steps from nothing to a paid invoice, clicked as a person would: everything is found by what is written on it."""

import re
import secrets

from playwright.sync_api import expect

import letters

GOOD_CARD = "4242 4242 4242 4242"
DECLINED_CARD = "4000 0000 0000 0002"
# A browser without a window says so, and is taken for a program, for which a scanned code opens no session.
PHONE = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"


def sign_up(page):
    """Returns the new account's address."""
    address = f"camille.{secrets.token_hex(6)}@exemple.fr"
    page.goto("/")
    page.get_by_role("link", name="Créer mon compte").click()
    page.get_by_label("Adresse e-mail").fill(address)
    page.get_by_label("Mot de passe").fill("un long mot de passe pour Camille")
    page.get_by_role("button", name="Créer mon compte").click()
    return address


def confirm_address(demo, page):
    """Follows the link that was sent to the address in `page.address`."""
    page.goto(letters.link(demo, page.address, "Confirmez votre adresse"))
    page.get_by_role("button", name="Confirmer mon adresse").click()


def describe_company(page):
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre entreprise")
    page.get_by_label("Prénom et nom").fill("Camille Martin")
    page.get_by_label("SIREN").fill("732 829 320")
    page.get_by_label("Adresse", exact=True).fill("12 rue des Lilas")
    page.get_by_label("Code postal").fill("69003")
    page.get_by_label("Ville").fill("Lyon")
    page.get_by_label("IBAN").fill("FR14 2004 1010 0505 0001 3M02 606")
    page.get_by_label("BIC").fill("PSSTFRPPPAR")
    page.get_by_role("button", name="Enregistrer").click()


def connect_stripe(page):
    page.get_by_text("Profil").click()
    page.get_by_role("link", name="Mon entreprise").click()
    page.get_by_role("link", name="Paiement en ligne").click()
    page.get_by_role("button", name="Activer le paiement en ligne").click()
    for _ in range(6):  # the simulated Stripe's screens, filled in already
        page.get_by_role("button", name="Continuer", exact=True).click()
    page.get_by_role("button", name="Valider", exact=True).click()
    expect(page.get_by_text("Actif", exact=True)).to_be_visible()


def add_client(page):
    open_page(page, "Clients")
    page.get_by_role("link", name="Nouveau client").click()
    page.get_by_label("Nom", exact=True).fill("Atelier Durand")
    page.get_by_label("Adresse e-mail").fill("compta@atelier-durand.exemple.fr")
    page.get_by_label("Adresse", exact=True).fill("3 place du Marché")
    page.get_by_label("Code postal").fill("75011")
    page.get_by_label("Ville").fill("Paris")
    page.get_by_label("SIREN").fill("552 100 554")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Atelier Durand")


def issue_invoice(page):
    """Two days at 250 € under the franchise: 500,00 €."""
    open_page(page, "Factures")
    page.get_by_role("link", name="Nouvelle facture").click()
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Désignation").first.fill("Conception d’une affiche")
    page.get_by_label("Quantité").first.fill("2")
    page.get_by_label("Prix unitaire HT").first.fill("250")
    page.get_by_role("button", name="Finaliser et envoyer").click()
    expect(page.get_by_label("Oui")).to_be_checked()
    page.get_by_role("button", name="Finaliser la facture").click()


def view_link(page):
    return page.get_by_label("Lien de visualisation").input_value()


def click_pay(client):
    client.get_by_role("button", name="Payer en ligne").click()


def pay_by_card(client, number):
    """On the simulated Stripe's page."""
    client.get_by_label("Adresse e-mail").fill("compta@atelier-durand.exemple.fr")
    client.get_by_label("Numéro de carte").fill(number)
    client.get_by_label("Date d’expiration").fill("12 / 40")
    client.get_by_label("Cryptogramme").fill("123")
    client.get_by_label("Titulaire de la carte").fill("Dominique Durand")
    client.get_by_role("button", name=re.compile(r"^Payer \d")).click()


def open_page(page, name):
    page.get_by_role("navigation", name="Navigation principale").get_by_role("link", name=name).click()


def open_notifications(page):
    page.get_by_role("link", name=re.compile("^Notifications")).click()


def place(page):
    """The address of the page, without the word for what was just done."""
    return page.url.split("?")[0]


def number(page):
    """The number of the invoice that is shown."""
    return re.search(r"F-\d{4}-\d{4}", page.get_by_role("heading", level=1).inner_text())[0]


def status(page):
    """The word for what became of the invoice, beside its number, with its sign."""
    return page.locator("h1 + .chip")


def receipts(page, invoice):
    """The lines of the register about an invoice."""
    open_page(page, "Registre des recettes")
    return page.get_by_role("row").filter(has_text=invoice)


def announcements(page, invoice):
    """The notifications that an invoice has been paid."""
    open_notifications(page)
    return page.get_by_role("listitem").filter(has_text="Règlement encaissé").filter(has_text=invoice)
