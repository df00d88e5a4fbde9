"""Whatever happens between Stripe and us, one payment is booked, and once, and announced by one mail."""

import os
import re
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import expect

import letters
import road
from knocks import deliver, newest_event
from plain import held, stopped, until

FAULTS = {
    "in order": {},
    "with every event twice": {"duplicates": "1"},
    "with no event at all": {"loses": "1"},
    "with events out of order": {"reverses": "1"},
    "with events two seconds late": {"delay": "2"},
}


@pytest.mark.parametrize("faults", FAULTS)
def test_a_payment_is_stamped_at_once_and_booked_once(demo, stripe, person, freelancer, invoice_link, faults):
    stripe(**FAULTS[faults])
    client = person()
    pay(client, invoice_link)
    expect(client.get_by_text("Facture acquittée").first).to_be_visible()
    until(lambda: everything_is_delivered(demo))
    expect_booked_once(demo, freelancer, road.number(client))


def test_a_client_who_never_comes_back_has_paid(demo, person, freelancer, invoice_link):
    client = person()
    pay(client, invoice_link, comes_back=False)
    client.goto(invoice_link)
    until(lambda: client.reload() and client.get_by_text("Facture acquittée").count() > 0)
    expect_booked_once(demo, freelancer, road.number(client))


def test_the_same_event_five_times_at_once_is_booked_once(demo, stripe, person, freelancer, invoice_link):
    stripe(loses="1")
    client = person()
    pay(client, invoice_link, comes_back=False)
    event = newest_event(demo)
    with ThreadPoolExecutor() as threads:
        answers = list(threads.map(lambda _: deliver(demo, event), range(5)))
    assert answers == [200] * 5
    client.goto(invoice_link)
    expect_booked_once(demo, freelancer, road.number(client))


def test_a_payment_while_the_database_is_down_is_booked_later(demo, person, freelancer, invoice_link):
    client = person()
    client.goto(invoice_link)
    invoice = road.number(client)
    road.click_pay(client)
    with stopped(demo, "mariadbd"):
        road.pay_by_card(client, road.GOOD_CARD)
        expect(client.get_by_text("indisponible").first).to_be_visible()
    until(lambda: client.reload() and client.get_by_text("Facture acquittée").count() > 0)
    until(lambda: everything_is_delivered(demo), seconds=60)
    expect_booked_once(demo, freelancer, invoice)


def test_a_knock_that_is_killed_half_way_comes_again(demo, person, freelancer, invoice_link):
    client = person()
    with held(demo, "respond", "webhook") as busy:
        pay(client, invoice_link)
        expect(client.get_by_text("Facture acquittée").first).to_be_visible()
        for process in busy:
            os.kill(process, signal.SIGKILL)
    until(lambda: everything_is_delivered(demo), seconds=60)
    expect_booked_once(demo, freelancer, road.number(client))


def pay(client, link, comes_back=True):
    client.goto(link)
    road.click_pay(client)
    if not comes_back:
        client.route("**/retour*", lambda route: route.abort())
    road.pay_by_card(client, road.GOOD_CARD)


def expect_booked_once(demo, freelancer, invoice):
    expect(road.receipts(freelancer, invoice)).to_have_count(1)
    expect(road.announcements(freelancer, invoice)).to_have_count(1)
    expect_mailed_once(demo, freelancer, invoice)


def expect_mailed_once(demo, freelancer, invoice):
    subject = f"Règlement encaissé — {invoice}, 500,00\u202f€, Atelier Durand"
    until(lambda: letters.about(demo, freelancer.address, invoice))
    (letter,) = letters.about(demo, freelancer.address, invoice)
    assert letter["Subject"] == subject
    assert [box.addr_spec for box in letter["To"].addresses] == [freelancer.address]
    assert re.search(rf"^{demo.url}/factures/\d+$", letters.text(letter), re.MULTILINE)


def everything_is_delivered(demo):
    return not any((Path(demo.directory) / "simulator" / "spool").iterdir())
