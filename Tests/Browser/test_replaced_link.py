"""« Remplacer le lien »: the old one explains itself, the new one works."""

from playwright.sync_api import expect

import desk
import shortcut
from files import codes, download


def test_an_old_link_and_an_old_paper_say_so(demo, person):
    seller = shortcut.freelancer(demo, "127.0.1.22")
    old = shortcut.issue_invoice(seller)
    client = person()
    card, _ = codes(download(client, f"{old}/facture.pdf"))

    page = desk.sit_down(person, seller)
    page.goto(desk.invoice_shown(seller))
    page.get_by_text("Remplacer le lien").click()
    page.get_by_role("button", name="Créer un nouveau lien").click()
    new = page.get_by_label("Lien de visualisation").input_value()
    assert not new.endswith(old)

    for address in [old, f"{old}/facture.pdf", card]:
        assert client.goto(address).status == 410, address
        expect(client.get_by_role("heading", name="Ce lien a été remplacé")).to_be_visible()
        assert "500,00" not in client.content()
    assert client.goto(new).status == 200
    expect(client.get_by_role("button", name="Payer en ligne")).to_be_visible()
    assert codes(download(client, f"{new}/facture.pdf"))[0] == f"{new}/payer"
