"""The simulator as it runs in the demo: behind nginx, with its deliverer, and an endpoint that keeps what it is told.

Needs nginx, `pip install stripe pytest`, and a built simulator: `swift build --product needme-stripe-simulator`.
"""

import http.server
import os
import pathlib
import socket
import subprocess
import threading
import time

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SIMULATOR = os.environ.get("SIMULATOR_BINARY", str(ROOT / ".build/debug/needme-stripe-simulator"))
KEY = "sk_test_witness"
SECRETS = {"/connect": "whsec_connect", "/platform": "whsec_platform"}

NGINX = """
daemon off; pid {place}/nginx.pid; error_log {place}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {place}/body; fastcgi_temp_path {place}/fastcgi; proxy_temp_path {place}/proxy;
  uwsgi_temp_path {place}/uwsgi; scgi_temp_path {place}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location / {{ include /etc/nginx/fastcgi_params; fastcgi_pass unix:{place}/socket; }}
  }}
}}
"""


class Endpoint(http.server.BaseHTTPRequestHandler):
    """A webhook that fails at its first knock and keeps every knock."""

    knocks = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        Endpoint.knocks.append((self.path, self.headers["stripe-signature"], body, time.time()))
        self.send_response(500 if len(Endpoint.knocks) == 1 else 200)
        self.end_headers()

    def log_message(self, *arguments):
        pass


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition, what, seconds=10):
    end = time.time() + seconds
    while time.time() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError(f"{what}: not within {seconds} s")


def answers(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="session")
def knocks():
    return Endpoint.knocks


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    place = tmp_path_factory.mktemp("simulator")
    port = free_port()
    endpoint = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=endpoint.serve_forever, daemon=True).start()
    hook = f"http://127.0.0.1:{endpoint.server_port}"
    environment = os.environ | {
        "SIMULATOR_STATE_DIRECTORY": str(place / "state"),
        "SIMULATOR_PUBLIC_ADDRESS": f"http://127.0.0.1:{port}",
        "SIMULATOR_SECRET_KEY": KEY,
        "SIMULATOR_SOCKET": str(place / "socket"),
        "SIMULATOR_CONNECT_URL": hook + "/connect",
        "SIMULATOR_CONNECT_SECRET": SECRETS["/connect"],
        "SIMULATOR_PLATFORM_URL": hook + "/platform",
        "SIMULATOR_PLATFORM_SECRET": SECRETS["/platform"],
        "SIMULATOR_CLIENT_ID": "ca_witness",
        "SIMULATOR_OAUTH_REDIRECT_URIS": "https://needme.test/oauth https://needme.test/autre",
        "SIMULATOR_ALLOW_HTTP": "1",
    }
    (place / "nginx.conf").write_text("user root;\n" * (os.geteuid() == 0) + NGINX.format(place=place, port=port))
    respond = subprocess.Popen([SIMULATOR, "respond"], env=environment)
    deliver = subprocess.Popen([SIMULATOR, "deliver"], env=environment)
    wait_for((place / "socket").exists, "the simulator's socket")
    nginx = subprocess.Popen(["nginx", "-p", str(place), "-c", str(place / "nginx.conf")], stderr=subprocess.DEVNULL)
    wait_for(lambda: answers(port), "nginx")
    yield f"http://127.0.0.1:{port}"
    for process in (nginx, deliver, respond):
        process.terminate()
    assert [process.wait(10) for process in (nginx, deliver, respond)] == [0, 0, 0]
    endpoint.shutdown()
