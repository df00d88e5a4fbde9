"""« Vue » means a person: their browser says so after the page is on the screen, with scripts or without."""

import pytest
from playwright.sync_api import expect

import road
from plain import ask


@pytest.mark.parametrize("scripts", [True, False])
def test_a_person_opens_the_invoice(demo, person, freelancer, invoice_link, scripts):
    page, invoice = road.place(freelancer), road.number(freelancer)
    expect(road.status(freelancer)).not_to_contain_text("Vue")
    client = person(scripts=scripts, agent=road.PHONE)
    with client.expect_response("**/vue") as answer:
        client.goto(invoice_link)
    assert answer.value.status == 200
    assert client.complaints == []
    freelancer.goto(page)
    expect(road.status(freelancer)).to_contain_text("Vue")
    road.open_notifications(freelancer)
    announced = freelancer.get_by_role("listitem").filter(has_text="Facture vue").filter(has_text=invoice)
    expect(announced).to_have_count(1)


def test_the_seller_and_programs_do_not_count(demo, person, freelancer, invoice_link):
    page = road.place(freelancer)
    path = invoice_link.removeprefix(demo.url)
    for method, agent in [("GET", road.PHONE), ("HEAD", road.PHONE), ("GET", "curl/8.0"), ("GET", "Mozilla/5.0 (scanner)")]:
        assert ask(demo, method, path, headers={"User-Agent": agent})[0] == 200
        assert ask(demo, "GET", path + "/vue", headers={"User-Agent": agent})[0] == 200
    owner = person(agent=road.PHONE)
    owner.context.add_cookies(freelancer.context.cookies())
    with owner.expect_response("**/vue"):
        owner.goto(invoice_link)
    freelancer.goto(page)
    expect(road.status(freelancer)).not_to_contain_text("Vue")
