"""What somebody takes away, brings along and has erased, on the tab « Données »."""

import hashlib
import io
import zipfile

from playwright.sync_api import expect

import road

CLIENTS = "Nom;E-mail;Type\r\nZoé Blanc;zoe@exemple.fr;Particulier\r\n;vide@exemple.fr;\r\n"


def test_everything_is_taken_away_and_opens_without_a_network(freelancer, invoice_link, person, tmp_path):
    freelancer.goto("/entreprise/donnees")
    with freelancer.expect_download() as download:
        freelancer.get_by_role("link", name="Télécharger mes données").click()
    archive = zipfile.ZipFile(io.BytesIO(download.value.path().read_bytes()))
    assert archive.testzip() is None
    for line in archive.read("SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    archive.extractall(tmp_path)
    page = freelancer.context.new_page()
    page.goto(f"file://{tmp_path}/index.html")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Archive de")
    for link in page.get_by_role("link").all():
        assert (tmp_path / link.get_attribute("href")).is_file()
    assert any(name.startswith("factures/") and name.endswith(".pdf") for name in archive.namelist())
    page.close()


def test_clients_of_a_spreadsheet_are_seen_before_they_are_added(person):
    page = person()
    road.sign_up(page)
    road.describe_company(page)
    page.goto("/entreprise/donnees")
    page.get_by_label("Fichier CSV").set_input_files(
        {"name": "clients.csv", "mimeType": "text/csv", "buffer": CLIENTS.encode("cp1252")}
    )
    page.get_by_role("button", name="Vérifier le fichier").click()
    expect(page.get_by_role("status")).to_have_text("1 client sera ajouté, 1 ligne est à corriger.")
    expect(page.get_by_role("row").filter(has_text="Indiquez le nom du client.")).to_contain_text("3")
    page.get_by_role("button", name="Ajouter ce client").click()
    expect(page.get_by_role("status")).to_contain_text("1 client a été ajouté.")
    page.get_by_role("link", name="Voir vos clients").click()
    expect(page.get_by_role("rowheader", name="Zoé Blanc")).to_be_visible()


def test_a_client_is_erased_and_their_invoice_stays(person, demo):
    page = person()
    road.sign_up(page)
    road.describe_company(page)
    road.add_client(page)
    page.get_by_role("link", name="Effacer ce client").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Effacer Atelier Durand")
    expect(page.get_by_text("article L123-22")).to_be_visible()
    page.get_by_role("button", name="Effacer ce client").click()
    expect(page.get_by_text("Atelier Durand")).to_have_count(0)


def test_an_account_is_closed_with_its_password_and_opens_no_more(person):
    page = person()
    address = road.sign_up(page)
    road.describe_company(page)
    page.goto("/entreprise/donnees")
    page.get_by_role("link", name="Fermer mon compte").click()
    page.get_by_label("Mot de passe actuel").fill("un autre mot de passe")
    page.get_by_role("button", name="Fermer mon compte").click()
    expect(page.get_by_label("Mot de passe actuel")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Mot de passe actuel").fill("un long mot de passe pour Camille")
    page.get_by_role("button", name="Fermer mon compte").click()
    expect(page.get_by_role("status")).to_have_text("Votre compte est fermé.")
    page.get_by_label("Adresse e-mail").fill(address)
    page.get_by_label("Mot de passe").fill("un long mot de passe pour Camille")
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("alert")).to_be_visible()
