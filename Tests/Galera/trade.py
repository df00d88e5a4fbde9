"""A freelancer who issues invoices, and clients who pay them: gestures that are repeated until they are answered."""

import hashlib
import hmac
import json
import re
import threading
import time
import urllib.parse
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from knocks import PATH
from plain import ask
from visitor import Visitor, form_with

ACCOUNT = "acct_galera"
AMOUNT = 50000
PATIENCE = 60
"""How long somebody goes on repeating, in seconds."""
UNAVAILABLE = {502, 503, 504}
"""What says that a request may be repeated."""


class Freelancer(Visitor):
    def __init__(self, site):
        super().__init__(site.demo)
        self.site, self.answers = site, Counter()
        self.open("/connexion")
        self.press("Se connecter", email=site.email, password=site.password)

    def draft(self):
        """A draft of 500,00 €, up to the last button; returns what that sends, and where."""
        self.open("/factures/nouvelle")
        client = re.search(r'<option value="(\d+)">Atelier Durand', self.page)[1]
        self.press("Finaliser et envoyer", client=client, designation="Affiche", quantity="2", price="250")
        form = form_with(self.page, "Finaliser la facture")
        return int(re.search(r"\d+", form.action)[0]), form.action, urllib.parse.urlencode(form.filled_in({}))

    def issue(self, action, body):
        """Presses the last button, again when the site says that it is not available; what was done by then is said to be."""
        answers = repeated(lambda: self.ask("POST", action, body, self.site.url)[0])
        self.answers.update(answers)
        assert answers[-1] == 303 or (answers[-1] == 409 and len(answers) > 1), answers

    def ask(self, method, path, body, base):
        """A request of theirs, at the front or at a door."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Origin": self.site.url, "Cookie": cookies}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        return ask(self.site.demo, method, path, body, headers, base=base)


class Reader:
    """Somebody who looks at pages all the time, until `stop` is told; what they were answered is in `answers`."""

    PATH = "/f/" + 43 * "w"
    """Shaped like an invoice's address, so that it has to be looked up."""

    def __init__(self, site):
        self.site, self.answers, self.told = site, Counter(), threading.Event()
        self.thread = threading.Thread(target=self.read)
        self.thread.start()

    def read(self):
        while not self.told.wait(0.1):
            try:
                self.answers[ask(self.site.demo, "GET", self.PATH)[0]] += 1
            except OSError as trouble:
                self.answers[repr(trouble)] += 1

    def stop(self):
        self.told.set()
        self.thread.join()


class Stripe:
    """Takes a client's money on a session of ours, and knocks until the site has heard of it."""

    def __init__(self, site):
        self.site, self.answers = site, Counter()
        self.threads = ThreadPoolExecutor(24)

    def open_session(self, invoice):
        """What the role `stripe` would have noted."""
        write(self.site, f"""
            INSERT INTO payment_attempts (company_id, invoice_id, number, account, state, amount_cents, fee_cents, currency,
                statement_suffix, is_live, session_expires_at, session, return_token, created_at, checked_at)
            SELECT company_id, id, 1, '{ACCOUNT}', 'open', {AMOUNT}, 875, 'eur', number, FALSE, NOW(6) + INTERVAL 1 DAY,
                'cs_test_{invoice}', REPEAT('x', 43), NOW(6), NOW(6)
            FROM invoices WHERE id = {invoice} AND total_cents = {AMOUNT}
            ON DUPLICATE KEY UPDATE payment_attempts.number = payment_attempts.number
        """)

    def knock_everywhere(self, invoice):
        """The same event at all crews at once, then at the front until it is taken."""
        told = event(invoice)
        doors = self.threads.map(lambda door: self.knock(told, door), self.site.doors)
        self.answers.update(doors)
        self.answers.update(repeated(lambda: self.knock(told, self.site.url)))

    def knock(self, told, base):
        return ask(self.site.demo, "POST", PATH, told, self.signed(told), base=base)[0]

    def signed(self, told):
        now = str(int(time.time()))
        secret = self.site.settings["NEEDME_STRIPE_WEBHOOK_SECRETS_CONNECT"].encode()
        mark = hmac.new(secret, f"{now}.{told}".encode(), hashlib.sha256).hexdigest()
        return {"Stripe-Signature": f"t={now},v1={mark}"}


def connect_account(site):
    """The company of the demonstration takes cards."""
    write(site, f"""
        INSERT INTO stripe_accounts (company_id, account, is_live, state, read_at, created_at, connected_at, reconciled_at,
            reconciliation_tried_at)
        SELECT id, '{ACCOUNT}', FALSE, 'active', NOW(6), NOW(6), NOW(6), NOW(6), NOW(6) FROM companies
    """)


def event(invoice):
    """The paid session of an invoice, as Stripe tells of it."""
    now = int(time.time())
    session = {
        "object": "checkout.session", "id": f"cs_test_{invoice}", "url": None, "status": "complete",
        "payment_status": "paid", "amount_total": AMOUNT, "currency": "eur", "expires_at": now + 86400, "created": now, "livemode": False,
        "payment_intent": f"pi_{invoice}", "client_reference_id": str(invoice), "metadata": {},
        "payment_method_types": ["card"],
    }
    return json.dumps({
        "object": "event", "id": f"evt_{invoice}", "type": "checkout.session.completed", "account": ACCOUNT, "created": now,
        "livemode": False, "data": {"object": session},
    })


def repeated(gesture):
    """Repeats while the site says that it is not available; every answer, the last one being another."""
    answers, deadline = [gesture()], time.monotonic() + PATIENCE
    while answers[-1] in UNAVAILABLE:
        assert time.monotonic() < deadline, f"still {answers[-1]} after {PATIENCE} s"
        time.sleep(0.2)
        answers.append(gesture())
    return answers


def write(site, sql):
    """A statement that may be said twice, at whichever node takes it."""
    deadline = time.monotonic() + PATIENCE
    while True:
        for crew in site.crews:
            answer = crew.node.ask(sql)
            if answer.returncode == 0:
                return
        assert time.monotonic() < deadline, answer.stderr
        time.sleep(0.2)
