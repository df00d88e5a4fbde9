"""Many payments at once, through the real processes: each is booked, and once."""

import http.client
import json
import os
import random
import signal
import ssl
import threading
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

import pytest

import books
import knocks
import shortcut
from plain import held, programs, stopped, until

PAYMENTS_UNDER_FIRE = 120
PAYMENTS_IN_PARALLEL = 200
RESPONDERS = 5
WAVES = 8
"""How often every responder is killed; a watcher gives up when one falls ten times in ten seconds."""


@pytest.fixture
def paid_and_untold(demo, stripe):
    """Makes clients pay, each an invoice of its own, of whom Stripe does not tell us; returns a seller and the events.

    The worker is away: nobody but our knocks brings the news."""
    with stopped(demo, "work"):
        stripe(loses="1")

        def make(count):
            seller = shortcut.freelancer(demo)
            for client in range(count):
                address = f"127.0.2.{client % 250 + 1}"  # nginx slows down whoever pays again and again
                shortcut.pay_by_card(shortcut.open_checkout(demo, shortcut.issue_invoice(seller), address))
            events = knocks.completed_sessions(demo, seller.account, count)
            assert len(events) == count
            return seller, events

        yield make
    until(lambda: books.number("SELECT COUNT(*) FROM outbox WHERE done_at IS NULL AND tries = 0") == 0, seconds=60)


def test_responders_killed_in_the_middle_again_and_again_book_each_payment_once(demo, paid_and_untold):
    seller, events = paid_and_untold(PAYMENTS_UNDER_FIRE)
    with ThreadPoolExecutor(16) as threads:
        knocking = [threads.submit(deliver_until_taken, demo, event) for event in events]
        for _ in range(WAVES):
            kill_in_the_middle(demo, knocking)
        refusals = [status for knock in knocking for status in knock.result()]
        assert set(refusals) <= {502, 503, 504}
        assert len(refusals) >= WAVES, "few waves have found anybody at work"
        again = list(threads.map(lambda event: knocks.deliver(demo, event), events))
    assert again == [200] * len(events)
    expect_each_booked_once(demo, seller, events)


def test_five_responders_given_the_same_event_at_once_book_it_once(demo, paid_and_untold):
    assert len(programs(demo, "respond", "webhook")[1]) >= RESPONDERS
    seller, events = paid_and_untold(PAYMENTS_IN_PARALLEL)
    together = threading.Barrier(RESPONDERS)
    with ThreadPoolExecutor(RESPONDERS) as threads:
        answers = list(threads.map(lambda _: deliver_one_by_one(demo, events, together), range(RESPONDERS)))
    assert answers == [[200] * len(events)] * RESPONDERS
    expect_each_booked_once(demo, seller, events)


def deliver_until_taken(demo, event):
    """Returns what was answered before 200."""
    refusals = []
    deadline = time.monotonic() + 30
    while (status := knocks.deliver(demo, event)) != 200:
        assert time.monotonic() < deadline, f"still {status} after 30 s"
        refusals.append(status)
    return refusals


def kill_in_the_middle(demo, knocking):
    """The database stands still, so that whoever is settling is caught between two statements; then all are killed."""
    wait_for_progress(knocking)
    time.sleep(random.uniform(0, 0.005))
    with held(demo, "mariadbd"):
        _, before = programs(demo, "respond", "webhook")
        for process in before:
            os.kill(process, signal.SIGKILL)
        until(lambda: len(set(programs(demo, "respond", "webhook")[1]) - set(before)) == len(before))


def wait_for_progress(knocking):
    """Until one more event is taken, or all are."""
    before = sum(knock.done() for knock in knocking)
    while before == sum(knock.done() for knock in knocking) < len(knocking):
        time.sleep(0.001)


def deliver_one_by_one(demo, events, together):
    """Over one connection that stays open, each event at the same moment as the others deliver it."""
    where = urllib.parse.urlsplit(demo.url)
    context = ssl.create_default_context(cafile=demo.authority)
    connection = http.client.HTTPSConnection(where.hostname, where.port, timeout=30, context=context)
    answers = []
    for event in events:
        headers = knocks.signed(event)
        together.wait(timeout=30)
        connection.request("POST", knocks.PATH, event, headers)
        answer = connection.getresponse()
        answer.read()
        answers.append(answer.status)
    connection.close()
    return answers


def expect_each_booked_once(demo, seller, events):
    company = books.number(f"SELECT company_id FROM stripe_accounts WHERE account = '{seller.account}'")
    mine = f"WHERE company_id = {company}"
    sessions = [json.loads(event)["data"]["object"] for event in events]
    expected = sorted([session["client_reference_id"], session["payment_intent"]] for session in sessions)
    assert sorted(books.rows(f"SELECT invoice_id, reference FROM payments {mine}")) == expected
    lines = books.rows(f"SELECT sequence, reference FROM register_lines {mine} ORDER BY sequence")
    assert [int(sequence) for sequence, _ in lines] == list(range(1, len(events) + 1))
    assert sorted(reference for _, reference in lines) == sorted(session["payment_intent"] for session in sessions)
    assert books.number(f"SELECT COUNT(*) FROM invoices {mine} AND state = 'paid'") == len(events)
    assert books.number(f"SELECT COUNT(*) FROM notifications {mine} AND kind = 'receipt'") == len(events)
    knocked = f"FROM stripe_events WHERE account = '{seller.account}' AND type = 'checkout.session.completed'"
    assert books.rows(f"SELECT outcome, COUNT(*) {knocked} GROUP BY outcome") == [["settled", str(len(events))]]
    assert books.verify_registers(demo) == (True, "every register is whole\n")
