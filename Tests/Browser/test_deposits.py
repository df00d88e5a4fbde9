"""From a deposit to the invoice of the balance."""

import re

from playwright.sync_api import expect

import desk
import road
import shortcut
from files import codes, download, words


def test_a_paid_deposit_is_taken_off(demo, person):
    page = desk.sit_down(person, shortcut.freelancer(demo, "127.0.1.26"))
    deposit = issue(page, "Acompte sur une affiche", "150", kind="Facture d’acompte")
    page.get_by_role("link", name="Enregistrer un paiement").click()
    page.get_by_role("button", name="Enregistrer le paiement").click()
    page.get_by_role("link", name="Créer la facture de solde").click()
    box = page.get_by_label(re.compile(f"Acompte {deposit}"))
    expect(box).to_be_checked()
    balance = issue(page, "Une affiche", "500")
    expect(page.get_by_text(f"Acompte {deposit}").first).to_be_visible()

    client = person()
    client.goto(road.view_link(page))
    expect(client.get_by_text(re.compile(f"Acompte {deposit} du"))).to_be_visible()
    expect(client.locator(".sum")).to_have_text(re.compile("350,00"))
    pdf = download(client, f"{client.url}/facture.pdf")
    assert re.search(f"Acompte {deposit} du .*−150,00", words(pdf)) and balance in words(pdf)
    card, transfer = codes(pdf)
    assert "EUR350.00" in transfer
    phone = person(width=360, agent=road.PHONE)
    phone.goto(card)
    expect(phone.get_by_role("button", name=re.compile(r"^Payer 350,00"))).to_be_visible()

    page.goto("/factures/nouvelle")
    expect(page.get_by_label(re.compile(f"Acompte {deposit}"))).to_have_count(0)


def test_a_deposit_is_offered_to_the_client_who_paid_it(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.45")
    seller.open("/clients/nouveau")
    seller.press("Enregistrer", kind="person", name="Zoé Blanc", street="8 rue Neuve", postal_code="35000", city="Rennes")
    page = desk.sit_down(person, seller)
    deposit = issue(page, "Acompte sur une affiche", "150", kind="Facture d’acompte")
    page.get_by_role("link", name="Enregistrer un paiement").click()
    page.get_by_role("button", name="Enregistrer le paiement").click()
    page.goto("/factures/nouvelle")
    box = page.get_by_label(re.compile(f"Acompte {deposit}"))
    total = page.locator("[data-total=deposits]")
    expect(page.get_by_text("Acomptes à déduire")).to_be_hidden()
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Désignation").fill("Une affiche")
    page.get_by_label("Prix unitaire HT").fill("500")
    expect(total).to_be_hidden()
    box.check()
    expect(total).to_have_text(re.compile("150,00"))
    expect(page.locator("[data-total=due]")).to_have_text(re.compile("350,00"))
    page.get_by_label("Client", exact=True).select_option(label="Zoé Blanc")
    expect(page.get_by_text("Acomptes à déduire")).to_be_hidden()
    expect(total).to_be_hidden()
    expect(page.locator("[data-total=due]")).to_have_text(re.compile("500,00"))


def issue(page, designation, price, kind=None):
    """Fills in the editor, gives the invoice its number and returns it."""
    if kind:
        page.goto("/factures/nouvelle")
        page.get_by_label("Sorte").select_option(label=kind)
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Désignation").first.fill(designation)
    page.get_by_label("Prix unitaire HT").first.fill(price)
    page.get_by_role("button", name="Finaliser et envoyer").click()
    page.get_by_role("button", name="Finaliser la facture").click()
    return road.number(page)
