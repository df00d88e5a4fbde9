"""A person without a browser, for what has to be done many times: pages are read, forms are filled in and sent."""

import re
import urllib.parse
from html.parser import HTMLParser

from plain import ask


class Visitor:
    """Where somebody is, and what they see. Cookies are kept for the site alone."""

    def __init__(self, demo, address="127.0.0.1"):
        self.demo = demo
        self.address = address
        self.cookies = {}
        self.place = demo.url
        self.page = ""

    def open(self, path):
        self._go("GET", urllib.parse.urljoin(self.place, path))

    def press(self, button, comes_along=True, **fields):
        """Fills in the form whose button has these words (a regular expression), and sends it."""
        form = form_with(self.page, button)
        body = urllib.parse.urlencode(form.filled_in(fields))
        self._go("POST", urllib.parse.urljoin(self.place, form.action), body, comes_along)

    def _go(self, method, url, body=None, comes_along=True):
        while url:
            self.place = url
            parts = urllib.parse.urlsplit(url)
            base = f"{parts.scheme}://{parts.netloc}"
            headers = {"Origin": base}
            if body is not None:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            if base == self.demo.url:
                headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            target = urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, ""))
            status, answer, self.page = ask(self.demo, method, target, body, headers, self.address, base)
            assert status < 400, f"{status} to {method} {parts.path}"
            for cookie in answer.get("set-cookie", "").splitlines():
                name, _, value = cookie.split(";")[0].partition("=")
                self.cookies[name] = value
            location = answer.get("location") if comes_along else None
            url = location and urllib.parse.urljoin(url, location)
            method, body = "GET", None


class Form:
    def __init__(self, action):
        self.action = action
        self.fields = []
        self.buttons = []

    def filled_in(self, values):
        """Of several fields of one name, the first is filled in."""
        values, pairs = dict(values), []
        for name, value in self.fields:
            pairs.append((name, values.pop(name, value)))
        return pairs + list(values.items())


class Forms(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.forms = []
        self.words = ""
        self.option = None
        self.button = None
        self.is_chosen = False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        self.words = ""
        if tag == "form":
            self.forms.append(Form(said.get("action", "")))
        if not self.forms:
            return
        fields = self.forms[-1].fields
        if tag == "input" and (said.get("type") not in ("radio", "checkbox") or "checked" in said):
            fields.append((said.get("name", ""), said.get("value") or ""))
        elif tag == "select":
            self.is_chosen = False
            fields.append((said.get("name", ""), ""))
        elif tag == "option":
            self.option = said
        elif tag == "button":
            self.button = said

    def handle_data(self, data):
        self.words += data

    def handle_endtag(self, tag):
        if tag == "option" and self.option is not None:
            self.choose(self.option, self.words.strip())
            self.option = None
        elif tag == "button" and self.button is not None and self.forms:
            self.forms[-1].buttons.append((self.button.get("name"), self.button.get("value") or "", self.words.strip()))
            self.button = None

    def choose(self, option, words):
        """The selected option counts, or else the first; one without a value is worth its words."""
        if not self.is_chosen or "selected" in option:
            fields = self.forms[-1].fields
            fields[-1] = (fields[-1][0], option.get("value", words))
        self.is_chosen = True


def form_with(page, button):
    for form in Forms(page).forms:
        for name, value, words in form.buttons:
            if re.fullmatch(button, words):
                if name:
                    form.fields.append((name, value))
                return form
    raise AssertionError(f"no button « {button} » on this page")
