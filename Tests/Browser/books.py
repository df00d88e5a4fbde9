"""What stands in the database, read by its administrator."""

import os
import pwd
import subprocess

from plain import programs

ADMINISTRATOR = pwd.getpwuid(os.geteuid()).pw_name


def rows(sql):
    """What a statement answers: rows of texts."""
    command = ["mariadb", "--no-defaults", "--socket", os.environ["NEEDME_DATABASE_SOCKET"], "--user", ADMINISTRATOR]
    command += ["--batch", "--skip-column-names", "--default-character-set=utf8mb4", os.environ["NEEDME_DATABASE_NAME"]]
    answer = subprocess.run(command, input=sql, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return [line.split("\t") for line in answer.stdout.splitlines()]


def number(sql):
    return int(rows(sql)[0][0])


def verify_registers(demo):
    """What `needme ledger verify` says, and whether all is well."""
    program = os.readlink(f"/proc/{programs(demo, 'respond', 'webhook')[1][0]}/exe")
    account = {"NEEDME_DATABASE_USER": ADMINISTRATOR, "NEEDME_DATABASE_PASSWORD": ""}
    answer = subprocess.run(
        [program, "ledger", "verify"], env=os.environ | account, capture_output=True, text=True, timeout=60,
    )
    return answer.returncode == 0, answer.stdout + answer.stderr
