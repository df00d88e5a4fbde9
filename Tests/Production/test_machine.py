"""What README.md promises of a machine in production, on a machine made with README.md's own commands."""

import json
import re
from collections import Counter

import pytest

from conftest import answered

RESPONDERS = ["dashboard", "public", "stripe", "webhook"]
UNITS = [f"needme-respond@{role}.service" for role in RESPONDERS] + ["needme-work@stripe.service", "needme-work@mail.service"]


def test_every_unit_is_well_formed(machine):
    units = "needme.target needme-migrate.service needme-backup.service needme-backup.timer needme-metrics.service " + " ".join(UNITS)
    assert machine.run(f"systemd-analyze verify --man=no {units} needme-metrics.timer").stdout == ""


def test_every_unit_runs_and_none_has_failed(machine):
    assert machine.run("systemctl is-active " + " ".join(UNITS)).stdout.split() == 6 * ["active"]
    assert machine.run("systemctl list-units --failed --plain --no-legend 'needme*'").stdout == ""


@pytest.mark.parametrize("path, status", [("/", "200"), ("/f/aucune", "404"), ("/stripe/retour/aucun", "404"),
                                          ("/stripe/webhook/connect", "404")])
def test_every_role_answers_through_nginx(machine, path, status):
    assert answered(machine, path) == status


@pytest.mark.parametrize("role", RESPONDERS)
def test_every_role_says_that_it_can_serve(machine, role):
    assert answered(machine, f"/healthz/{role}") == answered(machine, f"/healthz/{role}/ready") == "200"


def test_nothing_is_wrong_but_what_is_out_of_reach(machine):
    command = "needme check --settings /etc/needme --directory /usr/local/share/needme/sql"
    outcome = machine.run(command, check=False)
    wrong = [line for line in outcome.stdout.splitlines() if not line.startswith("ok     ")]
    assert [line.split()[1] for line in wrong] == ["stripe:", "mail:"], outcome.stdout
    assert outcome.returncode == 1


def test_what_every_role_counts_is_there_for_prometheus(machine):
    paths = {"dashboard": "/", "public": "/f/aucune", "stripe": "/stripe/retour/aucun", "webhook": "/stripe/webhook/connect"}
    for path in paths.values():
        answered(machine, path)
    machine.run("mkdir -p /var/lib/prometheus/node-exporter; systemctl start needme-metrics")
    figures = machine.run("cat /var/lib/prometheus/node-exporter/needme.prom").stdout
    assert "\nneedme_database_up 1\n" in figures
    assert set(re.findall(r'^needme_requests_total\{role="(\w+)"', figures, re.M)) == set(paths)
    assert "\nneedme_settlements_total{role=\"work\",outcome=\"booked\"} 0\n" in figures


@pytest.mark.parametrize("unit", UNITS)
def test_systemd_calls_the_exposure_small(machine, unit):
    table = machine.run(f"systemd-analyze security --no-pager {unit}").stdout
    exposure = float(re.search(r"Overall exposure level for \S+: ([\d.]+)", table)[1])
    print(f"{unit}: {exposure}")
    reaches_network = "stripe" in unit or "work" in unit
    assert exposure <= (1.2 if reaches_network else 0.3)


@pytest.mark.parametrize("unit", UNITS)
def test_only_stripe_and_work_can_reach_a_network(machine, unit):
    main = machine.run(f"systemctl show --value --property MainPID {unit}").stdout.strip()
    own, host = machine.run(f"readlink /proc/{main}/ns/net /proc/1/ns/net").stdout.split()
    assert (own == host) == ("stripe" in unit or "work" in unit)


@pytest.mark.parametrize("unit", UNITS)
def test_no_process_has_a_privilege_or_may_gain_one(machine, unit):
    processes = machine.run(f"cat /sys/fs/cgroup/systemd/$(systemctl show --value --property ControlGroup {unit})/cgroup.procs "
                            f"2>/dev/null || systemctl show --value --property MainPID {unit}").stdout.split()
    assert processes
    for process in processes:
        status = dict(line.split(":", 1) for line in machine.run(f"cat /proc/{process}/status").stdout.splitlines())
        assert int(status["CapEff"], 16) == int(status["CapBnd"], 16) == 0
        assert status["NoNewPrivs"].strip() == "1" and status["Seccomp"].strip() == "2"
        assert "0" not in status["Uid"].split()


def test_the_settings_are_roots_alone(machine):
    assert set(machine.run("stat --format '%U %a' /etc/needme/*.env /etc/letsencrypt/live/needme/privkey.pem").stdout.splitlines()) == {
        "root 600"
    }


LOAD = """
for n in $(seq 300); do
    curl --silent --cacert /etc/letsencrypt/live/needme/fullchain.pem --max-time 20 --output /dev/null \
        --write-out '%{http_code}\\n' https://localhost{path} || true
done
"""


def test_an_upgrade_under_load_loses_no_request(machine, commands):
    loads = {path: machine.start(LOAD.replace("{path}", path)) for path in ["/", "/connexion", "/f/aucune"]}
    upgrades = 0
    while any(load.poll() is None for load in loads.values()):
        machine.run(commands["upgrade"])
        upgrades += 1
    answers = {path: Counter(load.communicate()[0].split()) for path, load in loads.items()}
    print(f"900 requests during {upgrades} upgrades")
    assert upgrades >= 2
    trouble = machine.run("cat /var/log/nginx/error.log").stdout
    assert answers == {"/": {"200": 300}, "/connexion": {"200": 300}, "/f/aucune": {"404": 300}}, trouble


def test_a_responder_that_is_killed_is_replaced(machine):
    def responders():
        found = machine.run("pgrep --full '^/usr/local/bin/needme respond public$' || true").stdout.split()
        return set(found) if len(found) == 4 else None

    before = machine.wait_for(responders, "four responders")
    killed = min(before)
    machine.run(f"kill -KILL {killed}")
    machine.wait_for(lambda: killed not in (responders() or {killed}), "another in its place")
    assert answered(machine, "/f/aucune") == "404"


def test_what_the_parts_say_is_json(machine):
    machine.run(
        "curl --silent --cacert /etc/letsencrypt/live/needme/fullchain.pem --data '{}' --header 'Stripe-Signature: t=1,v1=00' "
        "https://localhost/stripe/webhook/connect"
    )
    said = machine.run("journalctl --output cat --no-pager _SYSTEMD_UNIT=needme-respond@webhook.service").stdout
    lines = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    assert "event refused" in [line["message"] for line in lines]
    assert all({"level", "role", "message"} <= line.keys() for line in lines)


def test_a_backup_is_restored_on_an_empty_server(machine):
    machine.run(
        "set -a; . /etc/needme/site.env; NEEDME_DEMO=1 NEEDME_DATABASE_USER=needme_dashboard; "
        "setpriv --reuid needme_dashboard --clear-groups needme demo"
    )
    sums = "mariadb --execute 'CHECKSUM TABLE users, companies, invoices, issued_invoices, invoice_files, register_lines' needme"
    before = machine.run(sums).stdout
    machine.run("systemctl start needme-backup")
    file = machine.run("ls /var/backups/needme/*.sql.gz | tail -n 1").stdout.strip()

    refused = machine.run(f"needme-restore {file}", check=False)
    assert refused.returncode == 1 and "not empty" in refused.stdout

    machine.run("systemctl stop needme.target 'needme-respond@*' 'needme-work@*'; mariadb --execute 'DROP DATABASE needme'")
    cut = machine.run(f"head -c 20000 {file} >/tmp/cut.sql.gz; needme-restore /tmp/cut.sql.gz", check=False)
    assert cut.returncode == 1 and "nothing was done" in cut.stdout
    assert machine.run(f"needme-restore {file}").stdout.endswith("every register is whole\n")
    machine.run("systemctl start needme.target")

    assert machine.run(sums).stdout == before
    machine.wait_for(lambda: answered(machine, "/") == "200", "an answer")
