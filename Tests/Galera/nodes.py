"""One MariaDB server of a Galera cluster on loopback, with the settings of nginx/systemd/galera.cnf.

A node is killed without a word and started again as Debian's systemd unit does: it finds out how far it had come, and
asks the others for the rest.
"""

import os
import pwd
import re
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
SERVER = shutil.which("mariadbd", path=os.environ["PATH"] + ":/usr/sbin")
ADMINISTRATOR = pwd.getpwuid(os.geteuid()).pw_name
SERVERS_ACCOUNT = "mysql" if os.geteuid() == 0 else ADMINISTRATOR
"""rsync, when root starts it to receive a copy, becomes nobody, who may write nowhere."""
DATABASE = "needme"
PORTS = 3
"""How many ports a node takes: the group's, and those for the two ways of catching up."""


def until(condition, what, seconds=60):
    """Polls until the condition holds, and returns what it found."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, f"waited {seconds} s in vain for {what}"
        time.sleep(0.05)
    return found


def start(command, log, account=ADMINISTRATOR, **options):
    """A program in a session of its own, which the kernel ends should we be killed; unless it changes its account itself."""
    becoming = [] if account == ADMINISTRATOR else ["--reuid", account, "--regid", account, "--clear-groups"]
    with log.open("ab") as kept:
        return subprocess.Popen(
            ["setpriv", *becoming, "--pdeathsig", "TERM", *map(str, command)],
            stdin=subprocess.DEVNULL, stdout=kept, stderr=subprocess.STDOUT, start_new_session=True, **options,
        )


class Node:
    def __init__(self, folder, place, port):
        self.folder = folder / f"node{place}"
        self.folder.mkdir()
        shutil.chown(self.folder, SERVERS_ACCOUNT)
        self.place, self.port = place, port
        self.socket = self.folder / "socket"
        self.log = self.folder / "log"
        self.settings = self.folder / "node.cnf"
        self.process = None

    def configure(self, group, tls):
        self.settings.write_text((HOUSE / "nginx/systemd/galera.cnf").read_text() + f"""
user = {SERVERS_ACCOUNT}
datadir = {self.folder}/data
tmpdir = {self.folder}
socket = {self.socket}
pid_file = {self.folder}/pid
skip_networking
character_set_server = utf8mb4
innodb_buffer_pool_size = 64M
innodb_log_file_size = 32M
performance_schema = OFF
max_connections = 200
wsrep_cluster_address = gcomm://{",".join(f"127.0.0.1:{node.port}" for node in group)}
wsrep_node_name = node{self.place}
wsrep_node_address = 127.0.0.1:{self.port}
wsrep_sst_receive_address = 127.0.0.1:{self.port + 2}
wsrep_provider_options = "gmcast.listen_addr=ssl://127.0.0.1:{self.port}; ist.recv_addr=127.0.0.1:{self.port + 1}; \
socket.ssl_ca={tls}/node.pem; socket.ssl_cert={tls}/node.pem; socket.ssl_key={tls}/node.key"
""")

    def install(self):
        """The tables that a server has before it has any other."""
        outcome = subprocess.run(
            ["mariadb-install-db", "--no-defaults", f"--user={SERVERS_ACCOUNT}", f"--datadir={self.folder}/data",
             "--skip-test-db", "--skip-name-resolve", "--auth-root-authentication-method=socket",
             f"--auth-root-socket-user={ADMINISTRATOR}"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, env=os.environ | {"TMPDIR": str(self.folder)},
        )
        assert outcome.returncode == 0, outcome.stderr

    def start(self, *options):
        self.process = start([SERVER, f"--defaults-file={self.settings}", *options], self.log, SERVERS_ACCOUNT)

    def return_(self):
        """Starts again where it had come to when it was killed."""
        outcome = subprocess.run(
            [SERVER, f"--defaults-file={self.settings}", "--wsrep-recover"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
        )
        found = re.findall(r"Recovered position:? *(\S+)", outcome.stderr)
        assert outcome.returncode == 0 and found, outcome.stderr
        self.start(f"--wsrep-start-position={found[-1]}")

    def kill(self):
        """Nothing is said to anybody, nothing is put away."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    @contextmanager
    def frozen(self):
        """It neither moves nor hangs up, as behind a network that has gone."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.kill()

    def rows(self, sql, database=DATABASE, seconds=30):
        """What a statement answers: rows of texts."""
        answer = self.ask(sql, database, seconds)
        assert answer.returncode == 0, answer.stderr
        return [line.split("\t") for line in answer.stdout.splitlines()]

    def ask(self, sql, database=DATABASE, seconds=30):
        command = ["mariadb", "--no-defaults", f"--socket={self.socket}", f"--user={ADMINISTRATOR}", "--batch",
                   "--skip-column-names", "--default-character-set=utf8mb4", database]
        return subprocess.run(command, input=sql, capture_output=True, text=True, timeout=seconds)

    def is_synced(self):
        if self.process.poll() is not None:
            raise AssertionError(f"node {self.place} ended with status {self.process.returncode}; see {self.log}")
        state = self.ask("SHOW STATUS LIKE 'wsrep_local_state_comment'", "").stdout
        return state == "wsrep_local_state_comment\tSynced\n"
