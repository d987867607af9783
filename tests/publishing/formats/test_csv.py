from __future__ import annotations

import csv
import io
from dataclasses import replace

from dateline.publishing import render
from dateline.publishing.formats.csv import COLUMNS
from dateline.records.check import Check


def rows(check: Check) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(check, "csv"))))


def test_one_row_a_claim_with_every_column(check: Check) -> None:
    told = rows(check)
    assert [row["id"] for row in told] == [claim.id for claim in check.claims]
    assert all(None not in row and None not in row.values() for row in told)
    assert tuple(told[0]) == COLUMNS


def test_what_was_claimed_and_what_came_out(check: Check) -> None:
    rate = next(row for row in rows(check) if row["id"] == "c6")
    assert (rate["claimed"], rate["unit"], rate["computed"], rate["verdict"]) == ("14", "km2/day", "13.9", "holds")
    assert (rate["from"], rate["to"]) == ("2025-05-01", "2025-05-30")
    assert rate["query"].startswith("dateline figure ")
    assert check.report.text[int(rate["start"]) : int(rate["end"])] == "an average of 14 square kilometers per day"


def test_no_cell_of_the_text_runs_as_a_formula(check: Check) -> None:
    first = check.claims[0]
    for start in ("=", "+", "-", "@", "\t=", "\r+"):
        quote = replace(first.quote, exact=f'{start}HYPERLINK("http://example.org","x")')
        evil = replace(check, claims=(replace(first, quote=quote, sentence=quote.exact),))
        row = rows(evil)[0]
        assert row["figure"].startswith("'") and row["sentence"].startswith("'")


def test_a_negative_number_stays_a_number(check: Check) -> None:
    fallen = replace(check, claims=(replace(check.claims[0], value=-44.0, unit="%"),))
    assert rows(fallen)[0]["claimed"] == "-44"


def test_an_empty_check_is_a_header(bare: Check) -> None:
    assert render(bare, "csv").count("\n") == 1
