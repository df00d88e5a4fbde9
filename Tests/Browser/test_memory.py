"""What a responder keeps in memory."""

import http.client
import re
import ssl
import urllib.parse
from pathlib import Path

from plain import ask, programs

# In KiB. Most of it is the libraries' code, which all processes share: what a process has for itself is a few MiB, and the
# fonts, once the dashboard has drawn a document. A public process that has laid codes and a stamp over a document has
# run through cairo, pango and qpdf, which counts for some 8 MiB.
LIMITS = {"public": 40 * 1024, "dashboard": 48 * 1024}
OWN = {"public": 12 * 1024, "dashboard": 28 * 1024}
REQUESTS = 10_000


def resident(process):
    """The resident memory of a process, in KiB."""
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{process}/status").read_text())[1])


def own(process):
    """The memory that a process shares with no other, in KiB (proc(5), smaps_rollup)."""
    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    return sum(int(pages) for pages in re.findall(r"Private_(?:Clean|Dirty):\s+(\d+)", rollup))


def is_small(demo, role):
    processes = programs(demo, "respond", role)[1]
    sizes = {process: (resident(process), own(process)) for process in processes}
    assert all(whole < LIMITS[role] and private < OWN[role] for whole, private in sizes.values()), sizes
    return True


def residents(demo, role):
    return {process: resident(process) for process in programs(demo, "respond", role)[1]}


def read_again_and_again(demo, path, times):
    where = urllib.parse.urlsplit(demo.url)
    context = ssl.create_default_context(cafile=demo.authority)
    connection = http.client.HTTPSConnection(where.hostname, where.port, timeout=30, context=context)
    for _ in range(times):
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status == 200 and answer.read()
    connection.close()


def test_ten_thousand_requests_leave_a_responder_small_and_flat(demo, invoice_link):
    path = urllib.parse.urlsplit(invoice_link).path
    read_again_and_again(demo, path + "/facture.pdf", 100)
    read_again_and_again(demo, path, 1_000)
    before = residents(demo, "public")
    read_again_and_again(demo, path, REQUESTS)
    after = residents(demo, "public")
    assert is_small(demo, "public")
    assert all(after[process] - before[process] < 1024 for process in before)


def test_a_log_in_gives_its_memory_back(demo):
    for _ in range(8):
        status, headers, page = ask(demo, "GET", "/connexion")
        form = urllib.parse.urlencode({
            "jeton": re.search('name="jeton" value="([^"]+)"', page)[1],
            "email": demo.email,
            "password": demo.password,
        })
        cookie = headers["set-cookie"].split(";")[0]
        status, _, _ = ask(demo, "POST", "/connexion", form, {
            "Content-Type": "application/x-www-form-urlencoded", "Origin": demo.url, "Cookie": cookie,
        }, address="127.0.0.9")
        assert status == 303
    assert is_small(demo, "dashboard")


def test_an_archive_passes_through_and_leaves_nothing(demo, freelancer, invoice_link):
    for _ in range(8):
        answer = freelancer.request.get("/entreprise/donnees/archive.zip")
        assert answer.ok and answer.body().startswith(b"PK")
    assert is_small(demo, "dashboard")
