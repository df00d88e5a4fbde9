"""Every sample is valid, and says to the cent what the document says."""

import decimal

from lxml import etree
from samples import for_each_sample, manifest, xml_of
from validators import breaches

RAM = {
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
}


def written(text):
    """A text as XML can hold it."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))


class Invoice:
    def __init__(self, name):
        self.tree = etree.parse(xml_of(name))

    def all(self, path):
        return [element.text for element in self.tree.iterfind(f".//{path}", RAM)]

    def one(self, path):
        (text,) = self.all(path)
        return text

    def cents(self, path):
        return [int(decimal.Decimal(text) * 100) for text in self.all(path)]


def test_there_are_enough_samples():
    names = [entry["name"] for entry in manifest()]
    assert len(names) == len(set(names)) >= 60
    assert {entry["typeCode"] for entry in manifest()} == {"380", "381", "386", "503"}


@for_each_sample
def test_sample_passes_the_three_validators(entry):
    assert breaches(xml_of(entry["name"])) == []


@for_each_sample
def test_sample_says_what_the_document_says(entry):
    invoice = Invoice(entry["name"])
    sums = "ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:"
    assert invoice.one("rsm:ExchangedDocument/ram:ID") == entry["number"]
    assert invoice.one("rsm:ExchangedDocument/ram:TypeCode") == entry["typeCode"]
    assert invoice.cents(sums + "LineTotalAmount") == [entry["net"]]
    assert invoice.cents(sums + "TaxBasisTotalAmount") == [entry["net"]]
    assert invoice.cents(sums + "TaxTotalAmount") == [entry["tax"]]
    assert invoice.cents(sums + "GrandTotalAmount") == [entry["gross"]]
    assert invoice.cents(sums + "TotalPrepaidAmount") == ([entry["prepaid"]] if entry["prepaid"] else [])
    assert invoice.cents(sums + "DuePayableAmount") == [entry["payable"]]
    assert invoice.cents("ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount") == entry["lineNets"]
    assert invoice.one("ram:SellerTradeParty/ram:Name") == written(entry["seller"])
    assert invoice.one("ram:BuyerTradeParty/ram:Name") == written(entry["buyer"])
    assert invoice.all("ram:InvoiceReferencedDocument/ram:IssuerAssignedID") == entry["references"]
    dates = [date.replace("-", "") for date in [entry["issuedOn"], entry.get("dueOn")] if date]
    assert [text for text in invoice.all("{*}DateTimeString") if text in dates][0] == dates[0]
    assert invoice.tree.xpath("string(//ram:DueDateDateTime)", namespaces=RAM).strip() == "".join(dates[1:])


@for_each_sample
def test_sample_says_the_sentences_of_the_law(entry):
    invoice = Invoice(entry["name"])
    notes = invoice.all("ram:IncludedNote/ram:Content")
    assert notes[: len(entry["mentions"])] == entry["mentions"]
    for reason in invoice.all("ram:ExemptionReason"):
        assert all(sentence in entry["mentions"] for sentence in reason.split("\u00a0; "))


@for_each_sample
def test_sample_has_well_formed_codes(entry):
    for code in entry["codes"]:
        lines = code.split("\n")
        assert len(lines) == 12 and len(code.encode()) <= 331 and code.isascii()
        assert lines[:4] == ["BCD", "002", "1", "SCT"] and 1 <= len(lines[5]) <= 70
        assert lines[7] == f"EUR{entry['payable'] // 100}.{entry['payable'] % 100:02}"
        assert lines[8:11] == ["", "", entry["number"]]
