"""Three nodes, which speak TLS to each other."""

import shutil
import subprocess

from nodes import DATABASE, PORTS, SERVERS_ACCOUNT, Node, until


class Cluster:
    def __init__(self, folder, first_port):
        self.nodes = [Node(folder, place, first_port + PORTS * (place - 1)) for place in (1, 2, 3)]
        tls = certificate(folder / "group")
        for node in self.nodes:
            node.configure(self.nodes, tls)
            node.install()
        first, *others = self.nodes
        try:
            first.start("--wsrep-new-cluster")
            self.wait_for(first)
            first.rows(f"CREATE DATABASE {DATABASE} CHARACTER SET utf8mb4", "")
            for node in others:
                node.start()
                self.wait_for(node)
        except BaseException:
            self.stop()
            raise

    def wait_for(self, node):
        until(node.is_synced, f"node {node.place} to hold what the others hold")

    def stop(self):
        for node in reversed(self.nodes):
            node.stop()


def certificate(folder):
    """A key of the group's, which is its own authority; the servers read it once they have become who they are."""
    folder.mkdir()
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
         "-subj", "/CN=node", "-keyout", folder / "node.key", "-out", folder / "node.pem"],
        check=True, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    for file in (folder, *folder.iterdir()):
        shutil.chown(file, SERVERS_ACCOUNT)
    return folder
