"""The ledgers' pages: who sees them, what a question gives, what a wrong one is told."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.test import Client

from dateline import desk
from dateline.ledgers import MEASURES
from dateline.site.accounts.roles import Role
from dateline.site.newsroom.ledgers import asking, listing
from newsroom.people_fixtures import person

pytestmark = pytest.mark.django_db
NIGHTS = "/desk/ledgers/ukraine/strikes.launched/"
GROUND = "/desk/ledgers/ukraine/territory.net_change/"


@pytest.fixture
def reporter(client: Client) -> Client:
    client.force_login(person(Role.REPORTER))
    return client


@pytest.mark.parametrize("page", ["", "coverage/", "sources/", "map/", "map.svg", "ukraine/strikes.launched/"])
def test_the_ledgers_are_for_the_desk(client: Client, page: str) -> None:
    assert client.get(f"/desk/ledgers/{page}").status_code == 302
    client.force_login(person(Role.COMMENTER))
    assert client.get(f"/desk/ledgers/{page}").status_code == 403


def test_every_measure_that_a_ledger_answers_for_has_a_page(reporter: Client) -> None:
    held = listing.measures()
    assert {one.theatre.id for one in held} == {"ukraine", "gaza"}
    overview = reporter.get("/desk/ledgers/").content.decode()
    for one in held:
        address = f"/desk/ledgers/{one.theatre.id}/{one.info.id}/"
        assert address in overview
        page = reporter.get(address)
        assert page.status_code == 200
        assert one.info.definition in " ".join(page.content.decode().replace("&#x27;", "'").split())


@pytest.mark.parametrize("where", ["ukraine/strikes.nothing/", "atlantis/strikes.launched/", "gaza/strikes.launched/"])
def test_what_no_ledger_answers_for_is_not_there(reporter: Client, where: str) -> None:
    assert reporter.get(f"/desk/ledgers/{where}").status_code == 404


def test_a_question_gives_what_the_desk_gives(reporter: Client) -> None:
    asked = {"from": "2025-08-25", "to": "2025-08-31", "by": "day", "as": "amount", "as_of": "2025-09-02"}
    page = reporter.get(NIGHTS, asked)
    figure = desk.figure("strikes.launched", "2025-08-25", "2025-08-31", by="day", as_of="2025-09-02")
    said = page.content.decode()
    assert f"{figure.value:,.0f}" in said.replace("\u00a0", " ")
    assert "<svg" in said and "style=" not in said and "<style" not in said
    assert figure.query in said
    rows = list(csv.DictReader(io.StringIO(reporter.get(NIGHTS, {**asked, "format": "csv"}).content.decode())))
    assert [float(row["value"]) for row in rows] == [point.value for point in figure.series.points]
    assert json.loads(reporter.get(NIGHTS, {**asked, "format": "json"}).content) == json.loads(figure.to_json())
    chart = reporter.get(NIGHTS, {**asked, "format": "svg"})
    assert chart.content.decode() == figure.to_svg()
    assert "attachment" in chart.headers["Content-Disposition"]


def test_filters_and_places_reach_the_ledger(reporter: Client) -> None:
    whole = reporter.get(NIGHTS, {"from": "2025-08-25", "to": "2025-08-31"}).context["found"].value
    missiles = reporter.get(NIGHTS, {"from": "2025-08-25", "to": "2025-08-31", "weapon": "missile"}).context["found"]
    assert 0 < missiles.value < whole
    donetsk = reporter.get(GROUND, {"from": "2025-08-01", "to": "2025-08-31", "place": "UA-14"}).context["found"]
    assert donetsk.place.id == "UA-14"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"from": "yesterday", "to": "2025-08-31"}, "is no day"),
        ({"from": "2025-08-31", "to": "2025-08-01"}, "lies before"),
        ({"from": "2025-08-01", "to": "2025-08-31", "by": "phase-of-the-moon"}, "is not one of"),
        ({"from": "2025-08-01", "to": "2025-08-31", "as": "guess"}, "is not one of"),
        ({"from": "2025-08-01", "to": "2025-08-31", "weapon": "trebuchet"}, "weapon"),
        ({"from": "2025-08-01", "to": "2025-08-31", "place": "Atlantis"}, "Atlantis"),
        ({"from": "1901-01-01", "to": "2199-01-01", "by": "day"}, "parts"),
        ({"from": "2025-08-01", "to": "2025-08-31", "format": "docx"}, "is no format"),
        ({"from": "2025-08-01", "to": "2025-08-31", "by": "<script>alert(1)</script>"}, "is not one of"),
    ],
)  # fmt: skip
def test_a_wrong_question_is_told_beside_the_form(reporter: Client, asked: dict[str, str], said: str) -> None:
    page = reporter.get(NIGHTS, asked)
    assert page.status_code == 400
    assert said in str(page.context["wrong"])
    assert str(page.context["wrong"]).count("\n") == 0
    assert "<script>alert" not in page.content.decode()


def test_the_map_is_of_whole_regions_and_names_the_policy(reporter: Client) -> None:
    asked = {"theatre": "ukraine", "from": "2025-08-01", "to": "2025-08-31"}
    page = reporter.get("/desk/ledgers/map/", asked)
    assert page.status_code == 200
    assert "General Assembly" in page.content.decode()
    drawn = reporter.get("/desk/ledgers/map.svg", asked)
    assert drawn.headers["Content-Type"] == "image/svg+xml"
    assert "by region" in drawn.content.decode()
    assert reporter.get("/desk/ledgers/map/", {**asked, "theatre": "gaza"}).status_code == 400
    assert reporter.get("/desk/ledgers/map.svg", {**asked, "to": "2025-07-01"}).status_code == 400


def test_sources_say_what_may_be_passed_on(reporter: Client) -> None:
    said = reporter.get("/desk/ledgers/sources/").content.decode()
    for theatre, producer, terms in listing.producers():
        assert producer.licence.replace("'", "&#x27;") in said and terms in said, (theatre.id, producer.id)


def test_coverage_says_where_each_ledger_ends(reporter: Client) -> None:
    said = reporter.get("/desk/ledgers/coverage/").content.decode()
    for home in asking.theatres():
        for one in asking.holders(home, MEASURES["casualties.killed"]):
            assert f"{one.coverage.end:%B} {one.coverage.end.year}" in said
