"""`dateline figure` answers what a finding's query asks, and says where no ledger can."""

from __future__ import annotations

import csv
import io
import json
import shlex
from collections.abc import Callable
from importlib import resources

import pytest

from dateline.cli.demo import REPORT
from dateline.sources import SOURCES

NIGHTS = ("figure", "strikes.launched", "--from", "2025-05-24", "--to", "2025-05-26")


def test_three_nights_as_json(cli: Callable) -> None:
    ran = cli(*NIGHTS, "--by", "day", "--format", "json", "--as-of", "2025-12-31")
    found = json.loads(ran.out)
    assert ran.code == 0
    assert found["value"] == 995
    assert [p["value"] for p in found["series"]] == [264, 367, 364]
    assert found["series"][1]["start"] == found["series"][1]["end"] == "2025-05-25"
    assert {
        "schema",
        "measure",
        "unit",
        "from",
        "to",
        "place",
        "as_of",
        "readings",
        "flags",
        "coverage",
        "sources",
    } <= set(found)
    assert found["sources"]
    assert all(r["rows"] for r in found["readings"])


def test_its_own_query_gives_the_same_answer(cli: Callable) -> None:
    first = cli(*NIGHTS, "--where", "weapon=drone", "--format", "json")
    query = json.loads(first.out)["query"]
    again = cli(*query.split()[1:], "--format", "json")
    assert json.loads(again.out) == json.loads(first.out)
    assert json.loads(first.out)["unit"] == "drones"


def test_csv_has_one_row_a_part(cli: Callable) -> None:
    rows = list(csv.DictReader(io.StringIO(cli(*NIGHTS, "--by", "day", "--format", "csv").out)))
    assert [(r["start"], r["value"]) for r in rows] == [
        ("2025-05-24", "264"), ("2025-05-25", "367"), ("2025-05-26", "364"),
    ]  # fmt: skip


def test_as_of_decides_which_vintage_is_the_value(cli: Callable) -> None:
    april = ("figure", "casualties.killed", "--from", "2025-04-01", "--to", "2025-04-30", "--format", "json")
    assert json.loads(cli(*april, "--as-of", "2025-05-30").out)["value"] == 209
    assert json.loads(cli(*april, "--as-of", "2025-12-31").out)["value"] == 221


def test_territory_by_region_adds_up_and_keeps_the_unassigned(cli: Callable) -> None:
    may = ("figure", "territory.net_change", "--from", "2025-05-01", "--to", "2025-05-31", "--format", "json")
    whole = json.loads(cli(*may, "--by", "region").out)
    assert 430 < whole["value"] < 450
    labels = {p["label"]: p["value"] for p in whole["series"]}
    assert "unassigned" in labels
    assert sum(labels.values()) == pytest.approx(whole["value"], abs=0.2)
    rate = json.loads(cli(*may, "--per", "day").out)
    assert rate["unit"] == "km2/day"
    assert rate["value"] == pytest.approx(whole["value"] / 31, abs=0.01)


def test_missing_days_are_flagged(cli: Callable) -> None:
    april = ("figure", "territory.net_change", "--from", "2025-04-01", "--to", "2025-04-30", "--format", "json")
    flags = json.loads(cli(*april).out)["flags"]
    assert any(flag.startswith(("gap 2025-03-31", "gap 2025-04-01")) for flag in flags)


def test_the_table_names_producer_and_query(cli: Callable) -> None:
    ran = cli(*NIGHTS)
    assert "995 weapons" in ran.out
    assert "airforce" in ran.out
    assert "Again: dateline figure strikes.launched --from 2025-05-24 --to 2025-05-26" in ran.out


JANUARY = ("--from", "2025-01-01", "--to", "2025-01-31")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("strikes.launched", "--from", "2010-01-01", "--to", "2010-01-31"), "2022-09-28"),
        (("strikes.launched", *JANUARY, "--by", "region"), "no such parts"),
        (("casualties.killed", *JANUARY, "--where", "weapon=drone"), "victim"),
        (("strikes.launched", *JANUARY, "--where", "weapon=catapult"), "shahed"),
        (("strikes.launched", *JANUARY, "--producer", "isw"), "airforce"),
        (("strikes.launched", *JANUARY, "--theatre", "mars"), "ukraine"),
        (("strikes.launched", *JANUARY, "--where", "weapon"), "KEY=VALUE"),
    ],
)
def test_what_cannot_be_answered_is_one_line(cli: Callable, arguments: tuple[str, ...], says: str) -> None:
    ran = cli("figure", *arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert says in ran.error


def test_every_source_is_listed_with_licence_coverage_age_and_credit(cli: Callable) -> None:
    listed = json.loads(cli("sources", "--format", "json").out)
    sources = {s["source"]: s for s in listed["sources"]}
    assert set(sources) == set(SOURCES)
    assert all(s["licence"] and s["credit"] and s["url"] and s["statement"] in ("whole", "part")
               for s in sources.values())  # fmt: skip
    strikes = sources["airforce"]
    assert (strikes["ledger"], strikes["start"]) == ("strikes", "2022-09-28")
    assert strikes["age_days"] >= 0
    assert (sources["ucdp_ged"]["start"], sources["ucdp_ged"]["age_days"]) == (None, None)
    printed = cli("sources").out
    assert all(printed.count(f"{name} ") >= 2 for name in SOURCES)
    assert "nothing yet" in printed and "Credit: Uppsala Conflict Data Program" in printed


def test_producers_coverage_and_doctor(cli: Callable) -> None:
    producers = json.loads(cli("sources", "--format", "json").out)["producers"]
    assert {"deepstate", "airforce", "hrmmu", "acled"} <= {p["producer"] for p in producers}
    assert all(p["licence"] for p in producers)
    coverage = json.loads(cli("coverage", "--format", "json").out)["coverage"]
    assert {"territory", "strikes", "casualties", "talks", "officials"} <= {c["ledger"] for c in coverage}
    doctor = cli("doctor")
    assert doctor.code == 0
    assert "BAD" not in doctor.out
    assert cli("sources").code == cli("coverage").code == 0


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (
            "officials.role --from 2025-05-30 --to 2025-05-30 --where 'person=Donald Trump' --where country=US",
            "2025-01-20",
        ),
        ("officials.role --from 2025-05-30 --to 2025-05-30 --where office=President --where country=UA", "Zelensky"),
        ("talks.meetings --from 2022-04-01 --to 2025-05-31", "Istanbul"),
        ("calendar.weekday --from 2025-05-31 --to 2025-05-31", "Saturday"),
        ("calendar.elapsed --from 2022-02-24 --to 2025-05-30", "3 years and 95 days"),
        ("calendar.elapsed --from 2024-02-29 --to 2025-02-28", "0 years and 365 days"),
    ],
)
def test_facts_are_looked_up(cli: Callable, query: str, says: str) -> None:
    ran = cli("figure", *shlex.split(query))
    assert ran.code == 0
    assert says in ran.out


def test_parts_are_printed_where_the_whole_has_no_figure(cli: Callable) -> None:
    months = ("figure", "casualties.killed", "--from", "2024-09-01", "--to", "2025-05-30", "--by", "month")
    found = json.loads(cli(*months, "--as-of", "2025-05-30", "--format", "json").out)
    assert found["value"] is None
    assert [p["value"] for p in found["series"]][:2] == [208, 183]
    assert "gap" in found["series"][-1]["flags"]
    assert "none" in cli(*months).out


def test_every_query_that_a_check_prints_can_be_run(cli: Callable) -> None:
    with resources.as_file(resources.files("dateline") / "demo" / REPORT) as report:
        claims = json.loads(cli("check", report, "--format", "json").out)["claims"]
    queries = [c["finding"]["query"] for c in claims if c["finding"]["query"]]
    decided = [c for c in claims if c["finding"]["verdict"] not in ("unverified", "not_checkable")]
    assert len(queries) >= len(decided) > 5
    failed = {query: cli(*shlex.split(query)[1:]).err for query in queries if cli(*shlex.split(query)[1:]).code}
    assert failed == {}
