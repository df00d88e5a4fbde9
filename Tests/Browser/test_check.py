"""What an operator is told by `needme check`, of the whole demo."""

import os
import subprocess
from pathlib import Path

from plain import programs


def check(demo, **changes):
    """The status of `needme check` and its lines."""
    program = os.readlink(f"/proc/{programs(demo, 'respond', 'public')[1][0]}/exe")
    person = subprocess.check_output(["id", "-un"], text=True).strip()
    settings = os.environ | {"NEEDME_DATABASE_USER": person, "NEEDME_DATABASE_PASSWORD": ""} | changes
    house = Path(__file__).parents[2]
    nginx = Path(demo.directory, "nginx", "nginx.conf")
    command = [program, "check", "--directory", house / "sql", "--nginx", nginx]
    end = subprocess.run(command, env=settings, capture_output=True, text=True, timeout=60)
    return end.returncode, end.stdout.splitlines()


def test_all_is_well(demo):
    status, lines = check(demo)
    assert [line for line in lines if not line.startswith("ok     ")] == []
    assert {line.split()[1] for line in lines} == {
        "configuration:", "database:", "clock:", "schema:", "rights:", "accounts:", "stripe:", "webhook", "mail:", "tls:", "documents:",
    }
    assert status == 0


def test_a_key_that_stripe_does_not_know_is_found_and_not_shown(demo):
    status, lines = check(demo, NEEDME_STRIPE_SECRET_KEY="sk_test_unknown")
    assert status == 1
    (wrong,) = [line for line in lines if line.startswith("wrong")]
    assert wrong.startswith("wrong  stripe: Stripe refused (401")
    assert "sk_test" not in wrong


def test_a_wrong_setting_is_named(demo):
    status, lines = check(demo, NEEDME_MAIL_FROM="nobody")
    assert status == 78
    assert [line for line in lines if line.startswith("wrong")] == [
        "wrong  configuration: work: NEEDME_MAIL_FROM is not an address"
        " → set it to the address our mail comes from, such as needme@needme.example"
    ]
