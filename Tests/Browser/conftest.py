"""What every test here gets: the running demo, a browser, and a person in front of it."""

import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

import road
from knocks import switch_faults
from plain import demo_of_environment

expect.set_options(timeout=10_000)


def pytest_collection_modifyitems(items):
    """The logs are read when everything else has left its traces in them."""
    items.sort(key=lambda item: item.path.name == "test_logs.py")


@pytest.fixture(scope="session")
def demo():
    """Where `nginx/demo --run` has put things."""
    return demo_of_environment()


@pytest.fixture
def stripe(demo):
    """Switches the simulated Stripe's faults on; off again at the end."""
    yield lambda **faults: switch_faults(demo, **faults)
    switch_faults(demo)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def person(chromium, demo):
    """Makes persons: each has cookies of their own and one open page; what the browser complains of is in `complaints`."""
    contexts = []

    def make(width=1280, scripts=True, agent=None):
        context = chromium.new_context(
            base_url=demo.url,
            ignore_https_errors=True,
            java_script_enabled=scripts,
            user_agent=agent,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            viewport={"width": width, "height": 800},
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def freelancer(demo, person):
    """Someone signed up, their address confirmed, with a company that takes cards and a client; their address is in `address`."""
    page = person()
    page.address = road.sign_up(page)
    road.describe_company(page)
    road.confirm_address(demo, page)
    road.connect_stripe(page)
    road.add_client(page)
    return page


@pytest.fixture
def invoice_link(freelancer):
    """The secret address of a new, unpaid invoice of 500,00 €."""
    road.issue_invoice(freelancer)
    return road.view_link(freelancer)
