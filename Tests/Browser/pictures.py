"""The pictures of the help: our own screens, light and dark, taken from a demo that `nginx/demo --fresh --run` started.

They go to nginx/static/aide/, and their sizes are printed as Sources/Dashboard/Help/HelpPicture.swift wants them.
"""

import io
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

import road
from files import download, picture
from plain import demo_of_environment

FOLDER = Path(__file__).parents[2] / "nginx" / "static" / "aide"
# Sharp on a phone, and light enough to be committed.
SCALE = 1.5


def keep(image, name):
    image.convert("RGB").save(FOLDER / f"{name}.webp", quality=55, method=6)
    if not name.endswith("-sombre"):
        print(f'"{name}", width: {round(image.width / SCALE)}, height: {round(image.height / SCALE)}')


def take(page, name, *parts, width=720, room=24, most=None):
    """What surrounds these parts of the page, in the light and in the dark."""
    page.set_viewport_size({"width": width, "height": 800})
    for scheme, suffix in (("light", ""), ("dark", "-sombre")):
        page.emulate_media(color_scheme=scheme)
        boxes = [part.bounding_box() for part in parts]
        left, top = min(box["x"] for box in boxes), min(box["y"] for box in boxes)
        right = max(box["x"] + box["width"] for box in boxes)
        bottom = max(box["y"] + box["height"] for box in boxes)
        scroll = page.evaluate("scrollY")
        area = {
            "x": max(left - room, 0), "y": max(top + scroll - room, 0),
            "width": min(right + room, width) - max(left - room, 0),
            "height": min(bottom - top, most or 10_000) + 2 * room,
        }
        keep(Image.open(io.BytesIO(page.screenshot(full_page=True, clip=area))), name + suffix)
    page.emulate_media(color_scheme="light")


def main():
    demo = demo_of_environment()
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])

        def person():
            context = browser.new_context(
                base_url=demo.url, ignore_https_errors=True, locale="fr-FR", timezone_id="Europe/Paris",
                device_scale_factor=SCALE, viewport={"width": 1280, "height": 800},
            )
            return context.new_page()

        page = person()
        page.address = road.sign_up(page)
        road.describe_company(page)
        road.confirm_address(demo, page)
        page.goto("/entreprise/paiement-en-ligne")
        content = page.locator("main")
        take(page, "activer", content.locator("h1"), page.get_by_text("Stripe vous demandera"), width=880)
        page.set_viewport_size({"width": 1280, "height": 800})
        road.connect_stripe(page)
        take(page, "actif", content.locator("h1"), content.locator("section.sheet"), width=880)
        page.set_viewport_size({"width": 1280, "height": 800})
        road.add_client(page)

        road.open_page(page, "Factures")
        page.get_by_role("link", name="Nouvelle facture").click()
        page.get_by_label("Client", exact=True).select_option(label="Atelier Durand")
        page.get_by_label("Désignation").first.fill("Conception d’une affiche")
        page.get_by_label("Quantité").first.fill("2")
        page.get_by_label("Prix unitaire HT").first.fill("250")
        page.get_by_role("button", name="Finaliser et envoyer").click()
        take(page, "finaliser", content.locator("h1"), content.locator("form.sheet"))
        page.get_by_role("button", name="Finaliser la facture").click()
        link = road.view_link(page)
        invoice = road.place(page)
        paper = picture(download(page, f"{invoice}/facture.pdf"))
        foot = paper.crop([round(part * side) for part, side in zip((0.05, 0.76, 0.95, 0.938), paper.size * 2)])
        keep(foot.resize((round(720 * SCALE), round(foot.height * 720 * SCALE / foot.width))), "code-qr")

        client = person()
        client.goto(link)
        shared = client.locator("main")
        take(client, "page-du-client", shared, width=1040, room=0, most=620)
        take(client, "telephone", shared, width=390, room=0, most=560)
        client.set_viewport_size({"width": 1280, "height": 800})
        road.click_pay(client)
        road.pay_by_card(client, road.GOOD_CARD)
        client.get_by_text("Facture acquittée").first.wait_for()
        take(client, "acquittee", shared, width=1040, room=0, most=520)

        page.goto(invoice)
        take(page, "payee", content, width=1040, room=0, most=520)
        page.set_viewport_size({"width": 1280, "height": 800})
        road.open_notifications(page)
        take(page, "notification", page.get_by_role("listitem").filter(has_text="Règlement encaissé"), room=5)
        browser.close()


if __name__ == "__main__":
    main()
