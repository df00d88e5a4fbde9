"""The site over three nodes: a crew of responders at each, and one nginx in front of all, as README.md says."""

import json
import os
import subprocess
from types import SimpleNamespace

from front import front
from nodes import ADMINISTRATOR, DATABASE, HOUSE, start, until
from plain import ask

PROCESSES = {"dashboard": 2, "public": 1, "webhook": 3}
"""How many responders of a role a crew has."""


class Crew:
    """Responders that speak to one node. The first crew is on nginx's machine; the others, as on other machines, on TCP."""

    def __init__(self, site, node, first_port):
        self.node, self.folder = node, site.folder / f"crew{node.place}"
        self.folder.mkdir()
        self.ports = {} if node.place == 1 else {role: first_port + place for place, role in enumerate(PROCESSES)}
        self.settings = site.settings | {
            "NEEDME_DATABASE_SOCKET": str(node.socket), "NEEDME_COUNTS_DIRECTORY": str(self.folder),
        }
        self.processes = {role: self.respond(site.program, role, count) for role, count in PROCESSES.items()}

    def respond(self, program, role, count):
        way = ["-a", "127.0.0.1", "-p", self.ports[role]] if self.ports else ["-s", self.socket(role), "-M", "0600"]
        return start(
            ["spawn-fcgi", "-n", *way, "-b", "1024", "--", "/usr/bin/multiwatch", "--forks", count, "--retry", "10",
             "--signal", "TERM", "--", program, "respond", role],
            self.folder / f"{role}.log", env=self.settings | account(self.settings, role),
        )

    def socket(self, role):
        return self.folder / f"{role}.sock"

    def address(self, role):
        """Where nginx finds a role."""
        return f"127.0.0.1:{self.ports[role]}" if self.ports else f"unix:{self.socket(role)}"


class Site:
    """`url` is the front; `doors` lead to one crew each."""

    def __init__(self, folder, program, cluster, port):
        self.folder, self.program = folder, program
        self.url = f"https://localhost:{port}"
        self.doors = [f"https://localhost:{port + node.place}" for node in cluster.nodes]
        for name in ("log", "counts"):
            (folder / name).mkdir()
        self.settings = self.configure()
        self.authority = folder / "tls" / "ca.pem"
        self.demo = SimpleNamespace(url=self.url, authority=str(self.authority))
        self.crews, self.processes = [], []
        self.run(cluster.nodes[0], "migrate", "--directory", HOUSE / "sql")
        printed = self.run(cluster.nodes[1], "demo", role="dashboard")
        self.email, self.password = (line.partition(": ")[2] for line in printed.splitlines())
        try:
            for node in cluster.nodes:
                self.crews.append(Crew(self, node, port + 10 + 3 * node.place))
                self.processes += self.crews[-1].processes.values()
            (folder / "snippets").symlink_to(HOUSE / "nginx/snippets")
            configuration = folder / "nginx.conf"
            configuration.write_text(front(self, PROCESSES, port))
            self.processes.append(start(
                ["/usr/sbin/nginx", "-c", configuration, "-p", folder, "-e", "stderr"], folder / "log" / "nginx.log",
            ))
            for base in (self.url, *self.doors):
                for path in ("/", "/f/aucune", "/stripe/webhook/connect"):
                    until(lambda: self.answers(base, path), f"an answer of {base}{path}")
        except BaseException:
            self.stop()
            raise

    def configure(self):
        """The variables of `nginx/demo`, with secrets made for this run, and a certificate."""
        given = {
            "house": HOUSE, "demo": self.folder, "sockets": self.folder, "site": self.url, "simulator": "https://127.0.0.1:1",
            "mail_port": "25", "PATH": os.environ["PATH"],
        }
        told = subprocess.run(
            ["bash", "-euc", 'for part in packages environment front; do . "$house/nginx/demo.d/$part.sh"; done; '
             "configure >&2; make_certificate >&2; exec env --null"],
            env={name: str(value) for name, value in given.items()}, stdout=subprocess.PIPE, text=True, check=True,
        ).stdout
        return dict(line.split("=", 1) for line in told.split("\0") if line)

    def run(self, node, *words, role=None):
        """What a command of `needme` says, at one node."""
        who = account(self.settings, role) if role else {"NEEDME_DATABASE_USER": ADMINISTRATOR}
        outcome = subprocess.run(
            [self.program, *map(str, words)], env=self.settings | {"NEEDME_DATABASE_SOCKET": str(node.socket)} | who,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
        )
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr
        return outcome.stdout

    def answers(self, base, path):
        try:
            return ask(self.demo, "GET", path, base=base)[0] < 500
        except OSError:
            return False

    def requests(self):
        """What nginx has noted of each request."""
        return [json.loads(line) for line in (self.folder / "log" / "access.log").read_text().splitlines()]

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.wait(timeout=30)


def account(settings, role):
    """Who a role is to the database."""
    return {
        "NEEDME_DATABASE_NAME": DATABASE, "NEEDME_DATABASE_USER": f"needme_{role}",
        "NEEDME_DATABASE_PASSWORD": settings[f"NEEDME_DATABASE_PASSWORD_{role.upper()}"],
    }
