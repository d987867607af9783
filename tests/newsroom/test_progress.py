"""How far a check is, and its end, over the web."""

from __future__ import annotations

import pytest
from django.test import Client

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.audit.models import Event
from dateline.site.checks.models import Run
from dateline.site.checks.running import ask

from .drafts import WRONG, account, do_all, story_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter() -> User:
    return account(Role.REPORTER)


@pytest.fixture
def run(reporter: User) -> Run:
    current = story_of(WRONG, reporter).current
    assert current is not None
    return ask(current, reporter)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def test_it_says_where_the_check_stands(run: Run, reporter: User) -> None:
    client = client_of(reporter)
    address = f"/desk/checks/{run.pk}/"
    answer = client.get(address)
    assert (answer.json()["state"], answer.json()["finished"]) == ("waiting", None)
    assert "no-store" in answer["Cache-Control"]
    Run.objects.update(state="running", step="checking", done=3, total=9)
    assert {k: client.get(address).json()[k] for k in ("state", "step", "done", "total")} == {
        "state": "running", "step": "checking", "done": 3, "total": 9,
    }  # fmt: skip
    Run.objects.update(state="waiting")
    do_all()
    assert client.get(address).json()["state"] == "finished"


def test_it_can_be_cancelled_once(run: Run, reporter: User) -> None:
    client = client_of(reporter)
    answer = client.post(f"/desk/checks/{run.pk}/cancel/").json()
    assert (answer["state"], answer["error"]) == ("failed", "cancelled by Example Reporter")
    client.post(f"/desk/checks/{run.pk}/cancel/")
    assert Event.objects.filter(what="check.cancelled").count() == 1
    do_all()
    run.refresh_from_db()
    assert run.state == "failed"


@pytest.mark.parametrize(("method", "path", "status"), [("get", "cancel/", 405), ("post", "", 405)])
def test_reading_changes_nothing(run: Run, reporter: User, method: str, path: str, status: int) -> None:
    assert getattr(client_of(reporter), method)(f"/desk/checks/{run.pk}/{path}").status_code == status
    run.refresh_from_db()
    assert run.state == "waiting"


def test_readers_see_nothing_of_it(run: Run) -> None:
    reader = client_of(account(Role.READER))
    assert reader.get(f"/desk/checks/{run.pk}/").status_code == 403
    assert reader.post(f"/desk/checks/{run.pk}/cancel/").status_code == 403
    assert Client().get(f"/desk/checks/{run.pk}/").status_code == 302
    assert client_of(User.objects.get(role="reporter")).get("/desk/checks/999/").status_code == 404
