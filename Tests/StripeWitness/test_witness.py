"""Stripe's own library drives the simulator: what it sends is accepted, what it reads makes sense to it."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest
from conftest import KEY, SECRETS, wait_for

stripe = pytest.importorskip("stripe", reason="pip install stripe")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


def browse(url, **form):
    """The status, the address one is sent to, and the page."""
    data = urllib.parse.urlencode(form).encode() if form else None
    try:
        with urllib.request.build_opener(NoRedirect).open(url, data) as answer:
            return answer.status, None, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers["location"], answer.read().decode()


@pytest.fixture(scope="session")
def client(address):
    return stripe.StripeClient(
        KEY, client_id="ca_witness", base_addresses={"api": address, "connect": address}, max_network_retries=0
    )


@pytest.fixture(scope="session")
def account(client, address):
    account = client.v1.accounts.create({
        "country": "FR",
        "email": "jeanne@exemple.fr",
        "default_currency": "eur",
        "controller": {
            "stripe_dashboard": {"type": "express"}, "fees": {"payer": "application"},
            "losses": {"payments": "stripe"}, "requirement_collection": "stripe",
        },
        "capabilities": {"card_payments": {"requested": True}, "klarna_payments": {"requested": True}},
        "metadata": {"user_id": "7"},
    })
    assert not account.charges_enabled
    link = client.v1.account_links.create({
        "account": account.id, "type": "account_onboarding",
        "return_url": "https://needme.test/r", "refresh_url": "https://needme.test/e",
    })
    _, place, _ = browse(link.url)
    for number in range(1, 8):
        assert place.endswith(f"/{number}")
        assert f"Étape {number} sur 7" in browse(address + place)[2]
        status, place, _ = browse(address + place, action="next")
    assert (status, place) == (303, "https://needme.test/r")
    return client.v1.accounts.retrieve(account.id)


def new_session(client, account, key=None, **changes):
    options = {"stripe_account": account.id} | ({"idempotency_key": key} if key else {})
    return client.v1.checkout.sessions.create(
        {
            "mode": "payment",
            "client_reference_id": "att_1",
            "line_items": [{
                "quantity": 1,
                "price_data": {
                    "currency": "eur", "unit_amount": 12000, "product_data": {"name": "Facture F-2026-0042"},
                },
            }],
            "payment_intent_data": {"application_fee_amount": 229, "statement_descriptor_suffix": "F-2026-0042"},
            "success_url": "https://needme.test/f?session_id={CHECKOUT_SESSION_ID}",
            "cancel_url": "https://needme.test/f",
            "locale": "fr",
            "submit_type": "pay",
            "allowed_payment_method_types": ["card"],
        } | changes,
        options,
    )


def pay(session, card="4242424242424242"):
    return browse(
        session.url, email="c@exemple.fr", cardNumber=card, cardExpiry="12/34", cardCvc="123", action="card"
    )


def test_the_account_takes_payments(account):
    assert account.charges_enabled and account.payouts_enabled
    assert account.capabilities.card_payments == "active"
    assert account.requirements.currently_due == []
    assert account.controller.fees.payer == "application"


def test_a_payment_from_the_session_to_the_signed_event(client, account, knocks):
    session = new_session(client, account)
    assert (session.status, session.payment_status, session.amount_total) == ("open", "unpaid", 12000)
    status, back, _ = pay(session)
    paid_at = time.time()
    assert (status, back) == (303, f"https://needme.test/f?session_id={session.id}")

    expand = {"expand": ["payment_intent.latest_charge.balance_transaction"]}
    paid = client.v1.checkout.sessions.retrieve(session.id, expand, {"stripe_account": account.id})
    line = paid.payment_intent.latest_charge.balance_transaction
    assert (paid.payment_status, line.fee, line.net) == ("paid", 229, 11771)
    assert line.fee_details[0].type == "application_fee"

    def told():
        return [knock for knock in knocks if session.id in knock[2].decode() and b"completed" in knock[2]]

    path, signature, body, at = wait_for(told, "checkout.session.completed")[-1]
    event = stripe.Webhook.construct_event(body, signature, SECRETS[path])
    assert (path, event.type, event.account) == ("/connect", "checkout.session.completed", account.id)
    assert event.data.object.payment_status == "paid"
    assert at - paid_at < 1
    with pytest.raises(stripe.SignatureVerificationError):
        stripe.Webhook.construct_event(body + b" ", signature, SECRETS[path])


def test_an_endpoint_that_failed_is_asked_again_with_a_new_signature(client, account, knocks):
    wait_for(lambda: len([k for k in knocks if k[2] == knocks[0][2]]) > 1, "the second knock")
    first, second = [knock for knock in knocks if knock[2] == knocks[0][2]][:2]
    assert first[1] != second[1]
    stripe.Webhook.construct_event(second[2], second[1], SECRETS[second[0]])


def test_the_library_signs_what_the_simulator_signs(account, knocks):
    path, signature, body, _ = wait_for(lambda: list(knocks), "a knock")[-1]
    timestamp = int(signature.split(",")[0].removeprefix("t="))
    theirs = stripe.WebhookSignature.generate_signature_header(body.decode(), SECRETS[path], timestamp)
    assert signature.startswith(theirs + ",v0=")


def test_events_are_listed_on_their_account(client, account):
    events = client.v1.events.list({"types": ["account.updated"]}, {"stripe_account": account.id})
    assert [event.type for event in events.data] == ["account.updated"]
    assert client.v1.events.list({"types": ["account.updated"]}).data == []


def test_a_declined_card_leaves_the_session_open(client, account):
    session = new_session(client, account)
    status, _, page = pay(session, "4000000000000002")
    assert status == 402 and "refusée" in page
    again = client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent"]}, {"stripe_account": account.id})
    assert again.status == "open"
    assert again.payment_intent.last_payment_error.decline_code == "generic_decline"
    closed = client.v1.checkout.sessions.expire(session.id, {}, {"stripe_account": account.id})
    assert closed.status == "expired" and closed.url is None


@pytest.mark.parametrize("changes, code", [
    ({"payment_method_types": ["card"]}, "parameter_unknown"),
    ({"line_items": []}, "parameter_missing"),
    ({"success_url": "needme"}, "url_invalid"),
])
def test_errors_have_their_codes(client, account, changes, code):
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        new_session(client, account, **changes)
    assert refusal.value.code == code
    assert refusal.value.request_id.startswith("req_")


def test_idempotency(client, account):
    first, second = new_session(client, account, "k1"), new_session(client, account, "k1")
    assert first.id == second.id
    with pytest.raises(stripe.IdempotencyError):
        new_session(client, account, "k1", client_reference_id="att_2")


def test_a_wrong_key_and_an_account_that_is_not_ours(client, address):
    with pytest.raises(stripe.AuthenticationError):
        stripe.StripeClient("sk_test_other", base_addresses={"api": address}).v1.events.list()
    with pytest.raises(stripe.PermissionError) as refusal:
        client.v1.accounts.retrieve("acct_other")
    assert refusal.value.error.code == "account_invalid"


def ordered(client, account):
    """A payment, as its own identifier."""
    session = new_session(client, account)
    assert pay(session)[0] == 303
    return client.v1.checkout.sessions.retrieve(session.id, {}, {"stripe_account": account.id}).payment_intent


def test_refunds_are_listed_and_change(client, account, address):
    on = {"stripe_account": account.id}
    payment = ordered(client, account)
    for amount in (1000, 2000):
        browse(f"{address}/_simulator/payments/{payment}/refund", amount=amount)
    refunds = list(client.v1.refunds.list({"payment_intent": payment, "limit": 1}, on).auto_paging_iter())
    assert [refund.amount for refund in refunds] == [2000, 1000]
    charge = client.v1.charges.retrieve(refunds[0].charge, {}, on)
    assert (charge.amount_refunded, charge.refunded) == (3000, False)
    browse(f"{address}/_simulator/refunds/{refunds[0].id}/fail", now=1)
    failed = client.v1.refunds.retrieve(refunds[0].id, {"expand": ["failure_balance_transaction"]}, on)
    assert (failed.status, failed.failure_balance_transaction.net) == ("failed", 2000)
    types = [event.type for event in client.v1.events.list({"limit": 3}, on).data]
    assert types == ["refund.failed", "charge.refund.updated", "refund.updated"]


def test_disputes_are_listed_and_decided(client, account, address):
    on = {"stripe_account": account.id}
    payment = ordered(client, account)
    browse(f"{address}/_simulator/payments/{payment}/dispute", amount=500)
    dispute = client.v1.disputes.list({"payment_intent": payment}, on).data[0]
    assert (dispute.status, dispute.amount) == ("needs_response", 500)
    browse(f"{address}/_simulator/disputes/{dispute.id}/lose", now=1)
    assert client.v1.disputes.retrieve(dispute.id, {}, on).status == "lost"
    assert client.v1.events.list({"limit": 1}, on).data[0].type == "charge.dispute.closed"


def test_a_payout_is_the_sum_of_its_lines(client, account, address):
    on = {"stripe_account": account.id}
    ordered(client, account)
    browse(f"{address}/_simulator/accounts/{account.id}/payout", now=1)
    payout = client.v1.payouts.list({"status": "pending", "limit": 1}, on).data[0]
    lines = list(client.v1.balance_transactions.list({"payout": payout.id, "limit": 2}, on).auto_paging_iter())
    assert lines[0].type == "payout" and lines[0].source == payout.id
    assert sum(line.net for line in lines[1:]) == payout.amount == -lines[0].net
    assert client.v1.balance_transactions.retrieve(lines[1].id, {}, on).net == lines[1].net
    browse(f"{address}/_simulator/payouts/{payout.id}/pay", now=1)
    assert client.v1.payouts.retrieve(payout.id, {}, on).status == "paid"


def test_sessions_and_payments_are_read_page_by_page(client, account):
    on = {"stripe_account": account.id}
    made = [new_session(client, account).id for _ in range(3)]
    listed = [session.id for session in client.v1.checkout.sessions.list({"limit": 2}, on).auto_paging_iter()]
    assert listed[:3] == made[::-1] and len(set(listed)) == len(listed)
    payments = [payment.id for payment in client.v1.payment_intents.list({"limit": 1}, on).auto_paging_iter()]
    assert len(payments) == len(set(payments)) > 1


def test_an_existing_account_is_connected_by_oauth_and_given_up(client):
    url = client.oauth.authorize_url({
        "scope": "read_write", "redirect_uri": "https://needme.test/oauth", "state": "s1",
    })
    assert browse(url)[0] == 200
    _, back, _ = browse(url, account="other", email="lucie@exemple.fr", name="Studio Lumière", decision="accept")
    answer = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(back).query))
    assert answer["state"] == "s1"
    token = client.oauth.token({"grant_type": "authorization_code", "code": answer["code"]})
    assert token.scope == "read_write" and token.livemode is False
    account = client.v1.accounts.retrieve(token.stripe_user_id)
    assert (account.type, account.controller.stripe_dashboard.type, account.charges_enabled) == ("standard", "full", True)
    assert client.oauth.deauthorize({"stripe_user_id": account.id}).stripe_user_id == account.id
    with pytest.raises(stripe.PermissionError):
        client.v1.accounts.retrieve(account.id)
    with pytest.raises(stripe.oauth_error.InvalidClientError):
        client.oauth.deauthorize({"stripe_user_id": account.id})
    with pytest.raises(stripe.oauth_error.InvalidGrantError):
        client.oauth.token({"grant_type": "authorization_code", "code": answer["code"]})


def test_a_login_link_opens_the_dashboard_once(client, account, address):
    link = client.v1.accounts.login_links.create(account.id)
    _, place, _ = browse(link.url)
    assert place == f"/dashboard/{account.id}" and "Tableau de bord" in browse(address + place)[2]
    assert browse(link.url)[0] == 410


def test_an_account_is_warned_and_its_document_refused(client, account, address):
    browse(f"{address}/_simulator/accounts/{account.id}/refuse_document", now=1)
    warned = client.v1.accounts.retrieve(account.id)
    assert warned.charges_enabled and warned.requirements.current_deadline > time.time()
    assert warned.requirements.errors[0].code == "verification_document_not_readable"
    browse(f"{address}/_simulator/accounts/{account.id}/enable", now=1)
    assert client.v1.accounts.retrieve(account.id).requirements.errors == []


@pytest.fixture
def faults(address):
    """Switches faults on for one test."""
    yield lambda **which: browse(f"{address}/_simulator/faults", **which)
    browse(f"{address}/_simulator/faults", none=1)


def told_about(knocks, session):
    """What an endpoint was told about a session, in order, by the events' own identifiers."""
    return [json.loads(body)["id"] for _, _, body, _ in list(knocks) if session.id in body.decode()]


def test_a_cut_connection_brings_the_event_again(client, account, address, knocks, faults):
    faults(cuts="1")
    session = new_session(client, account)
    pay(session)
    wait_for(lambda: len(told_about(knocks, session)) > 1, "the event again")
    event, again = told_about(knocks, session)
    assert event == again

    def outcomes():
        row = browse(address)[2].split(event[:12])[1].split("</tr>")[0]
        return "sans réponse, 200" in row

    wait_for(outcomes, "the outcomes on the control page")


def test_shuffled_events_all_come_once(client, account, knocks, faults):
    before = len(knocks)
    faults(shuffles="1", delay="1")
    sessions = [new_session(client, account) for _ in range(3)]
    for session in sessions:
        pay(session)
    wait_for(lambda: len(knocks) >= before + 12, "twelve events")
    told = [json.loads(body) for _, _, body, _ in knocks[before:]]
    assert len({event["id"] for event in told}) == len(told) == 12
    on = {"stripe_account": account.id}
    happened = [event.id for event in client.v1.events.list({"limit": 9}, on).data][::-1]
    assert [event["id"] for event in told if event["id"] in happened] != happened


def test_an_answer_lost_after_the_call_was_done_is_found_again(client, account, faults):
    faults(lost="1")
    with pytest.raises(stripe.APIError):
        new_session(client, account, "lost")
    listed = client.v1.checkout.sessions.list({"limit": 1}, {"stripe_account": account.id}).data[0]
    assert new_session(client, account, "lost").id == listed.id


@pytest.mark.parametrize("status, error", [
    (409, stripe.APIError), (429, stripe.RateLimitError), (500, stripe.APIError),
])
def test_the_next_call_fails_as_asked(client, account, faults, status, error):
    faults(statuses=str(status))
    with pytest.raises(error) as refusal:
        new_session(client, account, f"fails-{status}")
    assert refusal.value.http_status == status
    if status == 500:  # kept under its key
        with pytest.raises(error):
            new_session(client, account, f"fails-{status}")
    else:
        assert new_session(client, account, f"fails-{status}").status == "open"
