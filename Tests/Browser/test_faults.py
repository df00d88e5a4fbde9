"""What people see while a part is down, and that it comes back by itself."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import expect

import letters
import road
from plain import ask, held, programs, stopped, unreachable, until


LINK = "/f/" + "3q2-7wEkZ0pXvT9sQmLrYb3q2-7wEkZ0pXvT9sQmLrY"
"""Shaped like an invoice's address, so that it has to be looked up."""


def test_without_the_database_everybody_gets_a_plain_page(demo, freelancer):
    with stopped(demo, "mariadbd"):
        assert freelancer.goto("/factures").status == 503
        status, headers, page = ask(demo, "GET", LINK)
        assert status == 503
        assert int(headers["retry-after"]) > 0
        assert "indisponible" in page and 'lang="fr"' in page
    until(lambda: ask(demo, "GET", LINK)[0] == 404)
    until(lambda: freelancer.goto("/factures").status == 200)


@pytest.mark.parametrize("signature", [None, "", "t=1,v1=00", "t=99999999999,v1=" + "0" * 64, "é" * 10])
def test_a_forged_knock_is_refused(demo, signature):
    headers = {} if signature is None else {"Stripe-Signature": signature.encode()}
    for path in ("/stripe/webhook/connect", "/stripe/webhook/plateforme"):
        status, _, _ = ask(demo, "POST", path, '{"id":"evt_1","type":"checkout.session.completed"}', headers)
        assert status == 400


@pytest.mark.parametrize("role", ["dashboard", "public", "stripe", "webhook"])
def test_a_killed_responder_is_replaced(demo, role):
    path = {"dashboard": "/connexion", "public": "/f/aucune", "stripe": "/f/aucune/retour", "webhook": "/stripe/webhook/connect"}
    _, before = programs(demo, "respond", role)
    for process in before:
        os.kill(process, signal.SIGKILL)
    until(lambda: len(set(programs(demo, "respond", role)[1]) - set(before)) == len(before))
    assert ask(demo, "GET", path[role])[0] < 500


def test_people_who_wait_for_stripe_keep_nobody_else_waiting(demo):
    with ThreadPoolExecutor() as threads:
        with held(demo, "respond", "stripe") as busy:
            waiting = [threads.submit(ask, demo, "GET", "/f/aucune/retour") for _ in range(2 * len(busy))]
            assert ask(demo, "GET", "/f/aucune")[0] == 404
            assert ask(demo, "GET", "/connexion")[0] == 200
            assert ask(demo, "POST", "/stripe/webhook/connect")[0] == 400
            assert not any(request.done() for request in waiting)
        assert all(request.result()[0] < 500 for request in waiting)


def test_a_role_that_is_not_there_is_excused_in_french(demo):
    with unreachable("public"):
        status, headers, page = ask(demo, "GET", "/f/aucune")
    assert status == 503
    assert headers["retry-after"] == "10"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "momentanément indisponible" in page


def test_without_stripe_the_invoice_is_shown_and_can_be_paid_later(demo, person, invoice_link):
    client = person()
    with unreachable("simulator"):
        find_out_that_stripe_is_silent(client, invoice_link)
    client.get_by_role("link", name="Revenir à la facture").click()
    road.click_pay(client)
    road.pay_by_card(client, road.GOOD_CARD)
    expect(client.get_by_text("Facture acquittée").first).to_be_visible()


def test_a_client_is_told_when_stripe_is_too_slow(demo, person, invoice_link):
    client = person()
    client.set_default_timeout(59_000)  # before nginx gives up on our own patience
    with held(demo, "needme-stripe-simulator", "respond"):
        find_out_that_stripe_is_silent(client, invoice_link)
    client.get_by_role("button", name="Réessayer").click()
    client.wait_for_url(f"{demo.simulator}/**")


def test_a_mail_left_while_the_database_was_down_is_sent_when_it_is_back(demo, freelancer, invoice_link):
    invoice = road.number(freelancer)
    freelancer.goto(road.place(freelancer) + "/envoyer")
    with held(demo, "needme", "work"):  # the mail is asked for, and nobody has taken it yet
        freelancer.get_by_role("button", name="Envoyer l’e-mail").click()
        expect(road.status(freelancer)).to_have_text("➤ Envoyée")
        with stopped(demo, "mariadbd"):
            assert letters.about(demo, "compta@atelier-durand.exemple.fr", invoice) == []
    until(lambda: letters.about(demo, "compta@atelier-durand.exemple.fr", invoice))


def find_out_that_stripe_is_silent(client, link):
    client.goto(link)
    expect(client.get_by_role("heading", name="Payer par virement")).to_be_visible()
    road.click_pay(client)
    client.get_by_role("heading", name="Le paiement en ligne ne répond pas").wait_for()
