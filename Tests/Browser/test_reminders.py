"""Reminders: proposed on the home page, let go by hand, their texts read and the switch turned on."""

from playwright.sync_api import expect

import desk
import letters
import road
import shortcut
from plain import until
from test_pages import inspect


def test_a_client_is_reminded_and_the_texts_are_read(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.35")
    shortcut.confirm_address(demo, seller)
    shortcut.issue_invoice(seller, payment_term_days="1")
    invoice = desk.invoice_shown(seller)
    seller.open(f"{invoice}/envoyer")
    seller.press("Marquer comme envoyée")
    page = desk.sit_down(person, seller)
    page.goto("/")
    page.get_by_role("link", name="1 relance proposée").click()
    expect(page.get_by_role("row").filter(has_text="Atelier Durand")).to_contain_text("3 jours avant l’échéance")
    inspect(page, "relances")
    page.goto("/factures")
    page.get_by_label("Actions").click()
    page.get_by_role("link", name="Relancer").click()
    reminders = page.get_by_role("heading", name="Relances").locator("..")
    inspect(page, "facture-a-relancer")
    reminders.get_by_role("button", name="Relancer").click()
    number = road.number(page)
    until(lambda: letters.about(demo, "compta@atelier-durand.exemple.fr", f"facture {number} à régler"))
    until(lambda: page.reload() and "envoyée" in reminders.inner_text())
    inspect(page, "facture-relancee")
    page.goto("/relances")
    expect(page.get_by_text("Aucune relance à proposer")).to_be_visible()

    page.get_by_role("link", name="E-mails et relances").click()
    page.get_by_label("Oui").check()
    first = page.get_by_role("group", name="3 jours avant l’échéance")
    first.get_by_label("Objet").fill("")
    page.get_by_role("button", name="Enregistrer les relances").click()
    expect(page.get_by_text("Cochez la case quand vous avez lu les quatre textes.")).to_be_visible()
    expect(page.get_by_text("Indiquez l’objet de l’e-mail.")).to_be_visible()
    inspect(page, "relances-a-corriger")
    first.get_by_label("Objet").fill("Bientôt à régler : {numero}")
    page.get_by_label("J’ai lu les quatre textes").check()
    page.get_by_role("button", name="Enregistrer les relances").click()
    expect(page.get_by_text("Les relances partent d’elles-mêmes")).to_be_visible()
    inspect(page, "relances-actives")
