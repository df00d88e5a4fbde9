"""The main job without a mouse: each step of the road, by Tab, Enter and letters."""

import re
import secrets

from playwright.sync_api import expect

import desk
import keyboard
import road
import shortcut


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
    expect(page.get_by_role("heading", level=1)).to_have_text("Atelier Durand")

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


def test_a_visitor_reads_what_it_costs_by_keyboard(person):
    page = person()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    page.keyboard.press("Enter")
    keyboard.link(page, "Comment marche le paiement en ligne")
    expect(page.get_by_role("heading", level=1)).to_have_text("Le paiement en ligne")
    keyboard.link(page, "Que me demande Stripe ?")
    expect(page).to_have_url(re.compile("#stripe$"))
    for name in ("Mentions légales", "Conditions", "Confidentialité"):
        keyboard.link(page, name)
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    keyboard.link(page, "Se connecter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Se connecter")


def test_what_a_company_has_is_taken_away_by_keyboard(demo, person):
    page = desk.sit_down(person, shortcut.freelancer(demo, "127.0.1.36"))
    page.goto("/")
    keyboard.press(page, page.get_by_text("Profil"))
    keyboard.link(page, "Mon entreprise")
    keyboard.link(page, "Données")
    with page.expect_download() as download:
        keyboard.link(page, "Télécharger mes données")
    assert download.value.suggested_filename.endswith(".zip")
    keyboard.press(page, page.get_by_text("Profil"))
    keyboard.link(page, "Aide")
    expect(page.get_by_role("heading", level=1)).to_have_text("Le paiement en ligne")


def test_an_account_is_protected_before_a_company_is_described(person):
    page = person()
    road.sign_up(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre entreprise")
    keyboard.press(page, page.get_by_text("Profil"))
    keyboard.link(page, "Équipe et sécurité")
    expect(page.get_by_role("button", name="Changer le mot de passe")).to_be_visible()


def test_what_came_in_this_month_leads_to_the_register_of_this_month(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.37")
    shortcut.issue_invoice(seller)
    invoice = desk.invoice_shown(seller)
    desk.received(seller, invoice, "120,50")
    page = desk.sit_down(person, seller)
    page.goto("/")
    keyboard.press(page, page.get_by_role("link", name=re.compile("^Encaissé ce mois")))
    expect(page).to_have_url(re.compile(r"/registre\?periode=\d{4}-\d{2}$"))
    expect(page.get_by_label("Période").locator("option:checked")).not_to_have_text("Tout le registre")
    expect(page.get_by_role("region", name="Registre")).to_contain_text("120,50")


def test_what_an_invoice_took_too_much_is_given_back_and_noted_by_keyboard(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.53")
    shortcut.issue_invoice(seller)
    invoice = desk.invoice_shown(seller)
    desk.received(seller, invoice, "500")
    desk.credited(seller, invoice, "120")
    page = desk.sit_down(person, seller)
    page.goto("/")
    keyboard.press(page, page.get_by_role("link", name=re.compile("^À rembourser")))
    keyboard.link(page, "Enregistrer un remboursement")
    expect(page.get_by_role("heading", level=1)).to_have_text("Enregistrer un remboursement")
    keyboard.fill(page, {"Montant rendu, en euros": "200"})
    keyboard.button(page, "Enregistrer le remboursement")
    expect(page.get_by_label("Montant rendu, en euros")).to_have_attribute("aria-invalid", "true")
    keyboard.fill(page, {"Montant rendu, en euros": "120"})
    keyboard.choose(page, "Mode de règlement", "Autre")
    keyboard.fill(page, {"Référence": "Bon 123"})
    keyboard.button(page, "Enregistrer le remboursement")
    expect(page.get_by_role("status")).to_contain_text("remboursement")
    expect(page.get_by_text("À rembourser")).to_have_count(0)
    keyboard.go(page, "Registre")
    lines = page.get_by_role("region", name="Registre").get_by_role("row")
    expect(lines.filter(has_text="−120,00")).to_contain_text("AUTRE")


def test_a_client_is_created_found_and_changed_by_keyboard(demo, person):
    page = desk.sit_down(person, shortcut.freelancer(demo, "127.0.1.51"))
    page.goto("/clients")
    keyboard.link(page, "Nouveau client")
    keyboard.choose(page, "Type de client", "Particulier")
    keyboard.fill(page, {"Nom": "Zoé Blanc", "Adresse": "8 rue Neuve", "Code postal": "35000", "Ville": "Rennes"})
    keyboard.button(page, "Enregistrer")
    expect(page.get_by_role("status")).to_have_text("La fiche du client est enregistrée.")
    keyboard.go(page, "Clients")
    keyboard.fill(page, {"Rechercher": "blanc"})
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(1)
    keyboard.link(page, "Zoé Blanc")
    keyboard.link(page, "Modifier la fiche")
    keyboard.fill(page, {"Ville": "Fougères"})
    keyboard.button(page, "Enregistrer")
    expect(page.get_by_label("Fiche et suite")).to_contain_text("35000 Fougères")


def test_reminders_are_let_go_read_and_switched_on_by_keyboard(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.52")
    shortcut.confirm_address(demo, seller)
    for _ in range(2):
        shortcut.issue_invoice(seller, payment_term_days="1")
        seller.open(f"{desk.invoice_shown(seller)}/envoyer")
        seller.press("Marquer comme envoyée")
    page = desk.sit_down(person, seller)
    page.goto("/")
    keyboard.press(page, page.get_by_role("link", name="2 relances proposées"))
    keyboard.press(page, page.get_by_role("button", name="Relancer").first)
    expect(page.get_by_role("status")).to_have_text("La relance part dans un instant.")
    keyboard.press(page, page.get_by_role("button", name="Ignorer"))
    expect(page.get_by_role("status")).to_contain_text("La relance est ignorée")
    expect(page.get_by_text("Aucune relance à proposer")).to_be_visible()

    keyboard.link(page, "E-mails et relances")
    first = page.get_by_role("group", name="3 jours avant l’échéance").get_by_label("Objet")
    keyboard.reach(page, first)
    page.keyboard.press("Control+A")
    page.keyboard.type("Bientôt à régler : {numero}")
    keyboard.reach(page, page.get_by_role("radio", name="Non", exact=True))
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("radio", name="Oui", exact=True)).to_be_checked()
    keyboard.reach(page, page.get_by_label("J’ai lu les quatre textes"))
    page.keyboard.press("Space")
    keyboard.button(page, "Enregistrer les relances")
    expect(page.get_by_role("status")).to_have_text("Enregistré.")
    expect(page.get_by_text("Les relances partent d’elles-mêmes")).to_be_visible()
    expect(first).to_have_value("Bientôt à régler : {numero}")
