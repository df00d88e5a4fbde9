"""What stays true while responders at three nodes work at once, and nodes are killed and come back."""

from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from nodes import until
from trade import AMOUNT, UNAVAILABLE, Freelancer, Reader, Stripe, connect_account, event

FREELANCERS = 6
INVOICES_EACH = 15
INVOICES = FREELANCERS * INVOICES_EACH


@pytest.fixture(scope="module")
def year(site, cluster):
    """Invoices are issued and paid while two nodes are killed, one after the other, and return; what was answered."""
    connect_account(site)
    stripe, done = Stripe(site), []

    def work(person, drafts):
        for invoice, action, body in drafts:
            person.issue(action, body)
            stripe.open_session(invoice)
            stripe.knock_everywhere(invoice)
            done.append(invoice)

    people = [Freelancer(site) for _ in range(FREELANCERS)]
    with ThreadPoolExecutor(FREELANCERS) as threads:
        drafts = list(threads.map(lambda person: [person.draft() for _ in range(INVOICES_EACH)], people))
        reader = Reader(site)
        working = [threads.submit(work, *pair) for pair in zip(people, drafts)]
        try:
            kill_and_return(cluster, cluster.nodes[2], 0.15, 0.35, done, working)
            kill_and_return(cluster, cluster.nodes[0], 0.5, 0.7, done, working)
            for one in working:
                one.result()
        finally:
            reader.stop()
    issues = sum((person.answers for person in people), Counter())
    print(f"issues: {dict(issues)}, knocks: {dict(stripe.answers)}, readings: {dict(reader.answers)}")
    return SimpleNamespace(
        invoices=done, issues=issues, stripe=stripe, readings=reader.answers, requests=site.requests(),
    )


def kill_and_return(cluster, node, killed_at, back_at, done, working):
    """A node is away between two moments, given as shares of the work."""
    def has_come(share):
        for one in working:
            if one.done():
                one.result()
        return len(done) >= INVOICES * share

    until(lambda: has_come(killed_at), "progress", 90)
    node.kill()
    until(lambda: has_come(back_at), "progress without a node", 90)
    node.return_()
    cluster.wait_for(node)


def test_nobody_was_told_anything_but_done_or_not_available(year):
    assert set(year.issues) <= {303, 409} | UNAVAILABLE
    assert set(year.stripe.answers) <= {200} | UNAVAILABLE
    assert UNAVAILABLE & set(year.stripe.answers), "no node has been missed"


def test_who_reads_never_noticed(year):
    assert set(year.readings) == {404}
    passed_on = [request for request in year.requests if request["method"] == "GET" and "," in request["responder"]]
    assert passed_on, "no reader has met a crew without its node"


def test_a_form_was_never_sent_to_a_second_crew(year):
    forms = [request["responder"] for request in year.requests if request["method"] == "POST"]
    assert len(forms) > 3 * INVOICES
    assert all(forms) and not any("," in responder for responder in forms)


def test_numbers_have_no_hole_and_no_double(year, cluster):
    for node in cluster.nodes:
        issued = node.rows("SELECT sequence, invoice_id FROM issued_invoices ORDER BY sequence")
        assert [int(sequence) for sequence, _ in issued] == list(range(1, INVOICES + 2))
        assert {int(invoice) for _, invoice in issued} >= set(year.invoices)
        assert node.rows("SELECT last_sequence FROM counters WHERE series = 'F'") == [[str(INVOICES + 1)]]


def test_each_payment_is_booked_once(year, cluster):
    for invoice in year.invoices:
        assert [year.stripe.knock(event(invoice), door) for door in year.stripe.site.doors] == [200, 200, 200]
    expected = sorted([str(invoice), f"pi_{invoice}", str(AMOUNT)] for invoice in year.invoices)
    for node in cluster.nodes:
        assert sorted(node.rows("SELECT invoice_id, reference, amount_cents FROM payments")) == expected
        lines = node.rows("SELECT sequence, reference FROM register_lines ORDER BY sequence")
        assert [int(sequence) for sequence, _ in lines] == list(range(1, INVOICES + 1))
        assert sorted(reference for _, reference in lines) == sorted(payment[1] for payment in expected)
        assert node.rows("SELECT outcome, COUNT(*) FROM stripe_events GROUP BY outcome") == [["settled", str(INVOICES)]]
        assert node.rows("SELECT COUNT(*) FROM notifications WHERE kind = 'receipt'") == [[str(INVOICES)]]
        assert node.rows("SELECT kind, COUNT(*) FROM outbox GROUP BY kind ORDER BY kind") == [
            ["confirm_payment", str(INVOICES)], ["mail_receipt", str(INVOICES)],
        ]


def test_the_register_is_whole_at_every_node(year, site, cluster):
    for node in cluster.nodes:
        assert site.run(node, "ledger", "verify") == "every register is whole\n"


def test_the_nodes_hold_the_same(year, cluster):
    """CHECKSUM TABLE would not do: it tells rows apart whose columns are all the same."""
    columns = defaultdict(list)
    for table, column in cluster.nodes[0].rows("""
        SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
            USING (table_schema, table_name)
        WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name, ordinal_position
    """):
        columns[table].append(f"IFNULL(HEX({column}), '-')")
    assert len(columns) > 50
    for table, values in columns.items():
        one, two, three = (sorted(node.rows(f"SELECT {', '.join(values)} FROM {table}")) for node in cluster.nodes)
        assert one == two == three, table
