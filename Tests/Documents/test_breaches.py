"""The validators do see what is wrong: one valid file, spoilt in one place at a time."""

import re

import pytest
from samples import xml_of
from validators import breaches_of


def without(pattern):
    return lambda text: re.sub(pattern, "", text, flags=re.DOTALL)


def instead(old, new):
    return lambda text: text.replace(old, new)


def without_note(code):
    return without(
        rf"<ram:IncludedNote>\s*<ram:Content>[^<]*</ram:Content>\s*<ram:SubjectCode>{code}<.*?</ram:IncludedNote>"
    )


SPOILT = [
    ("franchise", "a wrong total", instead("<ram:GrandTotalAmount>450.00", "<ram:GrandTotalAmount>450.01"), "BR-CO-15"),
    (
        "franchise",
        "a wrong sum to pay",
        instead("<ram:DuePayableAmount>450.00", "<ram:DuePayableAmount>449.00"),
        "BR-CO-16",
    ),
    (
        "franchise",
        "a wrong line",
        instead("<ram:LineTotalAmount>450.00", "<ram:LineTotalAmount>450.001"),
        "BR-FR-DEC-01_BT-131",
    ),
    (
        "franchise",
        "no reason for the exemption",
        without("<ram:ExemptionReason(Code)?>[^<]*</ram:ExemptionReason(Code)?>"),
        "BR-E-10",
    ),
    ("franchise", "an exemption nobody knows", instead("VATEX-FR-FRANCHISE", "VATEX-FR-NOTHING"), "FX-SCH-A-"),
    (
        "franchise",
        "no tax number of the seller",
        without("<ram:SpecifiedTaxRegistration>.*?</ram:SpecifiedTaxRegistration>"),
        "BR-E-02",
    ),
    ("franchise", "a SIREN that is too short", instead(">732829320<", ">73282932<"), "BR-FR-10_BT-30"),
    (
        "franchise",
        "a client without a SIREN",
        without(
            '<ram:SpecifiedLegalOrganization>\\s*<ram:ID schemeID="0002">443061841.*?</ram:SpecifiedLegalOrganization>'
        ),
        "BR-FR-11_BT-47",
    ),
    ("franchise", "no sentence on recovery costs", without_note("PMT"), "BR-FR-05_BT-22_PMT"),
    ("franchise", "no sentence on late payment", without_note("PMD"), "BR-FR-05_BT-22_PMD"),
    ("franchise", "no sentence on early payment", without_note("AAB"), "BR-FR-05_BT-22_AAB"),
    ("franchise", "another client's address", instead('"0225">443061841', '"0225">552100554'), "BR-FR-21_BT-49"),
    ("franchise", "an end before the beginning", instead(">20261223<", ">20261122<"), "BR-FR-CO-07_BT-9"),
    ("franchise", "a framework nobody knows", instead("<ram:ID>S1", "<ram:ID>S0"), "BR-FR-08_BT-23"),
    (
        "franchise",
        "a place of another business",
        instead("<ram:Name>Jeanne", '<ram:GlobalID schemeID="0009">44306184100047</ram:GlobalID><ram:Name>Jeanne'),
        "BR-FR-09_BT-29",
    ),
    ("franchise", "a number with a space", instead("<ram:ID>F-2026-0007", "<ram:ID>F 2026 0007"), "BR-FR-02_BT-1"),
    ("rate-2000", "a rate of elsewhere", instead(">20.00<", ">21.00<"), "BR-FR-16_BT-119"),
    (
        "rate-2000",
        "a price of nothing",
        instead("<ram:ChargeAmount>123.45", "<ram:ChargeAmount>-123.45"),
        "BR-FR-DEC-03_BT-146",
    ),
    (
        "credit-total",
        "a credit note on nothing",
        without("<ram:InvoiceReferencedDocument>.*?</ram:InvoiceReferencedDocument>"),
        "BR-FR-CO-05_BT-3",
    ),
    ("deposit", "a deposit after a deposit", instead("<ram:ID>S1", "<ram:ID>S4"), "BR-FR-CO-08_BT-23"),
    (
        "exempt-goods-in-union",
        "goods that went nowhere",
        without("<ram:ShipToTradeParty>.*?</ram:ShipToTradeParty>"),
        "BR-IC-12",
    ),
    (
        "exempt-services-in-union",
        "a client without a VAT number",
        without('<ram:SpecifiedTaxRegistration>\\s*<ram:ID schemeID="VA">DE.*?</ram:SpecifiedTaxRegistration>'),
        "BR-AE-02",
    ),
    ("discount", "a discount for no reason", without("<ram:Reason(Code)?>[^<]*</ram:Reason(Code)?>"), "BR-CO-23"),
]


@pytest.mark.parametrize(
    "name, spoil, rule", [(n, s, r) for n, _, s, r in SPOILT], ids=[what for _, what, _, _ in SPOILT]
)
def test_is_seen(name, spoil, rule):
    text = xml_of(name).read_text()
    spoilt = spoil(text)
    assert spoilt != text
    assert any(found.startswith(rule) for found, _ in breaches_of(spoilt))


@pytest.mark.parametrize("party, rule", [("Seller", "BR-FR-13_BT-34"), ("Buyer", "BR-FR-12_BT-49")])
def test_a_party_without_an_address_is_seen(party, rule):
    before, rest = xml_of("franchise").read_text().split(f"<ram:{party}TradeParty>")
    rest = re.sub(
        "<ram:URIUniversalCommunication>.*?</ram:URIUniversalCommunication>", "", rest, count=1, flags=re.DOTALL
    )
    found = breaches_of(before + f"<ram:{party}TradeParty>" + rest)
    assert rule in [name for name, _ in found]


def test_an_element_too_many_is_seen():
    text = xml_of("franchise").read_text().replace("<ram:LineID>", "<ram:Line>1</ram:Line><ram:LineID>")
    assert "XSD" in [name for name, _ in breaches_of(text)]
