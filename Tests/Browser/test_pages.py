"""Every page, wide and narrow, in the light and in the dark: nothing that axe or the Nu checker objects to, nothing that sticks out, and a picture for the eye."""

import re
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import desk
import road
import shortcut
from plain import ask
from validity import objections as faults_of
from visitor import Visitor

PICTURES = Path(__file__).parents[2] / ".tests" / "screenshots"
ERRORS = Path(__file__).parents[2] / "nginx" / "static" / "erreurs"
# The dark changes colours and nothing else.
RULES = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}},
}

# Words that stand out of the screen, and boxes that are wider than their place; tabs and pills may scroll.
STICKS_OUT = """() => {
  const room = document.documentElement.clientWidth;
  const words = [...document.querySelectorAll("main *")].filter((element) => {
    if (element.closest(".tabs, .pills, .unseen, svg, option, thead")) return false;
    const text = document.createRange();
    return [...element.childNodes].some((node) => {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) return false;
      text.selectNode(node);
      return [...text.getClientRects()].some((box) => box.right > room + 1 || box.left < -1);
    });
  });
  const boxes = [document.documentElement, ...document.querySelectorAll(".scroll")];
  const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth);
  return words.concat(wide).slice(0, 5).map((element) => `sticks out: ${element.outerHTML.slice(0, 120)}`);
}"""

FOR_EVERYBODY = {
    "accueil": "/",
    "connexion": "/connexion",
    "inscription": "/inscription",
    "mot-de-passe-oublie": "/mot-de-passe-oublie",
    "nouveau-mot-de-passe": f"/mot-de-passe/{'a' * 43}",
    "confirmer": f"/confirmer/{'a' * 43}",
    "aide": "/aide",
    "mentions-legales": "/mentions-legales",
    "conditions": "/conditions",
    "confidentialite": "/confidentialite",
    "lien-mort": "/confirmer/aucun",
    "page-introuvable": "/n-existe-pas",
    "facture-inconnue": "/f/aucune",
    "fichier-introuvable": "/static/aucun.css",
}
FOR_THE_FREELANCER = {
    "tableau-de-bord": "/",
    "factures": "/factures",
    "factures-cherchees": "/factures?etat=en-retard&q=introuvable",
    "avoirs": "/factures/avoirs",
    "paiements-a-verifier": "/paiements",
    "remboursements-et-litiges": "/paiements/remboursements",
    "ecarts": "/paiements/ecarts",
    "versements": "/paiements/versements",
    "journal-stripe": "/paiements/journal",
    "nouvelle-facture": "/factures/nouvelle",
    "devis": "/devis",
    "recurrentes-liste": "/recurrentes",
    "nouvelle-recurrente": "/recurrentes/nouvelle",
    "documents-reglages": "/entreprise/documents",
    "clients": "/clients",
    "nouveau-client": "/clients/nouveau",
    "articles": "/articles",
    "nouvel-article": "/articles/nouveau",
    "mon-entreprise": "/entreprise",
    "paiement-en-ligne": "/entreprise/paiement-en-ligne",
    "securite": "/entreprise/securite",
    "donnees": "/entreprise/donnees",
    "fermer-mon-compte": "/entreprise/donnees/fermer",
    "double-authentification": "/entreprise/securite/double-authentification",
    "e-mails-et-relances": "/entreprise/e-mails",
    "relances-aucune": "/relances",
    "registre": "/registre",
    "registre-verification": "/registre/verification",
    "notifications": "/notifications",
    "e-mails-non-remis": "/notifications/e-mails-non-remis",
    "aide-connecte": "/aide",
}


@pytest.mark.parametrize("name", FOR_EVERYBODY)
def test_a_page_for_everybody(person, name):
    page = person()
    page.goto(FOR_EVERYBODY[name])
    inspect(page, name)


@pytest.mark.parametrize("name", FOR_THE_FREELANCER)
def test_a_page_for_the_freelancer(freelancer, name):
    answer = freelancer.goto(FOR_THE_FREELANCER[name])
    assert answer.status == 200
    inspect(freelancer, name)


@pytest.mark.parametrize("file", sorted(ERRORS.glob("*.html")), ids=lambda file: f"erreur-{file.stem}")
def test_what_the_front_door_says_by_itself(person, file):
    page = person()
    page.route("**/erreur", lambda route: route.fulfill(path=file, content_type="text/html; charset=utf-8"))
    page.goto("/erreur")
    expect(page.get_by_role("link", name="Revenir à l’accueil")).to_be_visible()
    inspect(page, f"erreur-{file.stem}")


@pytest.mark.parametrize("path", ["/", "/aide/paiement-en-ligne"])
def test_every_picture_is_there_as_large_as_its_page_says(person, path):
    page = person()
    page.goto(path)
    pictures = page.locator("picture img").all()
    assert pictures
    for picture in pictures:
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        width, height, real_width, real_height, words = picture.evaluate(
            "e => [+e.getAttribute('width'), +e.getAttribute('height'), e.naturalWidth, e.naturalHeight, e.alt]"
        )
        assert words and real_width
        assert abs(real_height * width / real_width - height) <= 1, words


@pytest.mark.parametrize("path", ["/", "/aide/paiement-en-ligne", "/conditions", "/f/aucune"])
def test_no_link_of_a_page_for_everybody_is_dead(demo, person, path):
    page = person()
    page.goto(path)
    links = {link.evaluate("e => e.href") for link in page.get_by_role("link").all()}
    ours = {link.removeprefix(demo.url) for link in links if link.startswith(demo.url)}
    assert {"/aide", "/mentions-legales", "/conditions", "/confidentialite"} <= ours
    for link in ours:
        place, _, anchor = link.partition("#")
        status, _, text = ask(demo, "GET", place or path)
        assert status in (200, 303), link
        assert not anchor or f'id="{anchor}"' in text, link


@pytest.mark.parametrize("path", ["/entreprise", "/entreprise/e-mails", "/entreprise/donnees", "/paiements/journal"])
def test_tabs_are_one_row_on_a_telephone_with_the_open_one_in_sight(freelancer, path):
    freelancer.set_viewport_size({"width": 360, "height": 700})
    freelancer.goto(path)
    tabs = freelancer.locator(".tabs")
    box, row = tabs.locator("[aria-current]").bounding_box(), tabs.bounding_box()
    freelancer.set_viewport_size({"width": 1280, "height": 800})
    assert row["height"] < 60
    assert 0 <= box["x"] and box["x"] + box["width"] <= 360


def test_the_gestures_on_an_invoice(freelancer, invoice_link):
    page = road.place(freelancer)
    for name, path in {"envoyer": "/envoyer", "encaisser": "/encaisser", "avoir": "/avoir"}.items():
        assert freelancer.goto(page + path).status == 200
        inspect(freelancer, name)
    freelancer.goto(page + "/envoyer")
    freelancer.get_by_label("Joindre le PDF").check()
    freelancer.get_by_role("button", name="Voir l’aperçu").click()
    inspect(freelancer, "envoyer-apercu")
    freelancer.get_by_role("button", name="Envoyer l’e-mail").click()
    inspect(freelancer, "facture-envoyee")
    freelancer.goto(page + "/encaisser")
    freelancer.get_by_label("Montant reçu").fill("100")
    freelancer.get_by_role("button", name="Enregistrer le paiement").click()
    inspect(freelancer, "facture-partiellement-payee")
    freelancer.goto("/entreprise/paiement-en-ligne/deconnecter")
    inspect(freelancer, "deconnecter-stripe")


def test_money_to_give_back_and_a_draft_of_another_regime(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.44")
    shortcut.issue_invoice(seller)
    invoice = desk.invoice_shown(seller)
    desk.received(seller, invoice, "500")
    seller.open(f"{invoice}/avoir")
    seller.press("Créer l’avoir", portee="tout", reason="Prestation annulée")
    seller.open(invoice)
    seller.press("Dupliquer")
    draft = desk.invoice_shown(seller)
    desk.charge_vat(seller)
    page = desk.sit_down(person, seller)
    pages = {"facture-a-rembourser": invoice, "rembourser": f"{invoice}/rembourser", "brouillon-d-avant-la-tva": draft}
    for name, path in pages.items():
        assert page.goto(path).status == 200
        inspect(page, name)
    for path in ("/", "/factures"):
        page.goto(path)
        expect(page.get_by_text("À rembourser").first).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 700})
    # The name has a line of its own beside two chips, not one letter a line.
    assert page.locator("td.client").first.bounding_box()["height"] < 40


def test_names_that_nothing_breaks(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.45")
    seller.open("/entreprise")
    seller.press("Enregistrer", trade_name="Æ" * 100, street="Ç" * 100, city="Ö" * 100)
    long = {"designation": "Désignation" * 10, "unit": "W" * 20, "purchase_order": "B" * 50}
    seller.open("/clients/nouveau")
    seller.press(
        "Enregistrer", name="W" * 100, email=f"{'m' * 60}@{'exemple.' * 6}fr", street="R" * 100, postal_code="75011",
        city="V" * 100, notes="N" * 100,
    )
    client = seller.place.split("?")[0].removeprefix(demo.url)
    seller.open("/articles/nouveau")
    seller.press("Enregistrer", designation=long["designation"], unit=long["unit"], price="123456,78")
    chosen = {"client": client.split("/")[-1], "subject": "M" * 100, "price": "123456,78", **long}
    seller.open("/devis/nouveau")
    seller.press("Enregistrer le brouillon", **{k: v for k, v in chosen.items() if k != "purchase_order"})
    quote = seller.place.split("?")[0].removeprefix(demo.url)
    seller.open("/factures/nouvelle")
    seller.press("Enregistrer le brouillon", **chosen)
    draft = desk.invoice_shown(seller)
    seller.open("/factures/nouvelle")
    seller.press("Finaliser et envoyer", **chosen)
    seller.press("Finaliser la facture")
    invoice = desk.invoice_shown(seller)
    link = re.search(r'value="(https:[^"]*/f/[^"]+)"', seller.page)[1]
    desk.received(seller, invoice, "1000,80")
    desk.credited(seller, invoice, "100")
    page = desk.sit_down(person, seller)
    pages = {
        "long-accueil": "/", "long-factures": "/factures", "long-avoirs": "/factures/avoirs", "long-clients": "/clients",
        "long-client": client, "long-articles": "/articles", "long-devis": "/devis", "long-devis-brouillon": quote,
        "long-brouillon": draft, "long-facture": invoice, "long-envoyer": f"{invoice}/envoyer", "long-registre": "/registre",
        "long-facture-du-client": link, "long-entreprise": "/entreprise", "long-notifications": "/notifications",
    }
    for name, path in pages.items():
        assert page.goto(path).status == 200
        inspect(page, name)


def test_quotes_of_another_regime_and_of_a_closed_account(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.48")
    links = [shortcut.offer(seller) for _ in range(2)]
    quote = re.search(r"/devis/\d+", seller.place)[0]
    client = Visitor(demo, "127.0.1.49")
    client.open(links[1])
    client.press("Accepter le devis", nom="Dominique Durand", accord="oui")
    desk.charge_vat(seller)
    page = desk.sit_down(person, seller)
    for name, path in {"devis-d-avant-la-tva": quote, "acompte-d-avant-la-tva": f"{quote}/acompte"}.items():
        page.goto(path)
        expect(page.get_by_text("500,00 € sont facturés hors taxes, soit 600,00 €")).to_be_visible()
        inspect(page, name)
    seller.open("/entreprise/donnees/fermer")
    seller.press("Fermer mon compte", erase_password="un long mot de passe pour Camille")
    page.goto(links[0])
    expect(page.get_by_text("a fermé son compte NeedMe")).to_be_visible()
    expect(page.get_by_role("button", name="Accepter le devis")).to_have_count(0)
    inspect(page, "devis-public-compte-ferme")


def test_a_form_that_is_valid_no_more_and_a_schedule_that_has_ended(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.50")
    shortcut.issue_invoice(seller)
    page = desk.sit_down(person, seller)
    page.goto(desk.invoice_shown(seller) + "/avoir")
    page.locator("input[name=cle]").evaluate("field => field.value = 'x'")
    page.get_by_label("Motif").fill("Geste de fin d’année")
    page.get_by_role("button", name="Créer l’avoir").click()
    expect(page.get_by_role("alert")).to_contain_text("Ce formulaire n’est plus valable")
    expect(page.get_by_label("Motif")).to_have_value("Geste de fin d’année")
    inspect(page, "avoir-a-valider-de-nouveau")
    page.get_by_role("button", name="Créer l’avoir").click()
    expect(page.get_by_text("A-2026-0001").first).to_be_visible()
    page.goto("/recurrentes/nouvelle")
    page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
    page.get_by_label("Désignation").first.fill("Maintenance")
    page.get_by_label("Prix unitaire HT").first.fill("100")
    page.get_by_role("button", name="Créer la récurrente").click()
    page.get_by_role("button", name="Terminer").click()
    expect(page.get_by_text("NeedMe n’en fait plus")).to_be_visible()
    inspect(page, "recurrente-terminee")


def test_the_clients_of_a_file_and_one_who_is_erased(freelancer):
    freelancer.goto("/entreprise/donnees")
    rows = "Nom;E-mail\nZoé Blanc;zoe@exemple.fr\n;vide@exemple.fr\nLuc Noir;pas une adresse\nZoé;zoe@exemple.fr\n"
    freelancer.get_by_label("Fichier CSV").set_input_files(
        {"name": "clients.csv", "mimeType": "text/csv", "buffer": rows.encode()}
    )
    freelancer.get_by_role("button", name="Vérifier le fichier").click()
    inspect(freelancer, "importer-des-clients")
    freelancer.goto("/clients")
    freelancer.get_by_role("rowheader").get_by_role("link").first.click()
    freelancer.get_by_role("link", name="Effacer ce client").click()
    inspect(freelancer, "effacer-un-client")


def test_the_invoice_before_payment_and_after(person, freelancer, invoice_link):
    inspect(freelancer, "facture-emise")
    client = person()
    client.goto(invoice_link)
    inspect(client, "facture-a-regler")
    road.click_pay(client)
    inspect(client, "stripe-simule")
    road.pay_by_card(client, road.GOOD_CARD)
    client.get_by_text("Facture acquittée").first.wait_for()
    inspect(client, "facture-acquittee")


def inspect(page, name):
    objections = faults_of(page.content())
    for width, scheme in product((1280, 768, 360), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png", full_page=True)
        objections += [
            f"{width} {scheme}: {violation['id']}: {node['html']}"
            for violation in Axe().run(page, options=RULES[scheme]).response["violations"]
            for node in violation["nodes"]
        ]
        objections += [f"{width} {scheme}: {words}" for words in page.evaluate(STICKS_OUT)]
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light")
    assert objections == []
