"""Three nodes, a crew of responders at each, nginx in front of them, and a freelancer with an account at Stripe."""

import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[1] / "Browser"))

from cluster import Cluster  # noqa: E402
from crews import Site  # noqa: E402
from nodes import HOUSE  # noqa: E402

PROGRAM = HOUSE / os.environ["NEEDME_BINARY"]
FIRST_PORT = 22043


@pytest.fixture(scope="session")
def folder():
    """Under /tmp, for the path of a Unix socket has at most 107 bytes."""
    folder = Path(tempfile.mkdtemp(prefix="needme-galera.", dir="/tmp"))
    folder.chmod(0o711)
    yield folder
    kept = HOUSE / ".tests" / "galera"
    shutil.rmtree(kept, ignore_errors=True)
    for log in [*folder.glob("*/log"), *folder.glob("*/*.log")]:
        if log.is_file():
            (kept / log.parent.name).mkdir(parents=True, exist_ok=True)
            shutil.copy(log, kept / log.parent.name)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def port():
    """The first of those that nobody has taken: the front, three doors, nine of the nodes, six of the crews."""
    port = FIRST_PORT
    while any(is_taken(port + place) for place in range(22)):
        port += 30
    return port


@pytest.fixture(scope="session")
def cluster(folder, port):
    cluster = Cluster(folder, port + 4)
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def site(folder, port, cluster):
    site = Site(folder, PROGRAM, cluster, port)
    yield site
    site.stop()


def is_taken(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
