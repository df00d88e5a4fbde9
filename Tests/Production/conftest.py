"""The machine that README.md's chapter on production makes, with the values that are an operator's own."""

import pytest

from machine import HOUSE, Machine, blocks, prepare, run


@pytest.fixture(scope="session")
def commands():
    build, packages, files, start, upgrade = blocks()
    return {"build": build, "packages": packages, "files": files, "start": start, "upgrade": upgrade}


@pytest.fixture(scope="session")
def machine(commands):
    run(["bash", "-ec", f"cd '{HOUSE}'\n" + commands["build"]])
    machine = Machine(prepare(commands["packages"]))
    try:
        machine.run(commands["files"])
        fill_in(machine)
        machine.run(commands["start"])
        machine.wait_for(lambda: answered(machine, "/") == "200", "an answer")
        yield machine
    finally:
        machine.stop()


def fill_in(machine):
    machine.run("sed -i 's/needme.example/localhost/' /etc/nginx/nginx.conf /etc/needme/site.env")
    machine.run(
        "mkdir -p /etc/letsencrypt/live/needme; cd /etc/letsencrypt/live/needme; openssl req -x509 -newkey ec "
        "-pkeyopt ec_paramgen_curve:P-256 -nodes -keyout privkey.pem -out fullchain.pem -days 30 -subj /CN=localhost "
        "-addext subjectAltName=DNS:localhost; chmod 0600 privkey.pem"
    )
    key = {"NEEDME_STRIPE_SECRET_KEY": "sk_test_" + 24 * "0"}
    machine.setting("stripe", **key)
    machine.setting(
        "work", **key, NEEDME_SMTP_HOST="mail.needme.example", NEEDME_MAIL_FROM="needme@needme.example",
    )
    machine.setting(
        "webhook",
        NEEDME_STRIPE_MODE="test",
        NEEDME_STRIPE_WEBHOOK_SECRETS_CONNECT="whsec_" + 24 * "1",
        NEEDME_STRIPE_WEBHOOK_SECRETS_PLATFORM="whsec_" + 24 * "2",
    )
    machine.setting(
        "dashboard",
        NEEDME_OPERATOR_NAME="Exemple",
        NEEDME_OPERATOR_LEGAL_FORM="société fictive",
        NEEDME_OPERATOR_ADDRESS="1 rue de l’Exemple, 00000 Exempleville",
        NEEDME_OPERATOR_SIREN="000000000",
        NEEDME_OPERATOR_DIRECTOR="personne fictive",
        NEEDME_OPERATOR_EMAIL="contact@needme.example",
        NEEDME_OPERATOR_PHONE="01 99 00 00 00",
        NEEDME_OPERATOR_HOST_NAME="Hébergeur fictif",
        NEEDME_OPERATOR_HOST_ADDRESS="2 rue de l’Exemple, 00000 Exempleville",
        NEEDME_OPERATOR_HOST_PHONE="01 99 00 00 01",
    )


def answered(machine, path):
    """The status of a page, as nginx gives it; 000 when nobody answers."""
    curl = "curl --silent --cacert /etc/letsencrypt/live/needme/fullchain.pem --output /dev/null --max-time 20"
    return machine.run(f"{curl} --write-out '%{{http_code}}' https://localhost{path} || true").stdout.strip()
