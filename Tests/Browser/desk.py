"""A browser at the desk of somebody who signed up without one, and their gestures on an invoice."""

import re


def sit_down(person, seller, **options):
    """A browser with the session of a visitor."""
    page = person(**options)
    cookies = [{"name": name, "value": value, "url": seller.demo.url} for name, value in seller.cookies.items()]
    page.context.add_cookies(cookies)
    return page


def invoice_shown(seller):
    """The path of the invoice that a visitor sees."""
    return re.search(r"/factures/\d+", seller.place)[0]


def credited(seller, invoice, amount):
    seller.open(f"{invoice}/avoir")
    seller.press("Créer l’avoir", portee="montant", amount=amount, reason="Geste commercial")


def received(seller, invoice, amount):
    seller.open(f"{invoice}/encaisser")
    seller.press("Enregistrer le paiement", amount=amount)


def charge_vat(seller):
    """Who was under the franchise charges VAT."""
    seller.open("/entreprise")
    regime = re.search(r'<option value="(\w+)"[^>]*>(?!Franchise)[^<]*', seller.page[seller.page.index('name="regime"'):])[1]
    seller.press("Enregistrer", regime=regime, vat_number="FR44732829320")
