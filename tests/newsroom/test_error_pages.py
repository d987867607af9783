"""What a reader sees where something went wrong: in the site's clothes, without the site's secrets."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory

from dateline.site.accounts.roles import Role
from dateline.site.stories import errors

from .desk_fixtures import person
from .reader_fixtures import get


@pytest.mark.django_db
def test_what_is_not_there(db: None) -> None:
    page = get("/nowhere/<script>alert(1)</script>/", 404)
    assert "There is no such page" in page and ">Menu<" in page and "<script>alert" not in page
    assert page.count("<h1") == 1


@pytest.mark.django_db
def test_what_one_may_not_see(db: None) -> None:
    somebody = Client()
    somebody.force_login(person(Role.READER))
    answer = somebody.get("/desk/")
    assert answer.status_code == 403 and "You may not see this page" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/accounts/login/", {"login": "a", "password": "b"})
    assert answer.status_code == 403 and "The form could not be accepted" in answer.content.decode()


@pytest.mark.django_db
def test_asked_too_often(rf: RequestFactory) -> None:
    answer = errors.too_many(rf.get("/"), wait=150)
    assert answer.status_code == 429 and answer["Retry-After"] == "150"
    assert "Please wait 2 minutes" in answer.content.decode()


@pytest.mark.django_db
def test_a_request_that_cannot_be_read(rf: RequestFactory) -> None:
    answer = errors.bad(rf.get("/"))
    assert answer.status_code == 400 and "could not be read" in answer.content.decode()


def test_the_server_s_own_fault_asks_no_database(rf: RequestFactory) -> None:
    """No mark of the database: a query would fail this test."""
    answer = errors.broken(rf.get("/"))
    page = answer.content.decode()
    assert answer.status_code == 500 and "Something went wrong on our side" in page and "Dateline" in page


def test_where_even_the_template_is_broken(rf: RequestFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> str:
        raise ValueError("no manifest")

    monkeypatch.setattr(errors, "render_to_string", fail)
    answer = errors.broken(rf.get("/"))
    assert answer.status_code == 500 and b"Something went wrong" in answer.content


@pytest.mark.django_db
def test_a_fault_in_a_view_is_told_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.site.stories import asking

    def fail() -> None:
        raise RuntimeError("the secret of the sauce")

    monkeypatch.setattr(asking, "stories", fail)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert b"Something went wrong on our side" in answer.content and b"sauce" not in answer.content
