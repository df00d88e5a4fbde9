"""What the processes count, whatever becomes of them."""

import os
import re
import signal
import subprocess
from pathlib import Path

from plain import ask, programs, until


def figures(demo):
    """Each figure of `needme metrics`, by its name and labels."""
    program = os.readlink(f"/proc/{programs(demo, 'respond', 'public')[1][0]}/exe")
    settings = os.environ | {"NEEDME_DATABASE_USER": subprocess.check_output(["id", "-un"], text=True).strip()}
    text = subprocess.check_output([program, "metrics"], env=settings | {"NEEDME_DATABASE_PASSWORD": ""}, text=True)
    return {name: int(value) for name, value in re.findall(r"^([a-z_]+(?:\{[^}]*\})?) (\d+)$", text, re.M)}


def test_every_request_is_counted_and_no_death_loses_one(demo):
    asked = 'needme_requests_total{role="public",status="404"}'
    before = figures(demo).get(asked, 0)
    for _ in range(10):
        assert ask(demo, "GET", "/f/aucune")[0] == 404
    assert figures(demo)[asked] == before + 10
    _, dying = programs(demo, "respond", "public")
    for process in dying:
        os.kill(process, signal.SIGKILL)
    until(lambda: len(set(programs(demo, "respond", "public")[1]) - set(dying)) == len(dying))
    for _ in range(10):
        assert ask(demo, "GET", "/f/aucune")[0] == 404
    assert figures(demo)[asked] == before + 20
    files = list(Path(os.environ["NEEDME_COUNTS_DIRECTORY"], "public").iterdir())
    assert len(files) == len(dying), "those who came after went on where the others were"


def test_a_request_is_followed_from_one_log_to_the_other(demo):
    status, _, _ = ask(demo, "POST", "/stripe/webhook/connect", "{}", {"Stripe-Signature": "none"})
    assert status == 400
    logs = Path(demo.directory, "log")

    def ids(name, key, words):
        lines = (logs / name).read_text().splitlines()
        return [re.search(rf'"{key}":"([0-9a-f]{{32}})"', line)[1] for line in lines if words in line]

    until(lambda: ids("webhook.log", "request", "event refused"))
    refused = ids("webhook.log", "request", "event refused")[-1]
    until(lambda: refused in ids("access.log", "id", "/stripe/webhook/connect"))
