"""The register of receipts: read, declared, taken away; once by mouse and once by keyboard."""

import csv
import re
import subprocess
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

import keyboard
import road
import shortcut
from desk import invoice_shown, received, sit_down
from test_forms import inspect

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


@pytest.fixture(scope="module")
def seller(demo):
    """Somebody with a receipt of 120,50 € on an invoice of 500 €, undone by nobody."""
    seller = shortcut.freelancer(demo, "127.0.3.1")
    shortcut.issue_invoice(seller)
    seller.invoice = invoice_shown(seller)
    received(seller, seller.invoice, "120,50")
    return seller


def this_month():
    now = datetime.now(ZoneInfo("Europe/Paris"))
    return f"{MONTHS[now.month - 1]} {now.year}"


def test_the_register_is_read_and_taken_away_by_mouse(person, seller, tmp_path):
    page = sit_down(person, seller)
    page.goto("/factures")
    road.open_page(page, "Registre")
    expect(page.get_by_role("heading", level=1)).to_have_text("Registre des recettes")
    expect(page.get_by_text(re.compile(r"Registre vérifié\s: 1 ligne, empreinte\s[0-9a-f]{16}…"))).to_be_visible()
    page.get_by_label("Période").select_option(label=this_month())
    page.get_by_role("button", name="Afficher").click()
    expect(page.get_by_role("heading", name=f"Lignes : {this_month()}")).to_be_visible()
    row = page.get_by_role("region", name="Registre").get_by_role("row").nth(1)
    expect(row).to_contain_text("Atelier Durand")
    expect(row).to_contain_text("120,50 €")
    inspect(page, "registre-du-mois")

    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger en CSV").click()
    download.value.save_as(tmp_path / "registre.csv")
    header, line = list(csv.reader((tmp_path / "registre.csv").open(encoding="utf-8-sig", newline=""), delimiter=";"))
    assert dict(zip(header, line))["Montant encaissé TTC"] == "120,50"
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger en PDF").click()
    download.value.save_as(tmp_path / "registre.pdf")
    words = subprocess.run(["pdftotext", "-layout", tmp_path / "registre.pdf", "-"], capture_output=True, text=True)
    assert "Total de la période" in words.stdout and "120,50" in words.stdout
    page.get_by_role("link", name=line[2]).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(line[2])


def test_the_turnover_is_declared_by_keyboard(person, seller):
    page = sit_down(person, seller)
    page.goto("/factures")
    keyboard.go(page, "Registre")
    keyboard.choose(page, "Je déclare", "chaque mois")
    keyboard.button(page, "Enregistrer")
    expect(page.get_by_role("heading", name=f"Lignes : {this_month()}")).to_be_visible()
    figures = page.get_by_role("region", name="Déclaration à l’Urssaf")
    expect(figures.get_by_role("row").filter(has_text="Prestations de services comm")).to_contain_text("120,50 €")
    keyboard.press(page, figures.get_by_role("link", name="1", exact=True))
    expect(page.get_by_text("Seulement : BIC – service.")).to_be_visible()
    keyboard.choose(page, "Période", "Tout le registre")
    keyboard.button(page, "Afficher")
    expect(page.get_by_role("heading", name="Lignes : tout le registre")).to_be_visible()
    inspect(page, "registre-entier")
