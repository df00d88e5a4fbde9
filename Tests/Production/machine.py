"""A Debian 12 of our own, booted with its systemd in namespaces: what README.md says of production is done there.

The packages are installed once and kept under .tests/; what a boot writes over them is forgotten with it. Nothing of the
machine is reachable from outside: its network is a loopback of its own.
"""

import hashlib
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
KEPT = HOUSE / ".tests" / "production"


def blocks():
    """The commands of README.md's chapter on production that are to be run as they stand, in their order."""
    chapter = re.search(r"^## Production$(.*?)^## ", (HOUSE / "README.md").read_text(), re.M | re.S)[1]
    return re.findall(r"^```sh\n(.*?)^```$", chapter, re.M | re.S)


def prepare(packages):
    """The folder of a Debian on which these commands of README.md have installed the packages."""
    tree = KEPT / hashlib.sha256(packages.encode()).hexdigest()[:12]
    if not (tree / "complete").exists():
        shutil.rmtree(KEPT, ignore_errors=True)
        KEPT.mkdir(parents=True)
        run(["debootstrap", "--variant=minbase", "--include=systemd,systemd-sysv,dbus,curl,openssl", "bookworm", tree])
        container(tree, "bash", "-ec", "export DEBIAN_FRONTEND=noninteractive\n" + packages)
        (tree / "complete").touch()
    return tree


def container(tree, *command):
    """Runs a command in the folder, before anything is booted, with the network that we have."""
    run(["systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--directory", tree, *command])


def run(command):
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


class Machine:
    """A booted machine. `run` is root's shell on it, in a copy of this folder that cannot be written to."""

    def __init__(self, tree):
        self.console = (KEPT / "console.log").open("wb")
        self.nspawn = subprocess.Popen(
            [
                "systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--boot", "--volatile=overlay",
                "--private-network", "--kill-signal=SIGRTMIN+3", "--console=pipe",
                f"--bind-ro={HOUSE}:/srv/needme", "--directory", tree,
            ],
            stdin=subprocess.DEVNULL, stdout=self.console, stderr=subprocess.STDOUT,
        )
        try:
            self.init = self.wait_for(self.find_init, "the machine's first process")
            self.wait_for(self.has_booted, "the end of its boot")
        except BaseException:
            self.stop()
            raise

    def has_booted(self):
        return self.run("systemctl is-system-running", check=False).stdout.strip() in ("running", "degraded")

    def find_init(self):
        if self.nspawn.poll() is not None:
            raise AssertionError(f"systemd-nspawn ended with status {self.nspawn.returncode}; see {self.console.name}")
        children = Path(f"/proc/{self.nspawn.pid}/task/{self.nspawn.pid}/children").read_text().split()
        return next((pid for pid in children if Path(f"/proc/{pid}/comm").read_text() == "systemd\n"), None)

    def run(self, commands, check=True, **options):
        """The outcome of a shell's commands, with their output as text; a failure shows it, unless `check` is false."""
        outcome = subprocess.run(
            self.command(commands), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, timeout=300, **options,
        )
        assert not check or outcome.returncode == 0, f"{commands}\n{outcome.stdout}"
        return outcome

    def start(self, commands):
        """A shell's commands, running; their output is read when they have ended."""
        return subprocess.Popen(
            self.command(commands), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )

    def command(self, commands):
        into = ["nsenter", "--target", self.init, "--all"]
        path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin"
        return [*into, "env", "--ignore-environment", path, "HOME=/root", "bash", "-euo", "pipefail", "-c", "cd /srv/needme\n" + commands]

    def setting(self, name, **values):
        """Fills in variables of /etc/needme/<name>.env, as an operator does."""
        for variable, value in values.items():
            self.run(f"grep -q '^{variable}=' /etc/needme/{name}.env")
            self.run(f"sed -i 's|^{variable}=.*|{variable}={value}|' /etc/needme/{name}.env")

    def wait_for(self, condition, what, seconds=60):
        deadline = time.monotonic() + seconds
        while not (found := condition()):
            assert time.monotonic() < deadline, f"waited {seconds} s in vain for {what}"
            time.sleep(0.1)
        return found

    def stop(self):
        self.nspawn.send_signal(signal.SIGTERM)
        self.nspawn.wait(timeout=120)
        self.console.close()
