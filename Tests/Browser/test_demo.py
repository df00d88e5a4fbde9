"""`nginx/demo` itself: it says what is in its way, and leaves nothing behind."""

import os
import signal
import socket
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from plain import programs, until

DEMO = Path(__file__).parents[2] / "nginx" / "demo"


@pytest.fixture
def port():
    """The first of two free ports."""
    for port in range(20443, 21443, 10):
        with socket.socket() as first, socket.socket() as second:
            try:
                first.bind(("127.0.0.1", port))
                second.bind(("127.0.0.1", port + 1))
                return port
            except OSError:
                continue


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("demo")


def start(folder, port, *more):
    # Not the settings of the demo that runs these tests.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEEDME_")}
    return subprocess.Popen(
        [DEMO, "--directory", folder, "--port", str(port), *more],
        env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def left(port):
    """What still runs of the demo on this port."""
    watchers, watched = programs(SimpleNamespace(url=f"https://localhost:{port}"))
    return watchers + watched


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_however_it_ends_nothing_goes_on_running(folder, port, end):
    demo = start(folder, port)
    for line in demo.stdout:
        if line.startswith("Ctrl-C"):
            break
    assert len(left(port)) > 10
    demo.send_signal(end)
    status = demo.wait(timeout=30)
    until(lambda: left(port) == [], seconds=10)
    assert status == (-signal.SIGKILL if end == signal.SIGKILL else 128 + end)


def test_a_command_gets_the_demo_and_gives_its_status(folder, port):
    demo = start(folder, port, "--run", "sh", "-c", 'curl -so /dev/null --cacert "$NEEDME_DEMO_CA" "$NEEDME_DEMO_URL" && exit 7')
    demo.communicate()
    assert demo.returncode == 7
    assert left(port) == []


def test_a_port_in_use_is_named(folder, port):
    with socket.create_server(("127.0.0.1", port + 1)):
        demo = start(folder, port)
        said, _ = demo.communicate()
    assert demo.returncode == 1
    assert f"port {port + 1} is taken" in said


def test_one_folder_has_one_demo(demo, port):
    second = start(demo.directory, port)
    said, _ = second.communicate()
    assert second.returncode == 1
    assert "already running" in said


@pytest.mark.parametrize("options", [["--port", "x"], ["--port"], ["--bogus"], ["--run"]])
def test_an_option_that_makes_no_sense_is_refused(options):
    assert subprocess.run([DEMO, *options], capture_output=True).returncode in (1, 64)
