"""PDFs as people get them: downloaded, read, rasterised, their QR codes scanned."""

import io
import subprocess
import tempfile
from pathlib import Path

import zxingcpp
from PIL import Image


def download(page, address):
    """The bytes of a PDF, asked for with the cookies of a person."""
    answer = page.request.get(address)
    assert answer.status == 200, answer.status
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def words(pdf):
    """What a PDF says, its spaces made plain."""
    answer = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(answer.stdout.decode().split())


def picture(pdf):
    """The last page as paper, at 150 dots per inch."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "150", "-png", "-", f"{folder}/page"], input=pdf, check=True)
        return Image.open(sorted(Path(folder).glob("*.png"))[-1]).convert("RGB")


def scanned(image):
    """The texts of the QR codes in a picture."""
    if isinstance(image, bytes):
        image = Image.open(io.BytesIO(image)).convert("RGB")
    return [code.text for code in zxingcpp.read_barcodes(image)]


def codes(pdf):
    """The code for a card and the one for a transfer, each None if the paper has none."""
    texts = scanned(picture(pdf))
    card = [text for text in texts if text.startswith("https:")]
    transfer = [text for text in texts if text.startswith("BCD")]
    assert len(card) <= 1 and len(transfer) <= 1 and len(texts) == len(card) + len(transfer), texts
    return (card or [None])[0], (transfer or [None])[0]
