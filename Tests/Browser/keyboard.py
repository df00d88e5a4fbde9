"""Hands that never touch a mouse: everything is reached by Tab, as the person sees it, and done by Enter and letters."""

import re

from playwright.sync_api import expect

LONGEST_WALK = 250

# What shows the person where they are: a ring around the thing.
RING = """element => {
  const style = getComputedStyle(element);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
}"""


def reach(page, target):
    """Walks to a thing with Tab, and sees that one can see it."""
    expect(target).to_be_visible()
    for _ in range(LONGEST_WALK):
        if target.evaluate("element => element === document.activeElement"):
            assert target.evaluate(RING), f"nothing shows that one is at {target}"
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {target}")


def press(page, target):
    """Follows a link, presses a button, opens what opens."""
    reach(page, target)
    page.keyboard.press("Enter")


def fill(page, texts):
    """Fields by their labels."""
    for label, text in texts.items():
        field = page.get_by_label(re.compile(rf"^{re.escape(label)}( \(facultatif\))?$")).first
        reach(page, field)
        page.keyboard.press("Control+A")
        page.keyboard.type(text)


def choose(page, label, option):
    """In a list, by the first letters of what is wanted."""
    field = page.get_by_label(label, exact=True).first
    reach(page, field)
    page.keyboard.type(option)
    expect(field.locator("option:checked")).to_have_text(option)


def go(page, name):
    """To another room of the site."""
    rooms = page.get_by_role("navigation", name="Navigation principale")
    press(page, rooms.get_by_role("link", name=name))


def link(page, name):
    press(page, page.get_by_role("link", name=name, exact=True).first)


def button(page, name):
    press(page, page.get_by_role("button", name=name, exact=True).first)
