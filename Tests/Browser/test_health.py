"""What a monitor is told of each role, through nginx."""

import pytest

from plain import ask, stopped, until

ROLES = ["dashboard", "public", "stripe", "webhook"]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_role_says_that_it_lives_and_is_ready(demo, role, method):
    for path, text in ((f"/healthz/{role}", "alive\n"), (f"/healthz/{role}/ready", "ready\n")):
        status, headers, body = ask(demo, method, path)
        assert status == 200
        assert headers["content-type"].startswith("text/plain")
        assert headers["cache-control"] == "no-store"
        assert "set-cookie" not in headers
        assert body == (text if method == "GET" else "")


def test_a_monitor_is_never_asked_to_be_patient(demo):
    assert {ask(demo, "GET", "/healthz/dashboard/ready")[0] for _ in range(60)} == {200}


def test_without_the_database_a_role_lives_and_is_not_ready(demo):
    with stopped(demo, "mariadbd"):
        for role in ROLES:
            assert ask(demo, "GET", f"/healthz/{role}")[0] == 200
            status, _, body = ask(demo, "GET", f"/healthz/{role}/ready")
            assert status == 503
            assert body == "not ready: the database does not answer\n"
    for role in ROLES:
        until(lambda: ask(demo, "GET", f"/healthz/{role}/ready")[0] == 200)


def test_nobody_else_is_there(demo):
    assert ask(demo, "GET", "/healthz/work")[0] == 404
    assert ask(demo, "GET", "/healthz/public/ready/now")[0] == 404
