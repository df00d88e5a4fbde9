"""What the figures were measured on, and what each part took of it."""

import os
import re
import time
from pathlib import Path

import books
from plain import programs


def description(demo):
    return "\n".join([
        f"{processors()}, MariaDB {variable('version')}",
        f"innodb_flush_log_at_trx_commit={variable('innodb_flush_log_at_trx_commit')}, "
        f"innodb_flush_method={variable('innodb_flush_method')}, log_bin={variable('log_bin')}; "
        f"512 bytes written and synced by one process: {syncs_per_second(demo):,.0f}/s",
    ])


def processors():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    return f"{os.cpu_count()} cores ({model[1] if model else os.uname().machine}), Linux {os.uname().release}"


def variable(name):
    """A variable of the server, as it is now."""
    return books.rows(f"SELECT @@GLOBAL.{name}")[0][0]


def syncs_per_second(demo):
    """Where the database is: durable writes one after the other, in the best of three half seconds."""
    wait_for_calm()
    path = Path(demo.directory) / "data" / "sync"
    file = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    rates = []
    for _ in range(3):
        began, count = time.monotonic(), 0
        while time.monotonic() - began < 0.5:
            os.pwrite(file, b"x" * 512, 0)
            os.fdatasync(file)
            count += 1
        rates.append(count / (time.monotonic() - began))
    os.close(file)
    path.unlink()
    return max(rates)


CALM = 0.06
"""The share of the machine that others may take before figures are to be doubted."""


def wait_for_calm(seconds=60):
    """Until others leave the machine alone, or for so long; the table says what they have taken."""
    deadline = time.monotonic() + seconds
    busy = 1
    while busy > CALM and time.monotonic() < deadline:
        before = busy_seconds()
        time.sleep(0.5)
        busy = (busy_seconds() - before) / 0.5 / os.cpu_count()


class Parts:
    """The processor time of the demo's parts while something runs; whoever else was at work counts as « others »."""

    def __init__(self, demo, role, responders=None):
        sockets = Path(os.environ["NEEDME_DATABASE_SOCKET"]).parent
        front = int((sockets / "nginx.pid").read_text())
        self.processes = {
            "nginx": [front] + children(front),
            f"{role} responders": responders if responders is not None else programs(demo, "respond", role)[1],
            "MariaDB": [int((sockets / "mariadb.pid").read_text())],
        }

    def __enter__(self):
        wait_for_calm()
        self.before = {part: sum(map(processor_seconds, found)) for part, found in self.processes.items()}
        self.own_before, self.busy_before, self.began = own_seconds(), busy_seconds(), time.monotonic()
        return self

    def __exit__(self, *_):
        self.seconds = time.monotonic() - self.began
        after = {part: sum(map(processor_seconds, found)) for part, found in self.processes.items()}
        self.spent = {part: after[part] - self.before[part] for part in after}
        self.spent["load maker"] = own_seconds() - self.own_before
        self.busy = busy_seconds() - self.busy_before
        self.spent["others"] = max(0, self.busy - sum(self.spent.values()))

    @property
    def doubt(self):
        """What is to be said of figures that others have disturbed."""
        return "; NOT CALM, measure again" if self.spent["others"] > CALM * self.seconds * os.cpu_count() else ""

    @property
    def own_seconds(self):
        """The processor time of all parts together, without others: it hardly depends on what else is at work."""
        return sum(self.spent.values()) - self.spent["others"]

    def rows(self, count):
        """Microseconds for each of `count` things done, and the share of the whole machine."""
        whole = self.seconds * os.cpu_count()
        rows = [
            (f"  {part}", f"{1e6 * spent / count:.0f} µs", f"{100 * spent / whole:.0f} % of the machine")
            for part, spent in self.spent.items()
        ]
        return [*rows, ("  machine busy", f"{100 * self.busy / whole:.0f} %", "")]


def children(process):
    return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def processor_seconds(process):
    """What all threads of a process have run, to the nanosecond."""
    tasks = Path(f"/proc/{process}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def own_seconds():
    """What the programs that we ran and waited for have taken."""
    times = os.times()
    return times.children_user + times.children_system


def busy_seconds():
    user, nice, system, _, _, interrupt, soft, stolen = map(int, Path("/proc/stat").read_text().split()[1:9])
    return (user + nice + system + interrupt + soft + stolen) / os.sysconf("SC_CLK_TCK")


def memory(process):
    """Resident memory of a process and, of it, what it shares with no other, in MiB."""
    said = Path(f"/proc/{process}/smaps_rollup").read_text()
    size = {word: int(kilobytes) / 1024 for word, kilobytes in re.findall(r"^(\w+):\s+(\d+) kB", said, re.MULTILINE)}
    return size["Rss"], size["Private_Clean"] + size["Private_Dirty"]
