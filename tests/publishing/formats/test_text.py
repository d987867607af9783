from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest

from dateline.publishing import render
from dateline.publishing.columns import clean, wide, wrap
from dateline.records.check import Check

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def test_the_first_line_says_where_the_ledgers_end(check: Check) -> None:
    assert (
        render(check, "text").splitlines()[0].startswith("Ledgers end: territory 21 August 2026, strikes 7 June 2026.")
    )


@pytest.mark.parametrize("width", [40, 60, 76, 80, 100, 140])
def test_no_line_is_wider_than_the_terminal(check: Check, large: Check, width: int) -> None:
    for made in (check, large):
        assert max(wide(line) for line in render(made, "text", width=width).splitlines()) <= width


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_number_is_cut(check: Check, width: int) -> None:
    said = render(check, "text", width=width)
    for number in ("40,000", "4,500", "1,146", "13.9 km² a day", "2.93 times", "over 200 people", "367 weapons"):
        assert number in said, number


def test_the_table_lines_up(check: Check) -> None:
    lines = render(check, "text").splitlines()
    head = next(i for i, line in enumerate(lines) if "Claimed" in line)
    columns = [m.start() for m in re.finditer(r"─+", lines[head + 1])]
    row = next(line for line in lines if line.startswith("c6 "))
    assert [row[c - 1] for c in columns[1:]] == [" "] * 5
    assert row[columns[3] :].startswith("14 km² a day") and row[columns[4] :].startswith("13.9 km² a day")


def test_a_sentence_stands_under_what_does_not_hold_and_only_there(check: Check) -> None:
    said = render(check, "text")
    assert "     Sources differ: DeepState matches" in said
    assert "Matches DeepState: 13.9" not in said
    assert "Not checked: no ledger holds this figure." in said


def test_color_is_used_only_where_allowed_and_changes_no_word(check: Check) -> None:
    plain, colored = render(check, "text"), render(check, "text", color=True)
    assert "\x1b" not in plain and "\x1b[" in colored
    assert ESCAPE.sub("", colored) == plain


def test_escape_codes_of_the_report_do_not_reach_the_terminal(check: Check) -> None:
    first = check.claims[0]
    evil = replace(first, quote=replace(first.quote, exact="\x1b[2Jfive\u202e5\r\n\x07"))
    said = render(replace(check, claims=(evil,), report=replace(check.report, title="\x1b]0;x\x07T")), "text")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", said)


def test_wrap_breaks_at_spaces_and_counts_wide_letters() -> None:
    assert wrap("14 km² a\u00a0day over", 9) == ["14 km²", "a day", "over"]
    assert wrap("漢字漢字漢字", 5) == ["漢字", "漢字", "漢字"]
    assert wrap("x 1,234,567,890", 6) == ["x", "1,234,567,890"]
    assert "".join(wrap("a" * 25, 10)) == "a" * 25
    assert wide("e\u0301🚀") == 3
    assert clean("a\tb\nc") == "a b c"


def test_it_is_fast(large: Check) -> None:
    render(large, "text")
    best = min(_timed(large) for _ in range(3))
    assert best < 0.1, f"{best * 1000:.0f} ms for forty figures"


def _timed(check: Check) -> float:
    start = time.perf_counter()
    render(check, "text")
    return time.perf_counter() - start
