"""How fast a client's page of an invoice is answered, beside what nginx, FastCGI and the database cost by themselves."""

import statistics

import books
import compared
import machine
import shortcut
import tools
from plain import ask, programs

ROLE = "public"
LOTS = 5
REQUESTS = 3_000
PLAIN_SELECTS = (0, 1, 3)
AIM = 0.7


def measure(demo, options):
    seller = shortcut.freelancer(demo)
    link = shortcut.issue_invoice(seller)
    invoice = books.number("SELECT MAX(id) FROM invoices")
    ours = programs(demo, "respond", ROLE)[1]
    size = len(ask(demo, "GET", link)[2].encode())
    selects, statements = said_for(demo, link)
    numbers = sorted({*PLAIN_SELECTS, selects})
    with compared.compared(demo, numbers, invoice, len(ours)) as processes:
        places = {"file": (compared.FILE, [])}
        places |= {number: (compared.path(number), processes[number]) for number in numbers}
        places["page"] = (link, ours)
        found = {what: [] for what in places}
        # One after the other and again, so that what disturbs the machine disturbs them alike; the first do not count.
        for lot in range(LOTS + 1):
            for what, (path, responders) in places.items():
                measured = asked(demo, path, responders, options.connections)
                if lot > 0:
                    found[what].append(measured)
    middle = {what: sorted(lots, key=lambda lot: lot[0].rate)[LOTS // 2] for what, lots in found.items()}
    return [
        (f"The client's page of an invoice ({size:,} bytes, {statements} statements, {selects} of them SELECTs)",),
        (f"beside answers of {compared.SIZE:,} bytes at the same nginx; {options.connections} TLS connections,",),
        (f"{len(ours)} responders each; the middle one of {LOTS} times {REQUESTS:,} requests",),
        row("nginx: a file", middle["file"]),
        *(row(f"C responder, {number} SELECT{'s' * (number != 1)}", middle[number]) for number in numbers),
        row("NeedMe's page", middle["page"]),
        *middle["page"][0].rows(),
        *middle["page"][1].rows(REQUESTS),
        *ratios(found, selects),
    ]


def said_for(demo, link):
    """How many SELECTs, and statements of any kind, one page takes."""
    def counters():
        names = "'Com_select', 'Com_stmt_execute', 'Com_begin', 'Com_commit'"
        rows = books.rows(f"SHOW GLOBAL STATUS WHERE Variable_name IN ({names})")
        return {name: int(value) for name, value in rows}

    ask(demo, "GET", link)
    times, before = 50, counters()
    idle = {name: value - before[name] for name, value in counters().items()}
    before = counters()
    for _ in range(times):
        ask(demo, "GET", link)
    spent = {name: value - before[name] - idle[name] for name, value in counters().items()}
    selects = round(spent["Com_select"] / times)
    return selects, round((spent["Com_stmt_execute"] + spent["Com_begin"] + spent["Com_commit"]) / times)


def asked(demo, path, responders, connections):
    with machine.Parts(demo, ROLE, responders) as parts:
        outcome = tools.load(demo, [compared.request(demo, path)] * REQUESTS, connections)
    wrong = sum(status != 200 for status in outcome.answers)
    assert wrong == 0, f"{wrong} of {REQUESTS} requests for {path} were not answered with 200"
    return outcome, parts


def row(what, lot):
    outcome, parts = lot
    return (what, f"{outcome.rate:,.0f}/s", f"half within {outcome.percentile(0.5):.1f} ms{parts.doubt}")


def ratios(found, selects):
    """Each time's own ratio, of which the middle one."""
    def middle(what):
        return statistics.median(ours.rate / other.rate for (ours, _), (other, _) in zip(found["page"], found[what]))

    same = middle(selects)
    return [
        ("NeedMe ÷ C, as many SELECTs", f"{same:.2f}", f"aim: {AIM}: {'reached' if same >= AIM else 'MISSED'}"),
        *(
            (f"NeedMe ÷ C, {number} SELECT{'s' * (number != 1)}", f"{middle(number):.2f}", "")
            for number in PLAIN_SELECTS
        ),
        ("NeedMe ÷ nginx's file", f"{middle('file'):.2f}", ""),
    ]
