"""The main job, end to end: from signing up to a paid, stamped and booked invoice."""

import re

from playwright.sync_api import expect

import road


def test_an_invoice_is_issued_paid_stamped_and_booked(demo, person):
    freelancer = person()
    road.sign_up(freelancer)
    road.describe_company(freelancer)
    road.connect_stripe(freelancer)
    road.add_client(freelancer)
    road.issue_invoice(freelancer)
    invoice = road.number(freelancer)
    link = road.view_link(freelancer)
    assert re.fullmatch(re.escape(demo.url) + r"/f/[\w-]{22,}", link)

    client = person()
    client.goto(link)
    expect(client.get_by_text("500,00 €").first).to_be_visible()
    expect(client.get_by_text("Facture acquittée")).to_have_count(0)
    road.click_pay(client)
    assert client.url.startswith(demo.simulator)
    expect(client.get_by_text(invoice).first).to_be_visible()
    expect(client.get_by_text("500,00 €").first).to_be_visible()

    road.pay_by_card(client, road.DECLINED_CARD)
    expect(client.get_by_role("alert")).to_contain_text("refusé")
    assert client.url.startswith(demo.simulator)
    expect(road.receipts(freelancer, invoice)).to_have_count(0)
    expect(road.announcements(freelancer, invoice)).to_have_count(0)

    road.pay_by_card(client, road.GOOD_CARD)
    expect(client.get_by_text("Facture acquittée").first).to_be_visible()
    assert client.url == link
    expect(client.get_by_role("button", name="Payer en ligne")).to_have_count(0)

    receipt = road.receipts(freelancer, invoice)
    expect(receipt).to_have_count(1)
    expect(receipt).to_contain_text("STRIPE")
    expect(receipt).to_contain_text("500,00 €")
    expect(road.announcements(freelancer, invoice)).to_have_count(1)
    road.open_page(freelancer, "Factures")
    row = freelancer.get_by_role("row").filter(has_text=invoice)
    expect(row).to_contain_text("Payée")
    expect(row).to_contain_text("STRIPE")

    assert freelancer.complaints == []
    assert [words for words in client.complaints if "402" not in words] == []  # the declined card


def test_a_client_without_scripts_pays_on_a_phone(person, invoice_link):
    client = person(width=360, scripts=False)
    client.goto(invoice_link)
    road.click_pay(client)
    road.pay_by_card(client, road.GOOD_CARD)
    expect(client.get_by_text("Facture acquittée").first).to_be_visible()


def test_a_client_who_changes_their_mind_comes_back_to_an_unpaid_invoice(person, invoice_link):
    client = person()
    client.goto(invoice_link)
    road.click_pay(client)
    client.get_by_role("link", name="Retour").click()
    expect(client.get_by_role("button", name="Payer en ligne")).to_be_visible()
    assert client.url.split("?")[0] == invoice_link
