"""The load maker and the replayer, which are programs in C so that they take little of the machine they share."""

import os
import subprocess
import urllib.parse
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = Path(os.environ["BENCHMARK_PROGRAMS"])


@dataclass
class Outcome:
    """What a tool measured: the whole time, and of each request its status (or its tries) and its time."""

    seconds: float
    answers: list
    milliseconds: list

    @property
    def rate(self):
        return len(self.answers) / self.seconds

    def percentile(self, share):
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

    def rows(self, aim=""):
        """For the table, with what is aimed at for 99 of 100."""
        return [
            ("  half within", f"{self.percentile(0.50):.1f} ms", ""),
            ("  95 % within", f"{self.percentile(0.95):.1f} ms", ""),
            ("  99 % within", f"{self.percentile(0.99):.1f} ms", aim),
            ("  slowest", f"{max(self.milliseconds):.1f} ms", ""),
        ]


def load(demo, requests, connections):
    """Sends whole requests (bytes) over kept TLS connections."""
    where = urllib.parse.urlsplit(demo.url)
    given = b"".join(b"%d\n%s" % (len(request), request) for request in requests)
    return run(["load", where.hostname, str(where.port), demo.authority, str(connections)], given)


def replay(script, connections, role):
    """Says a script to the database, as a role."""
    socket, name = os.environ["NEEDME_DATABASE_SOCKET"], os.environ["NEEDME_DATABASE_NAME"]
    password = os.environ[f"NEEDME_DATABASE_PASSWORD_{role.upper()}"]
    return run(["replay", socket, f"needme_{role}", name, str(connections)], script, REPLAY_PASSWORD=password)


def run(command, given, **environment):
    program = [PROGRAMS / command[0], *command[1:]]
    answer = subprocess.run(program, input=given, capture_output=True, env=os.environ | environment, timeout=600)
    assert answer.returncode == 0, answer.stderr.decode(errors="replace")
    first, *lines = answer.stdout.split(b"\n")[:-1]
    pairs = [tuple(map(int, line.split())) for line in lines]
    return Outcome(int(first) / 1e6, [answer for answer, _ in pairs], [time / 1000 for _, time in pairs])
