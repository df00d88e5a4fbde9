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
            if "set-cookie" in answer:
                name, _, value = answer["set-cookie"].split(";")[0].partition("=")
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
        self.button = None
        self.choice = None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "form":
            self.forms.append(Form(said.get("action", "")))
        if not self.forms:
            return
        form = self.forms[-1]
        if tag == "input" and (said.get("type") not in ("radio", "checkbox") or "checked" in said):
            form.fields.append((said.get("name", ""), said.get("value") or ""))
        elif tag == "select":
            self.choice = None
            form.fields.append((said.get("name", ""), ""))
        elif tag == "option" and (self.choice is None or "selected" in said):
            self.choice = said.get("value") or ""
            form.fields[-1] = (form.fields[-1][0], self.choice)
        elif tag == "button":
            self.button = [said.get("name"), said.get("value") or "", ""]

    def handle_endtag(self, tag):
        if tag == "button" and self.forms and self.button:
            self.forms[-1].buttons.append(self.button)
            self.button = None

    def handle_data(self, data):
        if self.button:
            self.button[2] += data


def form_with(page, button):
    for form in Forms(page).forms:
        for name, value, words in form.buttons:
            if re.fullmatch(button, words.strip()):
                if name:
                    form.fields.append((name, value))
                return form
    raise AssertionError(f"no button « {button} » on this page")
