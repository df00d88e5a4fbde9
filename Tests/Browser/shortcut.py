"""The same steps as in road.py, without a browser: a tenth of a second instead of seconds for a paid invoice."""

import re
import secrets
import urllib.parse

import letters
from visitor import Visitor


def freelancer(demo, address="127.0.1.1"):
    """Someone signed up, with a company that takes cards and a client; `email` and `account` say whose."""
    visitor = Visitor(demo, address)
    visitor.email = f"camille.{secrets.token_hex(6)}@exemple.fr"
    visitor.open("/inscription")
    visitor.press("Créer mon compte", email=visitor.email, password="un long mot de passe pour Camille")
    visitor.press(
        "Enregistrer", name="Camille Martin", siren="732 829 320", street="12 rue des Lilas", postal_code="69003",
        city="Lyon", iban="FR14 2004 1010 0505 0001 3M02 606", bic="PSSTFRPPPAR",
    )
    visitor.open("/entreprise/paiement-en-ligne")
    visitor.press("Activer le paiement en ligne")
    for _ in range(6):  # the simulated Stripe's screens, filled in already
        visitor.press("Continuer")
    visitor.press("Valider")
    assert "Actif" in visitor.page
    visitor.account = re.search(r"acct_\w+", visitor.page)[0]
    visitor.open("/clients/nouveau")
    visitor.press(
        "Enregistrer", name="Atelier Durand", email="compta@atelier-durand.exemple.fr", street="3 place du Marché",
        postal_code="75011", city="Paris", siren="552 100 554",
    )
    return visitor


def confirm_address(demo, visitor):
    """Follows the link that was sent to them: NeedMe writes to their clients from then on."""
    visitor.open(letters.link(demo, visitor.email, "Confirmez votre adresse"))
    visitor.press("Confirmer mon adresse")


def issue_invoice(visitor, **fields):
    """Two days at 250 € under the franchise: 500,00 €. Returns the secret path of the invoice."""
    visitor.open("/factures/nouvelle")
    client = re.search(r'<option value="(\d+)">Atelier Durand', visitor.page)[1]
    visitor.press(
        "Finaliser et envoyer", client=client, designation="Conception d’une affiche", quantity="2", price="250",
        **fields,
    )
    visitor.press("Finaliser la facture")
    return urllib.parse.urlsplit(re.search(r'value="(https:[^"]*/f/[^"]+)"', visitor.page)[1]).path


def offer(visitor):
    """A quote of two days at 250 €, which stays in front of the visitor. Returns the secret path of its page."""
    visitor.open("/devis/nouveau")
    client = re.search(r'<option value="(\d+)">Atelier Durand', visitor.page)[1]
    visitor.press(
        "Finaliser et envoyer", client=client, designation="Conception d’une affiche", quantity="2", price="250"
    )
    visitor.press("Créer le lien")
    return urllib.parse.urlsplit(re.search(r'value="(https:[^"]*/d/[^"]+)"', visitor.page)[1]).path


def open_checkout(demo, link, address="127.0.1.1"):
    """A client in front of the simulated Stripe's page."""
    client = Visitor(demo, address)
    client.open(link)
    client.press("Payer en ligne")
    return client


def pay_by_card(client):
    """And they never come back to the invoice."""
    client.press(
        r"Payer \d.*", comes_along=False, email="compta@atelier-durand.exemple.fr", cardNumber="4242 4242 4242 4242",
        cardExpiry="12 / 40", cardCvc="123", billingName="Dominique Durand",
    )
