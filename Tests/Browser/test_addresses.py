"""Whom nginx takes for one visitor when it counts forms: seen by an nginx of its own that is told where requests come from."""

import socket
import subprocess
import time
from pathlib import Path

import pytest

SNIPPETS = Path(__file__).parents[2] / "nginx" / "snippets"


@pytest.fixture
def front(tmp_path):
    """The path of a socket that believes what the PROXY protocol says of the visitor."""
    (tmp_path / "snippets").symlink_to(SNIPPETS)
    places = "".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (tmp_path / "nginx.conf").write_text(f"""
        daemon off; master_process off; pid {tmp_path}/pid; error_log {tmp_path}/error.log;
        events {{ }}
        http {{
            map "" $strict_transport {{ default ""; }}
            map "" $stripe_pages {{ default ""; }}
            include snippets/http.conf;
            access_log off; {places}
            set_real_ip_from unix:;
            real_ip_header proxy_protocol;
            server {{
                listen unix:{tmp_path}/front proxy_protocol;
                root {tmp_path}/nothing;
                location / {{ limit_req zone=sign_in burst=10 nodelay; }}
            }}
        }}
    """)
    server = subprocess.Popen(["/usr/sbin/nginx", "-c", tmp_path / "nginx.conf", "-p", tmp_path, "-e", tmp_path / "error.log"])
    deadline = time.monotonic() + 10
    while not (tmp_path / "front").exists():
        assert server.poll() is None and time.monotonic() < deadline, (tmp_path / "error.log").read_text()
        time.sleep(0.02)
    yield tmp_path / "front"
    server.terminate()
    server.wait()


def post(front, address):
    """The status of a log-in that comes from an address."""
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(front))
        kind, here = ("TCP6", "::1") if ":" in address else ("TCP4", "127.0.0.1")
        request = f"POST /connexion HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        line.sendall(f"PROXY {kind} {address} {here} 50000 443\r\n{request}".encode())
        return int(line.recv(100).split()[1])


@pytest.mark.parametrize("one, other", [
    ("2001:db8:0:7::{:x}", "2001:db8:0:8::1"), ("2001:db8::{:x}:0:1", "2001:db8:1::1"), ("fd0a:a00:a0a:d00::{:x}", "fd0a:a00:a0a:d01::"),
])  # fmt: skip
def test_all_addresses_of_one_network_of_ipv6_are_one_visitor(front, one, other):
    answers = [post(front, one.format(n)) for n in range(1, 20)]
    assert answers[0] != 429 and answers[-1] == 429
    assert post(front, other) != 429


def test_every_address_of_ipv4_is_a_visitor(front):
    assert all(post(front, f"192.0.2.{n}") != 429 for n in range(1, 20))
    answers = [post(front, "192.0.2.200") for _ in range(20)]
    assert answers[0] != 429 and answers[-1] == 429
