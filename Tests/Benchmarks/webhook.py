"""How fast Stripe's knocks are answered, each with a payment to settle, and the database alone told the same."""

import urllib.parse

import books
import knocks
import machine
import shortcut
import tools
from lots import Lot, Model, event, expected
from plain import restart, stopped
from recording import Recording, script

ROLE = "webhook"
RECORDED = 3
WARM_UP = 200


def measure(demo, options):
    with stopped(demo, "work"):
        model, told = make_model(demo)
        recording = record(demo, Lot(1, RECORDED, 1), model, told)
        # New ones: a statement prepared while the server noted everything stays slower.
        responders = restart(demo, "respond", ROLE)

        # What is run first pays for full caches, and is not counted.
        knock(demo, Lot(2, WARM_UP, options.companies), model, told, options.connections)
        knocked, parts = knock(demo, Lot(3, options.events, options.companies), model, told, options.connections)
        memory = [machine.memory(process) for process in responders]
        whole, said = books.verify_registers(demo)
        assert whole, said

        say_again(demo, Lot(4, WARM_UP, options.companies), model, recording, options.connections)
        lot = Lot(5, options.events, options.companies)
        alone, parts_alone = say_again(demo, lot, model, recording, options.connections)
        lot = Lot(6, options.events, options.companies)
        few, parts_few = say_again(demo, lot, model, recording, len(responders))
    return [
        *heading(options, responders),
        *rows_of_knocks(knocked, parts, memory),
        *rows_of_database(alone, parts_alone, few, parts_few, recording, options, responders),
        *rows_of_ratio(knocked, parts, alone, parts_alone, few, options, responders),
    ]


def make_model(demo):
    """An invoice made and paid by the real road, up to the knock, which is not let through."""
    knocks.switch_faults(demo, loses="1")
    seller = shortcut.freelancer(demo)
    client = shortcut.open_checkout(demo, shortcut.issue_invoice(seller))
    model = Model.of_account(seller.account)
    shortcut.pay_by_card(client)
    (told,) = knocks.completed_sessions(demo, seller.account)
    knocks.switch_faults(demo)
    return model, told


def record(demo, lot, model, told):
    """A few settlements, one after the other, by responders that have just opened their connections."""
    lot.copy(model)
    recording = Recording()
    recording.begin()
    restart(demo, "respond", ROLE)
    payments = list(lot.payments(model))
    answers = [tools.load(demo, [request(demo, event(told, model, payment))], 1).answers for payment in payments]
    recording.end()
    assert answers == [[200]] * len(payments)
    return script(recording, payments)


def knock(demo, lot, model, told, connections):
    """Each payment of a lot by its event; each must be answered with 200, and be booked once."""
    lot.copy(model)
    requests = [request(demo, event(told, model, payment)) for payment in lot.payments(model)]
    with machine.Parts(demo, ROLE) as parts:
        outcome = tools.load(demo, requests, connections)
    refused = sum(status != 200 for status in outcome.answers)
    assert refused == 0, f"{refused} of {lot.count} knocks were not answered with 200"
    assert lot.written() == expected(lot.count), f"after {lot.count} knocks, the books have {lot.written()}"
    return outcome, parts


def request(demo, told):
    """A knock as bytes, signed now."""
    body = told.encode()
    headers = {
        "Host": urllib.parse.urlsplit(demo.url).netloc,
        "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": str(len(body)),
    } | knocks.signed(told)
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST {knocks.PATH} HTTP/1.1\r\n{head}\r\n".encode() + body


def say_again(demo, lot, model, recording, connections):
    """The recorded statements for each payment of a lot; they must write what knocks write."""
    lot.copy(model)
    lines, names = recording
    rows = ["\t".join(["row", *(str(payment[name]) for name in names)]) for payment in lot.payments(model)]
    said = "".join(line + "\n" for line in [*lines, *rows]).encode()
    with machine.Parts(demo, ROLE) as parts:
        outcome = tools.replay(said, connections, ROLE)
    assert lot.written() == expected(lot.count), f"the replay has written {lot.written()}"
    return outcome, parts


def heading(options, responders):
    return [
        (f"Stripe's knocks: {options.events} events, each pays another invoice, of {options.companies} companies",),
        ("(a register's end is locked for each company);",),
        (f"{options.connections} TLS connections, each knocks again once it is answered;",),
        (f"{len(responders)} responders; the worker is away",),
    ]


def rows_of_knocks(knocked, parts, memory):
    aim = verdict("under 50 ms", knocked.percentile(0.99) < 50)
    resident, own = max(memory)
    return [
        ("Knocks answered", f"{knocked.rate:,.0f}/s", "all with 200; the books are whole" + parts.doubt),
        *knocked.rows(aim),
        *parts.rows(len(knocked.answers)),
        ("  a responder's memory", f"{resident:.1f} MiB", f"the largest; {own:.1f} MiB of it its own"),
    ]


def rows_of_database(alone, parts, few, parts_few, recording, options, responders):
    statements = sum(not line.startswith("session") for line in recording[0])
    again = sum(alone.answers) - len(alone.answers)
    ours = [row for row in parts.rows(options.events) if ROLE not in row[0] and "nginx" not in row[0]]
    return [
        (
            f"The database alone, {options.connections} connections", f"{alone.rate:,.0f}/s",
            f"the same {statements} statements a payment, {again} begun again; it has written the same{parts.doubt}",
        ),
        *alone.rows(),
        *ours,
        (
            f"The database alone, {len(responders)} connections", f"{few.rate:,.0f}/s",
            f"as many as responders{parts_few.doubt}",
        ),
    ]


def rows_of_ratio(knocked, parts, alone, parts_alone, few, options, responders):
    ratio, share = knocked.rate / alone.rate, parts_alone.own_seconds / parts.own_seconds
    return [
        (f"Knocks ÷ database, {options.connections} connections", f"{ratio:.2f}", verdict("0.60", ratio >= 0.6)),
        (f"Knocks ÷ database, {len(responders)} connections", f"{knocked.rate / few.rate:.2f}", ""),
        ("  by processor time", f"{share:.2f}", f"{options.connections} connections, whatever else is at work"),
    ]


def verdict(aim, is_reached):
    return f"aim: {aim}: {'reached' if is_reached else 'MISSED'}"
