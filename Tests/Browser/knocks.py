"""Stripe's knocks, as the simulated Stripe would make them, or at a moment of our choice."""

import hashlib
import hmac
import json
import os
import re
import time
import urllib.parse

from plain import ask

PATH = "/stripe/webhook/connect"


def switch_faults(demo, **faults):
    """Switches the simulated Stripe's faults on, and those not named off."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    status, _, _ = ask(demo, "POST", "/_simulator/faults", urllib.parse.urlencode(faults), form, base=demo.simulator)
    assert status == 303


def completed_sessions(demo, account, count=1):
    """The events of an account's last completed sessions, newest first, as Stripe would send them."""
    headers = {
        "Authorization": "Bearer " + os.environ["NEEDME_STRIPE_SECRET_KEY"],
        "Stripe-Account": account,
        "Stripe-Version": "2026-11-18.endive",
    }
    events, more = [], True
    while more and len(events) < count:
        query = {"type": "checkout.session.completed", "limit": min(100, count - len(events))}
        if events:
            query["starting_after"] = events[-1]["id"]
        path = "/v1/events?" + urllib.parse.urlencode(query)
        _, _, answer = ask(demo, "GET", path, None, headers, base=demo.simulator)
        page = json.loads(answer)
        events += page["data"]
        more = page["has_more"]
    return [json.dumps(event) for event in events]


def newest_event(demo):
    """The last completed session, whosever it is."""
    _, _, control = ask(demo, "GET", "/", base=demo.simulator)
    for account in dict.fromkeys(re.findall(r"acct_\w+", control)):
        events = completed_sessions(demo, account)
        if events:
            return events[0]
    raise AssertionError("no session has been completed")


def signed(event):
    """The header of Stripe's signature, made now (stripe.com/docs/webhooks, « Verify manually »)."""
    now = str(int(time.time()))
    secret = os.environ["NEEDME_STRIPE_WEBHOOK_SECRETS_CONNECT"].split(",")[0]
    mark = hmac.new(secret.encode(), f"{now}.{event}".encode(), hashlib.sha256).hexdigest()
    return {"Stripe-Signature": f"t={now},v1={mark}"}


def deliver(demo, event):
    return ask(demo, "POST", PATH, event, signed(event))[0]
