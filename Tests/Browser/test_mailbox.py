"""The demo's mailbox: what clients get, and what happens to mails that their servers do not want."""

import re
from pathlib import Path

from playwright.sync_api import expect

import letters
import road
from plain import until
from test_pages import inspect


def test_a_mail_is_read_with_its_link_and_its_file(demo, person, freelancer, invoice_link):
    invoice = road.number(freelancer)
    send(freelancer, "compta@atelier-durand.exemple.fr", "Joindre le PDF")
    until(lambda: letters.about(demo, "compta@atelier-durand.exemple.fr", invoice))
    client = person()
    client.goto(demo.mailbox)
    inspect(client, "courrier")
    client.get_by_role("link", name=re.compile(invoice)).first.click()
    expect(client.get_by_role("heading", level=1)).to_contain_text(invoice)
    expect(client.get_by_text(freelancer.address)).to_be_visible()
    inspect(client, "courrier-e-mail")
    with client.expect_download() as file:
        client.get_by_role("link", name=f"{invoice}.pdf").click()
    assert Path(file.value.path()).read_bytes().startswith(b"%PDF")
    with client.expect_popup() as opened:
        client.frame_locator("iframe").get_by_role("link", name="Voir la facture").click()
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text(invoice)
    assert client.complaints == []


def test_a_refused_mail_says_why_on_the_invoice(demo, freelancer, invoice_link):
    send(freelancer, "inconnu@atelier-durand.exemple.fr")
    reason = freelancer.get_by_text(re.compile("inconnu@atelier-durand.exemple.fr n’a pas été remis.*code 550"))
    until(lambda: freelancer.reload() and reason.is_visible())
    inspect(freelancer, "facture-non-remise")
    road.open_notifications(freelancer)
    expect(freelancer.get_by_role("heading", name="Aujourd’hui")).to_be_visible()
    inspect(freelancer, "notifications-du-jour")
    freelancer.goto("/")
    freelancer.get_by_role("link", name="1 e-mail non remis").click()
    inspect(freelancer, "e-mails-non-remis-un")
    freelancer.get_by_role("link", name="Renvoyer").click()
    expect(freelancer.get_by_label("Destinataires")).to_have_value("compta@atelier-durand.exemple.fr")
    freelancer.get_by_role("button", name="Envoyer l’e-mail").click()
    freelancer.goto("/notifications/e-mails-non-remis")
    expect(freelancer.get_by_text("Tous vos e-mails ont été remis.")).to_be_visible()


def test_the_words_of_a_mail_are_kept_for_the_next_one(freelancer, invoice_link):
    invoice = road.place(freelancer)
    freelancer.goto("/entreprise/e-mails")
    form = freelancer.get_by_role("group", name="Envoi d’une facture")
    form.get_by_label("Objet").fill("Facture {nombre}")
    freelancer.get_by_role("button", name="Enregistrer les e-mails").click()
    expect(form.get_by_text("{nombre} n’est pas une variable")).to_be_visible()
    inspect(freelancer, "e-mails-a-corriger")
    form.get_by_label("Objet").fill("Pour {client} : {numero}")
    freelancer.get_by_label("Un résumé par jour").check()
    freelancer.get_by_role("button", name="Enregistrer les e-mails").click()
    expect(freelancer.get_by_role("status")).to_have_text("Enregistré.")
    inspect(freelancer, "e-mails-et-relances")
    freelancer.goto(invoice + "/envoyer")
    number = re.search(r"F-\d{4}-\d{4}", freelancer.get_by_role("heading", level=1).inner_text())[0]
    expect(freelancer.get_by_label("Objet")).to_have_value(f"Pour Atelier Durand : {number}")


def test_a_mail_that_is_put_off_arrives_later(demo, freelancer, invoice_link):
    invoice, address = road.number(freelancer), f"occupe@{road.number(freelancer).lower()}.exemple.fr"
    send(freelancer, address)
    until(lambda: letters.about(demo, address, invoice), seconds=40)
    freelancer.reload()
    expect(freelancer.get_by_text(f"E-mail à {address} remis au serveur de messagerie")).to_be_visible()


def send(freelancer, address, *boxes):
    """By the form of the invoice that is open."""
    freelancer.goto(road.place(freelancer) + "/envoyer")
    freelancer.get_by_label("Destinataires").fill(address)
    for box in boxes:
        freelancer.get_by_label(box).check()
    freelancer.get_by_role("button", name="Envoyer l’e-mail").click()
    expect(freelancer.get_by_role("status")).to_contain_text("L’e-mail part dans un instant")
