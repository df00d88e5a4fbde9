"""What one node or one crew does when another is late or away."""

import secrets
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

import pytest

from nodes import until
from trade import Freelancer, Stripe, event, repeated
from visitor import form_with


@pytest.fixture(scope="module")
def freelancer(site):
    return Freelancer(site)


def test_every_table_can_be_copied(site, cluster):
    assert cluster.nodes[0].rows("""
        SELECT t.table_name, t.engine FROM information_schema.tables t
        WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND (t.engine <> 'InnoDB' OR NOT EXISTS (
            SELECT 1 FROM information_schema.table_constraints c
            WHERE c.table_schema = t.table_schema AND c.table_name = t.table_name AND c.constraint_type = 'PRIMARY KEY'))
    """) == []


def test_the_nodes_speak_tls(cluster):
    for node in cluster.nodes:
        (_, options), = node.rows("SHOW VARIABLES LIKE 'wsrep_provider_options'")
        assert "socket.ssl = YES" in options


def test_what_was_written_at_one_node_is_read_at_another_that_is_late(freelancer, site, cluster):
    freelancer.open("/clients/nouveau")
    form, name = form_with(freelancer.page, "Enregistrer"), f"Atelier {secrets.token_hex(6)}"
    body = urllib.parse.urlencode(form.filled_in(
        {"name": name, "street": "3 place du Marché", "postal_code": "75011", "city": "Paris", "siren": "552 100 554"},
    ))
    first, second, _ = site.doors
    late = cluster.nodes[1]
    with ThreadPoolExecutor(1) as threads:
        holding = threads.submit(late.rows, "FLUSH TABLES WITH READ LOCK; DO SLEEP(3)")
        until(lambda: late.rows("SELECT 1 FROM information_schema.processlist WHERE info = 'DO SLEEP(3)'"), "a late node")
        status, headers, _ = freelancer.ask("POST", form.action, body, first)
        assert status == 303
        has_come = f"SET SESSION wsrep_sync_wait = 0; SELECT COUNT(*) FROM clients WHERE name = '{name}'"
        assert late.rows(has_come) == [["0"]]
        status, _, page = freelancer.ask("GET", "/clients", None, second)
        assert (status, name in page) == (200, True)
        holding.result()


def test_a_form_that_a_crew_did_not_get_goes_to_another(freelancer, site):
    way = site.crews[0].socket("webhook")
    away = way.rename(way.with_suffix(".away"))
    try:
        before = len(site.requests())
        stripe = Stripe(site)
        assert [stripe.knock(event(0), site.url) for _ in range(6)] == 6 * [200]
    finally:
        away.rename(way)
    responders = [request["responder"].split(", ") for request in site.requests()[before:]]
    assert any(len(asked) == 2 and asked[0] == site.crews[0].address("webhook") for asked in responders)


def test_a_node_that_has_lost_the_others_takes_nothing(freelancer, site, cluster):
    stripe = Stripe(site)
    invoice, action, body = freelancer.draft()
    freelancer.issue(action, body)
    stripe.open_session(invoice)
    alone, *others = cluster.nodes
    with others[0].frozen(), others[1].frozen():
        assert stripe.knock(event(invoice), site.doors[0]) == 503
        state = alone.ask("SHOW STATUS LIKE 'wsrep_cluster_status'", "").stdout
        assert state == "wsrep_cluster_status\tnon-Primary\n"
    for node in cluster.nodes:
        cluster.wait_for(node)
    assert repeated(lambda: stripe.knock(event(invoice), site.doors[0]))[-1] == 200
    for node in cluster.nodes:
        assert node.rows(f"SELECT COUNT(*) FROM payments WHERE invoice_id = {invoice}") == [["1"]]
