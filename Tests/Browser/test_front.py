"""What nginx promises for every answer, whoever gives it."""

import re
import socket
import ssl
import subprocess
import urllib.parse

import pytest

from plain import ask, unreachable

STYLESHEET = "/static/needme.0123456789ab.css"

ANSWERS = {
    "a page of the freelancer": ("GET", "/connexion", {}),
    "a page that does not exist": ("GET", "/n-existe-pas", {}),
    "an invoice that does not exist": ("GET", "/f/aucune", {}),
    "a knock that Stripe did not sign": ("POST", "/stripe/webhook/connect", {}),
    "a file": ("GET", STYLESHEET, {}),
    "a file that does not exist": ("GET", "/static/aucun.css", {}),
    "a body too large": ("POST", "/connexion", {"Content-Length": "1048577"}),
    "a method that makes no sense": ("POST", "/robots.txt", {}),
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_answer_protects_its_reader(demo, answer):
    method, path, headers = ANSWERS[answer]
    _, headers, _ = ask(demo, method, path, headers=headers)
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin"
    assert "strict-transport-security" in headers
    assert "permissions-policy" in headers
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["server"] == "nginx", "without its version"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_only_strong_ciphers_are_spoken(demo):
    every = ssl.create_default_context()
    every.set_ciphers("ALL:COMPLEMENTOFALL:@SECLEVEL=0")
    names = [cipher["name"] for cipher in every.get_ciphers() if cipher["protocol"] != "TLSv1.3"]
    assert len(names) > 40
    spoken = {name for name in names if speaks(demo, ssl.TLSVersion.TLSv1_2, name)}
    assert spoken == {"ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305"}
    assert speaks(demo, ssl.TLSVersion.TLSv1_3, "ALL")
    assert not any(speaks(demo, old, "ALL") for old in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1))


def speaks(demo, version, ciphers):
    """Whether the site shakes hands in this version with one of these ciphers."""
    where = urllib.parse.urlsplit(demo.url)
    context = ssl.create_default_context(cafile=demo.authority)
    context.set_ciphers(ciphers + ":@SECLEVEL=0")
    context.minimum_version = context.maximum_version = version
    try:
        with socket.create_connection((where.hostname, where.port), timeout=5) as line:
            with context.wrap_socket(line, server_hostname=where.hostname):
                return True
    except (ssl.SSLError, ConnectionResetError):
        return False


@pytest.mark.parametrize("path", ["/f/aucune", "/d/aucun", "/mot-de-passe/aucun", "/confirmer/aucun"])
def test_secret_addresses_are_not_for_search_engines(demo, path):
    assert ask(demo, "GET", path)[1]["x-robots-tag"] == "noindex, nofollow"


def test_files_are_kept_by_browsers_for_ever(demo):
    status, headers, _ = ask(demo, "GET", STYLESHEET, headers={"Accept-Encoding": "gzip"})
    assert status == 200
    assert headers["content-type"].startswith("text/css")
    assert headers["cache-control"] == "public, max-age=31536000, immutable"


def test_pages_are_not_kept_nor_compressed(demo):
    status, headers, page = ask(demo, "GET", "/connexion", headers={"Accept-Encoding": "gzip"})
    assert status == 200
    assert headers["cache-control"] == "no-store"
    assert "content-encoding" not in headers
    fingerprinted = re.search(r'href="(/static/[\w-]+\.[0-9a-f]{12}\.css)"', page)
    assert fingerprinted and ask(demo, "GET", fingerprinted[1])[0] == 200


@pytest.mark.parametrize("path", ["/static/../needme.conf", "/static/%2e%2e/needme.conf", "/erreurs/503.html", "/demo"])
def test_only_files_meant_for_the_public_are_served(demo, path):
    assert ask(demo, "GET", path)[0] in (303, 400, 404)


def test_what_only_nginx_refuses_is_told_in_french(demo):
    status, _, page = ask(demo, "POST", "/robots.txt")
    assert status == 405
    assert "Geste impossible ici" in page and "Revenir à l’accueil" in page


def test_a_body_over_one_mebibyte_is_refused_in_french(demo):
    for path in ("/connexion", "/f/aucune", "/stripe/webhook/connect"):
        status, _, page = ask(demo, "POST", path, headers={"Content-Length": "1048577"})
        assert status == 413
        assert "Fichier trop lourd" in page


def test_a_file_of_six_mebibytes_is_taken_where_one_is_asked_for(demo):
    for path in ("/f/aucune/verifier", "/entreprise/documents/logo"):
        status, _, page = ask(demo, "POST", path, headers={"Content-Length": str(6 * 2**20 + 1)})
        assert status == 413
        assert "Fichier trop lourd" in page
        assert ask(demo, "POST", path, bytes(5 * 2**20))[0] != 413


def test_hasty_log_ins_are_slowed_down_by_address(demo):
    hasty, other = "127.0.0.7", "127.0.0.8"
    answers = [ask(demo, "POST", "/connexion", address=hasty) for _ in range(15)]
    status, headers, page = answers[-1]
    assert status == 429
    assert headers["retry-after"] == "60"
    assert "Patientez une minute" in page
    assert ask(demo, "POST", "/connexion", address=other)[0] != 429
    assert ask(demo, "GET", "/connexion", address=hasty)[0] == 200


def test_hasty_payments_are_slowed_down_by_address(demo):
    answers = [ask(demo, "POST", "/f/aucune/payer", address="127.0.0.9")[0] for _ in range(30)]
    assert answers[-1] == 429 and answers[0] != 429


def test_stripe_is_never_slowed_down(demo):
    answers = {ask(demo, "POST", "/stripe/webhook/connect", "{}", address="127.0.0.10")[0] for _ in range(60)}
    assert answers == {400}


def test_the_log_holds_no_secret(demo):
    secret = "3q2-7wEkZ0pXvT9sQmLrYb"
    for path in (f"/f/{secret}", f"/f/{secret}/payer", f"/stripe/retour/{secret}", f"/x/{secret}/y", f"/%66/{secret}"):
        ask(demo, "GET", f"{path}?q={secret}", headers={"Referer": f"{demo.url}/f/{secret}"})
    with unreachable("dashboard"):
        assert ask(demo, "GET", f"/clients?q={secret}", headers={"Referer": f"{demo.url}/f/{secret}"})[0] == 503
    logs = [open(f"{demo.directory}/log/{name}.log").read() for name in ("access", "nginx")]
    assert '"path":"/f/…"' in logs[0]
    assert re.search(r'"path":"/clients","status":"503".*"responder_status":"502"', logs[0])
    assert not any(secret in log for log in logs)


def test_another_name_of_the_host_leads_to_the_right_one(demo):
    status, headers, _ = ask(demo, "GET", "/connexion", base=demo.url.replace("localhost", "127.0.0.1"))
    assert status == 301
    assert headers["location"] == f"{demo.url}/connexion"


@pytest.mark.parametrize("address, expected", [("{url}/connexion", "2 200 "), ("http://localhost:{port}/x?y", "1.1 301 {url}/x?y")])
def test_browsers_get_http_2_and_never_plain_http(demo, address, expected):
    words = {"url": demo.url, "port": demo.url.rsplit(":", 1)[1]}
    curl = ["curl", "--silent", "--cacert", demo.authority, "--output", "/dev/null"]
    curl += ["--write-out", "%{http_version} %{http_code} %{redirect_url}", address.format(**words)]
    assert subprocess.run(curl, capture_output=True, text=True).stdout == expected.format(**words)
