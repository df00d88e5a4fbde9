"""What the whole run has left in the logs: this file comes last (conftest.py)."""

from pathlib import Path

import pytest

import traces

PLANTED = {
    "an e-mail address": '"cause":"no mail to camille.1f@exemple.fr"',
    "an e-mail address in a query": '"GET /clients?q=zoe%40exemple.fr HTTP/2.0"',
    "a token": "GET /f/3q2-7wEkZ0pXvT9sQmLrYb3q2-7wEkZ0pXvT9sQmLrY HTTP/2.0",
    "a cookie": 'cookie: "__Host-session=x"',
    "a key of Stripe": "Authorization: Bearer sk_test_51H",
    "a secret of a webhook": "secret whsec_0123",
    "a code for emergencies": "code MFRG-GZDF-MZTW-Q2LK refused",
    "a secret of a telephone": "secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
    "a hashed password": "UPDATE users SET password_hash = '$argon2id$v=19$…'",
    "a password": "password=un+long+mot+de+passe",
    "a bank account": "IBAN FR76 3000 6000 0112 3456 7890 189",
    "a bank account without spaces": "to FR7630006000011234567890189.",
}


@pytest.mark.parametrize("what", PLANTED)
def test_a_trace_is_seen(what):
    assert traces.found(PLANTED[what], {}) != []


@pytest.mark.parametrize("line", [
    '{"id":"4f1d8a6be6b14a6d9d0c6a3e2f5b7c81","path":"/mot-de-passe/…","status":"200"}',
    '{"message":"event taken","event":"evt_1TestKnock0123456789","type":"checkout.session.completed"}',
    '{"cause":"MariaDB 2002 (HY000): Can\'t connect — SELECT s.user_id FROM sessions s WHERE s.token_hash = ?"}',
])  # fmt: skip
def test_an_ordinary_line_is_none(line):
    assert traces.found(line, {}) == []


def test_no_log_of_the_run_holds_a_secret_or_says_who_somebody_is(demo):
    texts, logs = traces.known(demo), traces.logs(demo)
    missing = {what for what, several in texts.items() if not several}
    assert missing <= {"an address of a page of Stripe"}, "there is something to look for, were this test run alone"
    names = {str(name) for name in logs}
    assert {"access.log", "nginx.log", "mariadb.log", "mail.log", "payments.log", "mails.log"} <= names
    assert {f"{role}.log" for role in ("dashboard", "public", "stripe", "webhook")} <= names
    assert '"status":"200"' in logs[next(name for name in logs if str(name) == "access.log")]
    left = {f"{name}: {what}: {text}" for name, log in logs.items() for what, text in traces.found(log, texts)}
    assert left == set()


def test_the_keys_of_the_demo_are_its_owners_alone(demo):
    folder = Path(demo.directory)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "secrets").stat().st_mode & 0o777 == 0o600
