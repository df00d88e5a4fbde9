"""What somebody does to keep their account their own, by mouse and by keyboard."""

import base64
import hashlib
import hmac
import re
import secrets
import struct
import time

from playwright.sync_api import expect

import keyboard
import letters
import road
from plain import until

PASSWORD = "un long mot de passe pour Camille"
NEW = "un tout autre mot de passe"


def test_a_forgotten_password_is_replaced_by_the_link_of_a_letter(demo, person):
    page, other = person(), person()
    address = road.sign_up(page)
    other.goto("/connexion")
    other.get_by_role("link", name="Mot de passe oublié").click()
    other.get_by_label("Adresse e-mail").fill(address)
    other.get_by_role("button", name="Recevoir un lien").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Consultez vos e-mails")
    link = letters.link(demo, address, "nouveau mot de passe")
    other.goto(link)
    other.get_by_label("Nouveau mot de passe").fill(NEW)
    other.get_by_role("button", name="Enregistrer").click()
    expect(other.get_by_role("status")).to_have_text("Votre nouveau mot de passe est enregistré.")
    log_in(other, address, NEW)
    expect(other.get_by_text("Profil")).to_be_visible()
    page.goto("/entreprise")
    expect(page.get_by_role("heading", level=1)).to_have_text("Se connecter")
    other.goto(link)
    other.get_by_label("Nouveau mot de passe").fill(NEW)
    other.get_by_role("button", name="Enregistrer").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("Ce lien ne fonctionne plus")


def test_the_answer_does_not_tell_who_has_an_account(demo, person):
    page = person()
    page.goto("/mot-de-passe-oublie")
    stranger = f"inconnue.{secrets.token_hex(6)}@exemple.fr"
    page.get_by_label("Adresse e-mail").fill(stranger)
    page.get_by_role("button", name="Recevoir un lien").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Consultez vos e-mails")


def test_an_address_is_confirmed_and_mails_go_out_from_then_on(demo, person):
    page = person()
    page.address = road.sign_up(page)
    road.describe_company(page)
    road.connect_stripe(page)
    road.add_client(page)
    road.issue_invoice(page)
    page.get_by_role("link", name="Envoyer").click()
    expect(page.get_by_role("button", name="Envoyer l’e-mail")).to_have_count(0)
    expect(page.get_by_text("confirmez d’abord votre adresse")).to_be_visible()
    expect(page.get_by_role("button", name="Marquer comme envoyée")).to_be_visible()
    sending = page.url
    page.get_by_role("button", name="Renvoyer le lien").click()
    expect(page.get_by_role("status")).to_have_text("Un nouveau lien part vers votre adresse.")
    road.confirm_address(demo, page)
    expect(page.get_by_role("status")).to_have_text("Votre adresse e-mail est confirmée.")
    expect(page.get_by_role("button", name="Renvoyer le lien")).to_have_count(0)
    page.goto(sending)
    expect(page.get_by_role("button", name="Envoyer l’e-mail")).to_be_visible()


def test_password_and_address_are_changed_and_sessions_ended(demo, person):
    page, other = person(), person(agent=road.PHONE)
    address = road.sign_up(page)
    road.describe_company(page)
    log_in(other, address, PASSWORD)
    expect(other.get_by_text("Profil")).to_be_visible()
    open_security(page)
    sessions = page.get_by_role("table", name=re.compile("navigateurs"))
    expect(sessions.get_by_role("row").nth(1)).to_contain_text("Cette session")
    expect(sessions.get_by_role("row").nth(2)).to_contain_text("Chrome sur Android")
    page.get_by_role("button", name="Fermer la session Chrome sur Android").click()
    expect(page.get_by_text("Chrome sur Android")).to_have_count(0)
    other.goto("/entreprise")
    expect(other.get_by_role("heading", level=1)).to_have_text("Se connecter")

    password = page.locator("form").filter(has_text="Changer le mot de passe")
    password.get_by_label("Mot de passe actuel").fill("ce n’est pas le bon")
    password.get_by_label("Nouveau mot de passe").fill(NEW)
    password.get_by_role("button", name="Changer le mot de passe").click()
    expect(password.get_by_label("Mot de passe actuel")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Ce n’est pas votre mot de passe.")).to_be_visible()
    password.get_by_label("Mot de passe actuel").fill(PASSWORD)
    password.get_by_label("Nouveau mot de passe").fill(NEW)
    password.get_by_role("button", name="Changer le mot de passe").click()
    expect(page.get_by_role("status")).to_contain_text("Votre mot de passe est changé.")
    until(lambda: letters.about(demo, address, "mot de passe a été changé"))

    new = f"camille.{secrets.token_hex(6)}@exemple.fr"
    form = page.locator("form").filter(has_text="Changer d’adresse")
    form.get_by_label("Nouvelle adresse e-mail").fill(new)
    form.get_by_label("Mot de passe actuel").fill(NEW)
    form.get_by_role("button", name="Changer d’adresse").click()
    expect(page.get_by_role("status")).to_contain_text("Un lien part vers la nouvelle adresse")
    page.goto(letters.link(demo, new, "Confirmez"))
    page.get_by_role("button", name="Confirmer mon adresse").click()
    expect(page.get_by_text(new).first).to_be_attached()
    until(lambda: letters.about(demo, address, "remplacée"))


def test_a_second_factor_is_switched_on_used_and_switched_off_by_keyboard(person):
    page = person()
    address = road.sign_up(page)
    road.describe_company(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Mon entreprise")
    keyboard.press(page, page.get_by_text("Profil"))
    keyboard.link(page, "Mon entreprise")
    keyboard.link(page, "Équipe et sécurité")
    keyboard.link(page, "Activer la double authentification")
    expect(page.get_by_role("img", name="Code QR à scanner avec l’application de codes")).to_be_visible()
    secret = page.locator(".code").inner_text()
    keyboard.fill(page, {"Code à six chiffres": code(secret)})
    keyboard.button(page, "Activer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vos codes de secours")
    codes = page.get_by_role("listitem").filter(has_text=re.compile(r"^\w{4}-")).all_inner_texts()
    assert len(set(codes)) == 10
    keyboard.link(page, "J’ai noté mes codes")
    keyboard.press(page, page.get_by_text("Profil"))
    keyboard.button(page, "Se déconnecter")
    keyboard.link(page, "Se connecter")
    keyboard.fill(page, {"Adresse e-mail": address, "Mot de passe": PASSWORD})
    keyboard.button(page, "Se connecter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Code de connexion")
    keyboard.fill(page, {"Code": "000000"})
    keyboard.button(page, "Se connecter")
    expect(page.get_by_text("Ce code n’est pas le bon")).to_be_visible()
    keyboard.fill(page, {"Code": codes[0]})
    keyboard.button(page, "Se connecter")
    expect(page.get_by_text("Profil")).to_be_visible()

    page.goto("/entreprise/securite")
    expect(page.get_by_text("Codes de secours restants : 9")).to_be_visible()
    form = page.locator("form").filter(has_text="Désactiver la double")
    for label, text in {"Mot de passe actuel": PASSWORD, "Code de l’application, ou code de secours": codes[1]}.items():
        keyboard.reach(page, form.get_by_label(label))
        page.keyboard.type(text)
    keyboard.press(page, form.get_by_role("button", name="Désactiver"))
    expect(page.get_by_role("status")).to_have_text("La double authentification est désactivée.")
    expect(page.get_by_role("link", name="Activer la double authentification")).to_be_visible()


def log_in(page, address, password):
    page.goto("/connexion")
    page.get_by_label("Adresse e-mail").fill(address)
    page.get_by_label("Mot de passe").fill(password)
    page.get_by_role("button", name="Se connecter").click()


def open_security(page):
    page.get_by_text("Profil").click()
    page.get_by_role("link", name="Mon entreprise").click()
    page.get_by_role("link", name="Équipe et sécurité").click()


def code(secret):
    """What an application shows now (RFC 6238)."""
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    offset = digest[19] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 10**6:06}"
