"""What the site is compared with, at the same nginx: a plain file, and the responder in C that is `answer.c`."""

import os
import signal
import subprocess
import urllib.parse
from contextlib import ExitStack, contextmanager
from pathlib import Path

import machine
import tools
from plain import ask, until

SIZE = 10_000
FILE = "/compared/file"


def path(selects):
    """Where the responder in C answers that makes so many SELECTs."""
    return f"/compared/{selects}"


@contextmanager
def compared(demo, selects, invoice, processes):
    """Beside the site's own locations: a file, and for each number of SELECTs as many responders as processes are told.

    Yields the ids of the processes, by the number of SELECTs."""
    folder = Path(os.environ["NEEDME_DATABASE_SOCKET"]).parent
    file = Path(demo.directory, "data", "compared.txt")
    file.write_bytes(b"x" * SIZE)
    locations = [f'location = {FILE} {{ alias "{file}"; }}']
    with ExitStack() as stack:
        watchers = {}
        for number in selects:
            socket = folder / f"answer{number}.sock"
            watchers[number] = stack.enter_context(responders(socket, number, invoice, processes))
            locations.append(
                f'location = {path(number)} {{ include snippets/fastcgi.conf; fastcgi_pass "unix:{socket}"; }}'
            )
        stack.enter_context(configured(demo, folder / "nginx.pid", locations))
        for where in [FILE, *map(path, selects)]:
            until(lambda: ask(demo, "GET", where)[::2] == (200, "x" * SIZE))
        yield {number: machine.children(watcher) for number, watcher in watchers.items()}


@contextmanager
def responders(socket, selects, invoice, processes):
    database = [os.environ["NEEDME_DATABASE_SOCKET"], "needme_public", os.environ["NEEDME_DATABASE_NAME"]]
    watcher = subprocess.Popen(
        ["spawn-fcgi", "-n", "-s", socket, "-M", "0600", "-b", "1024", "--", "/usr/bin/multiwatch"]
        + ["--forks", str(processes), "--signal", "TERM", "--"]
        + [tools.PROGRAMS / "answer", str(selects), *database, str(invoice)],
        env=os.environ | {"ANSWER_PASSWORD": os.environ["NEEDME_DATABASE_PASSWORD_PUBLIC"]},
    )
    try:
        until(lambda: len(machine.children(watcher.pid)) == processes)
        yield watcher.pid
    finally:
        watcher.terminate()
        watcher.wait()


@contextmanager
def configured(demo, pid, locations):
    """nginx with more locations, and at the end as it was."""
    file, end = Path(demo.directory, "nginx", "nginx.conf"), "        include snippets/site.conf;\n"
    before = file.read_text()
    assert before.count(end) == 1

    def configure(text):
        master = int(pid.read_text())
        before = machine.children(master)
        file.write_text(text)
        os.kill(master, signal.SIGHUP)
        until(lambda: not set(before) & set(machine.children(master)))

    configure(before.replace(end, "".join(f"        {line}\n" for line in locations) + end))
    try:
        yield
    finally:
        configure(before)


def request(demo, where, **headers):
    """A GET as bytes."""
    lines = [f"GET {where} HTTP/1.1", f"Host: {urllib.parse.urlsplit(demo.url).netloc}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
