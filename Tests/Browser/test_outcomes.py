"""What may become of an invoice besides a card that is accepted at once."""

import re

from playwright.sync_api import expect

import letters
import road
from plain import ask, until

PHONE = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36"


def test_a_transfer_of_a_part_then_a_card_for_the_rest(person, freelancer, invoice_link):
    client = person()
    client.goto(invoice_link)
    invoice = road.number(client)
    freelancer.get_by_role("link", name="Enregistrer un paiement").click()
    freelancer.get_by_label("Montant reçu").fill("120,50")
    freelancer.get_by_label("Mode de règlement").select_option("Virement")
    freelancer.get_by_role("button", name="Enregistrer le paiement").click()
    expect(freelancer.get_by_text("Partiellement payée")).to_be_visible()

    client.reload()
    expect(client.get_by_text("379,50 €").first).to_be_visible()
    road.click_pay(client)
    expect(client.get_by_text("379,50 €").first).to_be_visible()
    road.pay_by_card(client, road.GOOD_CARD)
    expect(client.get_by_text("Facture acquittée").first).to_be_visible()
    lines = road.receipts(freelancer, invoice)
    expect(lines).to_have_count(2)
    expect(lines.nth(0)).to_contain_text("VIREMENT")
    expect(lines.nth(1)).to_contain_text("STRIPE")


def test_a_receipt_undone_is_a_counter_line(freelancer, invoice_link):
    freelancer.get_by_role("link", name="Enregistrer un paiement").click()
    freelancer.get_by_role("button", name="Enregistrer le paiement").click()
    expect(road.status(freelancer)).to_have_text("✓ Payée")
    invoice = road.number(freelancer)
    freelancer.get_by_text("Annuler cet encaissement").click()
    freelancer.get_by_role("button", name="Inscrire la contre-ligne").click()
    expect(freelancer.get_by_text("contre-ligne d’un encaissement annulé")).to_be_visible()
    expect(road.receipts(freelancer, invoice)).to_have_count(2)


def test_the_switch_takes_the_button_away_and_gives_it_back(person, freelancer, invoice_link):
    client = person()
    client.goto(invoice_link)
    road.click_pay(client)  # a page at Stripe is open
    checkout = client.url
    freelancer.get_by_role("button", name="Désactiver").click()
    client.goto(invoice_link)
    expect(client.get_by_role("button", name="Payer en ligne")).to_have_count(0)
    expect(client.get_by_role("heading", name="Payer par virement")).to_be_visible()
    until(lambda: client.goto(checkout).status == 410)
    freelancer.get_by_role("button", name="Activer").click()
    client.goto(invoice_link)
    expect(client.get_by_role("button", name="Payer en ligne")).to_be_visible()


def test_an_invoice_is_sent_by_mail(demo, freelancer, invoice_link):
    invoice = road.number(freelancer)
    freelancer.get_by_role("link", name="Envoyer").click()
    expect(freelancer.get_by_label("Oui")).to_be_checked()
    expect(freelancer.get_by_text("commission 8,75 €, net 491,25 €")).to_be_visible()
    freelancer.get_by_role("button", name="Envoyer l’e-mail").click()
    expect(road.status(freelancer)).to_have_text("➤ Envoyée")
    until(lambda: letters.about(demo, "compta@atelier-durand.exemple.fr", invoice))
    (letter,) = letters.about(demo, "compta@atelier-durand.exemple.fr", invoice)
    assert invoice_link in letters.text(letter)
    assert [box.addr_spec for box in letter["Reply-To"].addresses] == [freelancer.address]


def test_a_refund_at_stripe_is_answered_by_a_credit_note(demo, person, freelancer, invoice_link):
    client = person()
    client.goto(invoice_link)
    invoice = road.number(client)
    road.click_pay(client)
    road.pay_by_card(client, road.GOOD_CARD)
    client.get_by_text("Facture acquittée").first.wait_for()
    page = road.place(freelancer)
    freelancer.goto("/entreprise/paiement-en-ligne")
    freelancer.get_by_role("button", name="Ouvrir Stripe").click()
    freelancer.get_by_role("button", name="Rembourser").first.click()
    until(lambda: freelancer.goto(page) and road.status(freelancer).inner_text() == "↩ Remboursée")
    expect(road.receipts(freelancer, invoice)).to_have_count(1)
    road.open_page(freelancer, "Paiements")
    freelancer.get_by_role("link", name=re.compile("Remboursements et litiges")).click()
    freelancer.get_by_role("link", name="Créer l’avoir").first.click()
    freelancer.get_by_role("button", name="Créer l’avoir").click()
    expect(road.status(freelancer)).to_have_text("↩ Remboursée")
    road.open_page(freelancer, "Registre des recettes")
    expect(freelancer.get_by_role("row").filter(has_text=f"Remboursement de la facture {invoice}")).to_contain_text("−500,00 €")
    client.goto(invoice_link)
    expect(client.get_by_text(re.compile(r"par l’avoir A-\d{4}-\d{4}")).first).to_be_visible()


def test_a_scanned_code_leads_to_stripe_and_a_robot_to_the_invoice(demo, chromium, invoice_link):
    path = invoice_link.removeprefix(demo.url) + "/payer"
    for robot in ("WhatsApp/2.24", "Mozilla/5.0 (compatible; Googlebot/2.1)"):
        status, headers, _ = ask(demo, "GET", path, headers={"User-Agent": robot})
        assert (status, headers["location"]) == (303, path.removesuffix("/payer"))
    assert ask(demo, "HEAD", path, headers={"User-Agent": PHONE})[1]["location"] == path.removesuffix("/payer")
    context = chromium.new_context(ignore_https_errors=True, user_agent=PHONE, viewport={"width": 360, "height": 800})
    phone = context.new_page()
    phone.goto(invoice_link + "/payer")
    assert phone.url.startswith(demo.simulator + "/c/pay/")
    context.close()


def test_stripe_is_disconnected_and_connected_again(person):
    freelancer = person()
    road.sign_up(freelancer)
    road.describe_company(freelancer)
    road.connect_stripe(freelancer)
    road.add_client(freelancer)
    road.issue_invoice(freelancer)
    link = road.view_link(freelancer)
    client = person()
    freelancer.goto("/entreprise/paiement-en-ligne")
    freelancer.get_by_role("link", name="Déconnecter Stripe").click()
    freelancer.get_by_role("button", name="Déconnecter Stripe").click()
    client.goto(link)
    expect(client.get_by_role("button", name="Payer en ligne")).to_have_count(0)
    freelancer.get_by_role("button", name="Reconnecter ce compte").click()
    expect(freelancer.get_by_text("Actif", exact=True)).to_be_visible()
    client.goto(link)
    expect(client.get_by_role("button", name="Payer en ligne")).to_be_visible()


def test_an_existing_account_is_connected(demo, person):
    freelancer = person()
    road.sign_up(freelancer)
    road.describe_company(freelancer)
    freelancer.goto("/entreprise/paiement-en-ligne")
    freelancer.get_by_role("button", name="J’ai déjà un compte Stripe").click()
    assert freelancer.url.startswith(demo.simulator + "/oauth/authorize")
    freelancer.get_by_role("button", name="Autoriser l’accès").click()
    expect(freelancer.get_by_text("Actif", exact=True)).to_be_visible()
    expect(freelancer.get_by_text("0,2 % par paiement en ligne", exact=False)).to_be_visible()
