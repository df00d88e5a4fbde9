"""Every sample as a PDF: fit to be kept, to be read by machines and aloud, and saying what the document says.

Needs poppler-utils and qpdf. A sample without a PDF is a failure.
"""

import functools
import re
import subprocess
import tempfile
import unicodedata
from pathlib import Path

import facturx
import page
import pikepdf
import pytest
import zxingcpp
from lxml import etree
from PIL import Image
from samples import for_each_sample, manifest, pdf_of, sample, today_of, xml_of

FX = "{urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
DC = "{http://purl.org/dc/elements/1.1/}"

# What the header of the table of lines begins with.
HEADER = "Désignation"


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def pages_of(name):
    """The text of each page."""
    return run("pdftotext", "-enc", "UTF-8", str(pdf_of(name)), "-").split("\f")[:-1]


def letters(text):
    """A text without spaces, marks of direction and pictures, in the plainest form of its characters."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(
        c for c in plain if unicodedata.category(c) not in ("Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "So", "Mn", "Mc")
    )


def stands_in(text, page_text):
    """True when every word stands there, from left to right or from right to left."""
    whole = letters(page_text)
    words = [letters(word) for word in text.split()]
    return all(word in whole or word[::-1] in whole for word in words)


@for_each_sample
def test_there_is_a_pdf(entry):
    assert pdf_of(entry["name"]).is_file()


# page-validation differs from the profile of veraPDF there: a missing CharSet is allowed (ISO 19005-3 6.2.11.4.2 asks
# for a right one), a filter on metadata too, and it takes the last byte of a stream that is a carriage return for
# the end of its line; that lengths hold is qpdf's to say, below.
FALSE_ALARMS = ("TYPE1-SUBSET-CHARSET", "METADATA-FILTER", "STREAM-LENGTH")


# As it was issued, and with what is laid over it today.
BOTH = pytest.mark.parametrize("file_of", [pdf_of, today_of], ids=["issued", "today"])


@BOTH
@pytest.mark.parametrize("profile", ["PDF_A_3B", "PDF_UA_1"])
@for_each_sample
def test_keeps_the_standards(entry, profile, file_of):
    report = page.validate_pdf(str(file_of(entry["name"])), profile=getattr(page.ValidationProfile, profile))
    failures = [(failure.rule_id, failure.message) for failure in report.failures]
    assert [failure for failure in failures if not any(alarm in failure[0] for alarm in FALSE_ALARMS)] == []
    assert report.checks


@BOTH
@for_each_sample
def test_is_a_sound_file(entry, file_of):
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", str(file_of(entry["name"])))


@BOTH
@for_each_sample
def test_has_its_fonts_in_it(entry, file_of):
    rows = run("pdffonts", str(file_of(entry["name"]))).splitlines()[2:]
    assert rows
    for row in rows:
        kind, embedded, unicode = re.search(
            r"(\S.*?)\s+\S+\s+(yes|no) (?:yes|no) +(yes|no)\s+\d+\s+\d+$", row[37:]
        ).groups()
        assert (embedded, unicode) == ("yes", "yes"), row
        assert not kind.startswith(("Type 1C", "Type 3")), row


@BOTH
@for_each_sample
def test_carries_the_xml_byte_for_byte(entry, file_of):
    expected = xml_of(entry["name"]).read_bytes()
    with tempfile.TemporaryDirectory() as place:
        run("pdfdetach", "-saveall", "-o", place, str(file_of(entry["name"])))
        assert [file.name for file in Path(place).iterdir()] == ["factur-x.xml"]
        assert (Path(place) / "factur-x.xml").read_bytes() == expected
    found = facturx.get_xml_from_pdf(file_of(entry["name"]).read_bytes(), check_xsd=True)
    assert found == ("factur-x.xml", expected)


@for_each_sample
def test_says_what_it_carries(entry):
    with pikepdf.open(pdf_of(entry["name"])) as pdf:
        (spec,) = pdf.Root.AF
        assert spec.AFRelationship == "/Data"
        assert (str(spec.F), str(spec.UF)) == ("factur-x.xml", "factur-x.xml")
        assert spec.EF.F.Subtype == "/text/xml"
        assert "/ModDate" in spec.EF.F.Params
        assert str(pdf.Root.Names.EmbeddedFiles.Names[0]) == "factur-x.xml"
        assert str(pdf.Root.Lang) == "fr-FR"
        metadata = pdf.open_metadata()
        assert metadata[PDFA + "part"] == "3"
        assert metadata[PDFA + "conformance"] in ("A", "B", "U")
        assert metadata[PDFUA + "part"] == "1"
        assert metadata[FX + "DocumentType"] == "INVOICE"
        assert metadata[FX + "DocumentFileName"] == "factur-x.xml"
        assert metadata[FX + "Version"] == "1.0"
        assert metadata[FX + "ConformanceLevel"] == "EN 16931"
        assert metadata[DC + "title"] == str(pdf.docinfo.Title)
        assert entry["number"] in metadata[DC + "title"]


@for_each_sample
def test_says_on_paper_what_the_document_says(entry):
    whole = "\n".join(pages_of(entry["name"]))
    for text in entry["texts"] + entry["mentions"]:
        assert stands_in(text, whole), text
    for amount in entry["frenchAmounts"]:
        assert letters(amount) in letters(whole), amount


@for_each_sample
def test_shows_its_codes(entry):
    found = []
    with tempfile.TemporaryDirectory() as place:
        file = str(today_of(entry["name"]))
        with pikepdf.open(file) as pdf:
            last = str(len(pdf.pages))
        run("pdftoppm", "-r", "200", "-png", "-gray", "-f", last, file, f"{place}/page")
        for picture in sorted(Path(place).iterdir()):
            with Image.open(picture) as image:
                found += [code.text for code in zxingcpp.read_barcodes(image)]
    assert sorted(found) == sorted(entry["codes"])


# Sources/Documents/Drawing/Paper.swift: what later marks are laid over, as (left, top, right, bottom) in points.
STAMP = (357.3, 204, 547.3, 268)
PAYMENT = (48, 681.9, 547.3, 783.9)


@functools.cache
def words_of(name):
    """For each page, its words with their boxes."""
    # poppler cuts what is beyond 16 bits in the title into halves, which are no UTF-8.
    said = subprocess.run(["pdftotext", "-bbox", str(pdf_of(name)), "-"], check=True, capture_output=True).stdout
    tree = etree.fromstring(said.decode(errors="replace").encode(), etree.XMLParser(recover=True))
    return [
        [(word.text, *(float(word.get(key)) for key in ("xMin", "yMin", "xMax", "yMax"))) for word in page]
        for page in tree.iterfind(".//{*}page")
    ]


def words_within(place, words):
    left, top, right, bottom = place
    return [word for word, x, y, end, under in words if x < right and end > left and y < bottom and under > top]


@for_each_sample
def test_leaves_room_for_a_stamp_and_for_codes(entry):
    assert words_within(STAMP, words_of(entry["name"])[0]) == []
    if entry["kind"] != "creditNote":
        assert words_within(PAYMENT, words_of(entry["name"])[-1]) == []


@for_each_sample
def test_nothing_runs_off_the_page(entry):
    for words in words_of(entry["name"]):
        assert [word for word, x, y, end, under in words if x < 47 or end > 549 or y < 30 or under > 830] == []


@for_each_sample
def test_shows_its_stamp_where_people_and_readers_find_it(entry):
    first = run("pdftotext", "-raw", "-l", "1", str(today_of(entry["name"])), "-")
    assert ("ACQUITTÉE" in first or "ANNULÉE" in first) == (entry.get("stamp") is not None)
    if entry.get("stamp"):
        assert stands_in(entry.get("stamp"), first)


LONG = [entry["name"] for entry in manifest() if re.fullmatch(r"lines-\d+", entry["name"])]


@pytest.mark.parametrize("name", LONG)
def test_repeats_the_header_on_every_page_with_lines(name):
    pages = pages_of(name)
    count = len(sample(name)["lineNets"])
    places = [[int(number) for number in re.findall(r"Article n° (\d+)\b", text)] for text in pages]
    assert [number for numbers in places for number in numbers] == list(range(1, count + 1))
    for text, numbers in zip(pages, places):
        assert (HEADER in text) == bool(numbers)


@pytest.mark.parametrize("name", LONG)
def test_never_leaves_the_totals_alone_on_a_page(name):
    assert "Article n°" in pages_of(name)[-1]


@pytest.mark.parametrize(
    "name, least, most", [("lines-1", 1, 1), ("lines-2", 1, 1), ("lines-25", 1, 3), ("lines-500", 8, 40)]
)
def test_takes_as_many_pages_as_it_needs(name, least, most):
    assert least <= len(pages_of(name)) <= most
