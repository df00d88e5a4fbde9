"""The samples of the program DocumentSamples: a folder of documents and the manifest that says what is in them.

NEEDME_DOCUMENTS names a folder that is there; otherwise the built program writes one.
"""

import atexit
import functools
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


@functools.cache
def folder():
    given = os.environ.get("NEEDME_DOCUMENTS")
    if given:
        return pathlib.Path(given)
    place = pathlib.Path(tempfile.mkdtemp(prefix="needme-documents."))
    atexit.register(shutil.rmtree, place)
    subprocess.run([program(), place], check=True, stdout=subprocess.DEVNULL)
    return place


def program():
    found = os.environ.get("DOCUMENT_SAMPLES_BINARY")
    if found:
        return found
    answer = subprocess.run(["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return pathlib.Path(answer.stdout.strip()) / "DocumentSamples"


@functools.cache
def manifest():
    return json.loads((folder() / "manifest.json").read_text())


def sample(name):
    return next(entry for entry in manifest() if entry["name"] == name)


def xml_of(name):
    return folder() / f"{name}.xml"


def pdf_of(name):
    return folder() / f"{name}.pdf"


def for_each_sample(function):
    """Runs a test once for every sample, under its name."""
    return pytest.mark.parametrize("entry", manifest(), ids=lambda entry: entry["name"])(function)
