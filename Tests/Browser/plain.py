"""Plain requests to the site and to its processes, without a browser."""

import http.client
import os
import signal
import ssl
import time
import urllib.parse
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace


def demo_of_environment():
    """Where `nginx/demo --run` has put things."""
    return SimpleNamespace(
        url=os.environ["NEEDME_DEMO_URL"],
        simulator=os.environ["NEEDME_DEMO_SIMULATOR_URL"],
        mailbox=os.environ["NEEDME_DEMO_MAILBOX_URL"],
        authority=os.environ["NEEDME_DEMO_CA"],
        directory=os.environ["NEEDME_DEMO_DIRECTORY"],
        email=os.environ["NEEDME_DEMO_EMAIL"],
        password=os.environ["NEEDME_DEMO_PASSWORD"],
    )


def ask(demo, method, path, body=None, headers={}, address="127.0.0.1", base=None):
    """One request, from a loopback address of our choice. Returns (status, headers with small names, text).

    What a header says several times stands there line by line.
    """
    where = urllib.parse.urlsplit(base or demo.url)
    connection = http.client.HTTPSConnection(
        where.hostname,
        where.port,
        timeout=70,
        source_address=(address, 0),
        context=ssl.create_default_context(cafile=demo.authority),
    )
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        names = {name.lower() for name in answer.headers}
        said = {name: "\n".join(answer.headers.get_all(name)) for name in names}
        return answer.status, said, answer.read().decode(errors="replace")
    finally:
        connection.close()


def until(condition, seconds=20):
    """Polls until the condition holds."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited {seconds} s in vain"
        time.sleep(0.05)


def programs(demo, *words):
    """The processes of this demo with all these words on their command line, as (watchers, programs)."""
    watchers, watched = [], []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = [Path(word).name for word in (folder / "cmdline").read_bytes().decode().split("\0")]
            environment = (folder / "environ").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if set(words) <= set(command) and f"NEEDME_PUBLIC_ORIGIN={demo.url}" in environment:
            (watchers if command[0] == "multiwatch" else watched).append(int(folder.name))
    return watchers, watched


def restart(demo, *words):
    """Ends the programs with these words on their command line, and returns those that came after, as many."""
    before = programs(demo, *words)[1]
    for process in before:
        os.kill(process, signal.SIGTERM)
    until(lambda: len(set(programs(demo, *words)[1]) - set(before)) == len(before))
    return programs(demo, *words)[1]


@contextmanager
def stopped(demo, *words):
    """The programs are down, and come back at the end: their watchers sleep meanwhile."""
    watchers, watched = programs(demo, *words)
    assert watchers
    for watcher in watchers:
        os.kill(watcher, signal.SIGSTOP)
    try:
        for program in watched:
            os.kill(program, signal.SIGTERM)
        until(lambda: not programs(demo, *words)[1])
        yield
    finally:
        for watcher in watchers:
            os.kill(watcher, signal.SIGCONT)


@contextmanager
def held(demo, *words):
    """The programs are there but do not move."""
    _, watched = programs(demo, *words)
    for program in watched:
        os.kill(program, signal.SIGSTOP)
    try:
        yield watched
    finally:
        for program in watched:
            with suppress(ProcessLookupError):
                os.kill(program, signal.SIGCONT)


@contextmanager
def unreachable(role):
    """Nobody listens where nginx looks for a role."""
    socket = Path(os.environ["NEEDME_DATABASE_SOCKET"]).with_name(f"{role}.sock")
    away = socket.rename(socket.with_suffix(".away"))
    try:
        yield
    finally:
        away.rename(socket)
