"""How long a responder takes from its start to its first answer, and what memory it holds after many."""

import os
import signal
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.parse

import compared
import machine
import shortcut
import tools
from plain import programs, restart

ROLE = "public"
STARTS = 20
START_AIM = 100
WARM_UP = 2_000
MEMORY_AIM = 25
FLAT = 1


def measure(demo, options):
    link = shortcut.issue_invoice(shortcut.freelancer(demo))
    program = os.readlink(f"/proc/{programs(demo, 'respond', ROLE)[1][0]}/exe")
    machine.wait_for_calm()
    starts = [start(demo, program, link) for _ in range(STARTS)]
    half, most = statistics.median(starts), max(starts)
    return [
        (f"A responder ({ROLE})",),
        ("start to first page, half within", f"{half:.0f} ms", verdict(f"{START_AIM} ms", half < START_AIM)),
        ("  slowest", f"{most:.0f} ms", f"of {STARTS}"),
        *memory_rows(demo, options, link),
    ]


def start(demo, program, link):
    """Milliseconds from the start of the program to the end of its first page, from the database."""
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as listening:
        place = f"{folder}/socket"
        listening.bind(place)
        listening.listen(8)
        began = time.monotonic()
        responder = subprocess.Popen([program, "respond", ROLE], stdin=listening, env=os.environ | account())
        try:
            answer = subprocess.check_output(["cgi-fcgi", "-bind", "-connect", place], env=asking(demo, link))
            taken = 1000 * (time.monotonic() - began)
        finally:
            responder.send_signal(signal.SIGTERM)
            responder.wait()
    assert b"</html>" in answer, answer.decode(errors="replace")
    return taken


def account():
    password = os.environ[f"NEEDME_DATABASE_PASSWORD_{ROLE.upper()}"]
    return {"NEEDME_DATABASE_USER": f"needme_{ROLE}", "NEEDME_DATABASE_PASSWORD": password}


def asking(demo, link):
    """The parameters that nginx would send."""
    return {
        "PATH": os.environ["PATH"], "REQUEST_METHOD": "GET", "REQUEST_URI": link, "QUERY_STRING": "",
        "HTTP_HOST": urllib.parse.urlsplit(demo.url).netloc, "REMOTE_ADDR": "127.0.0.1", "HTTPS": "on",
        "REQUEST_ID": "0" * 32, "SERVER_PROTOCOL": "HTTP/1.1",
    }


def memory_rows(demo, options, link):
    responders = restart(demo, "respond", ROLE)
    rows, asked, sizes = [], 0, []
    for count in (WARM_UP, options.requests):
        outcome = tools.load(demo, [compared.request(demo, link)] * count, options.connections)
        wrong = sum(status != 200 for status in outcome.answers)
        assert wrong == 0, f"{wrong} of {count} requests were not answered with 200"
        assert set(programs(demo, "respond", ROLE)[1]) == set(responders), "a responder has ended meanwhile"
        asked += count
        resident, own = max(machine.memory(process) for process in responders)
        sizes.append(resident)
        note = f"the largest of {len(responders)}; {own:.1f} MiB of it its own"
        rows.append((f"memory after {asked:,} pages", f"{resident:.1f} MiB", note))
    grown = sizes[1] - sizes[0]
    return [
        *rows,
        ("  resident", f"{sizes[1]:.1f} MiB", verdict(f"{MEMORY_AIM} MiB", sizes[1] < MEMORY_AIM)),
        ("  grown", f"{grown:.1f} MiB", verdict(f"less than {FLAT} MiB", grown < FLAT)),
    ]


def verdict(aim, is_reached):
    return f"aim: {aim}: {'reached' if is_reached else 'MISSED'}"
