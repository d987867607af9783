"""A report to its claims: ids, anchors, offsets, the page's date line, what was not read."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.extracting.document import extract
from dateline.records.claim import Claim, Unread
from dateline.records.report import Block, Report

from .said import UKRAINE, claims, report, the, unread

TEXT = (
    "Russia launched 598 drones and 31 missiles on the night of August 27-28. Of the 598 drones, 563 were downed.\n\n"
    "Russian forces took 464 square kilometers in August. The war is in its fourth year."
)


def test_ids_follow_the_text() -> None:
    found = claims(TEXT)
    assert [c.id for c in found] == [f"c{n}" for n in range(1, len(found) + 1)]
    assert [c.quote.start for c in found] == sorted(c.quote.start for c in found)
    assert len(found) >= 6


def test_quotes_are_selectors() -> None:
    for claim in claims(TEXT):
        quote = claim.quote
        assert TEXT[quote.start : quote.end] == quote.exact
        assert TEXT[: quote.start].endswith(quote.prefix)
        assert TEXT[quote.end :].startswith(quote.suffix)
        assert quote.exact in claim.sentence


def test_an_anchor_is_the_id_of_an_earlier_claim() -> None:
    text = "Russia launched 598 drones overnight. Of them, 563 were shot down."
    whole, part = claims(text)
    assert (part.frame, part.anchor, whole.anchor) == ("part_of", whole.id, None)


def test_a_number_is_a_claim_or_unread_and_never_both() -> None:
    text = "The 47th Brigade shot down 12 drones on August 28, and a 41-year-old man died on Route 7."
    found, left = claims(text), unread(text)
    assert "12 drones" in [c.quote.exact for c in found]
    assert {u.exact for u in left} == {"47", "41", "7"}
    assert not any(u.start < c.quote.end and c.quote.start < u.end for u in left for c in found)


def test_the_pages_date_line_yields_only_its_weekday() -> None:
    line = "Tuesday, September 2, 2025, 3 MIN READ, 40 drones"
    block = Block(0, len(line), "dateline")
    found, left = extract(Report(line, (block,), dt.date(2025, 9, 2), "dateline"), UKRAINE)
    assert [(c.frame, c.quote.exact) for c in found] == [("weekday", "Tuesday, September 2, 2025")]
    assert all(line[u.start : u.end] == u.exact for u in left)


@pytest.mark.parametrize(
    ("role", "count"),
    [("story", 1), ("title", 1), ("standfirst", 1), ("caption", 1), ("byline", 0), ("furniture", 0)],
)
def test_claims_come_from_what_the_page_states(role: str, count: int) -> None:
    line = "Russia launched 598 drones on August 28."
    made = Report(line, (Block(0, len(line), role),), dt.date(2025, 9, 2), "given")  # type: ignore[arg-type]
    assert len(extract(made, UKRAINE)[0]) == count


NEAR = "Russia launched 598 drones on August 28. Air defenses shot down 563 drones."


def test_a_period_is_carried_to_the_next_sentence() -> None:
    assert str(the(NEAR, "563 drones").period) == "2025-08-28"
    assert str(the(NEAR.replace(". Air", ".\n\nAir"), "563 drones").period) == "2025-08-28"


def test_a_period_is_not_carried_across_the_report() -> None:
    far = NEAR.replace(". Air", ".\n\nIt rained.\n\nNobody came.\n\nAir")
    assert the(far, "563 drones").period is None


def test_an_empty_report_has_no_claims() -> None:
    assert extract(report(""), UKRAINE) == ([], [])


SUBJECTS = st.sampled_from(
    ["Russia", "Moscow", "Ukrainian forces", "Kyiv", "The army", "DeepState", "The U.N.", "In Gaza"]
)
VERBS = st.sampled_from(
    [
        "launched",
        "captured",
        "shot down",
        "lost",
        "recorded",
        "killed",
        "liberated",
        "holds",
        "more than doubled",
        "was",
    ]
)
NUMBERS = st.one_of(
    st.integers(0, 999_999).map(str),
    st.integers(0, 999_999).map("{:,}".format),
    st.sampled_from(["two dozen", "half a million", "two-thirds", "19.1%", "6 times", "between 5 and 9", "25 and 30"]),
)
THINGS = st.sampled_from(
    ["drones", "missiles", "square kilometers", "civilians", "percent of Ukraine", "of them", "nights", "soldiers", ""]
)
TIMES = st.sampled_from(
    ["in August", "on the night of August 27-28", "since November", "of the war", "overnight", "a year earlier",
     "for the third month in a row", "on Saturday, August 30", ""]
)  # fmt: skip
SENTENCES = st.builds("{} {} {} {} {}.".format, SUBJECTS, VERBS, NUMBERS, THINGS, TIMES)
DAYS = st.dates(dt.date(2022, 3, 1), dt.date(2027, 12, 31))


def assert_sound(text: str, found: list[Claim], left: list[Unread]) -> None:
    for claim in found:
        assert text[claim.quote.start : claim.quote.end] == claim.quote.exact
        assert claim.quote.exact.strip()
    for number in left:
        assert text[number.start : number.end] == number.exact
        assert number.why
    assert [c.id for c in found] == [f"c{n}" for n in range(1, len(found) + 1)]
    assert all(a.quote.start <= b.quote.start for a, b in itertools.pairwise(found))
    ids = [c.id for c in found]
    assert all(c.anchor in ids[: ids.index(c.id)] for c in found if c.anchor is not None)


@settings(max_examples=150, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=5), st.sampled_from([" ", "\n\n", "  \n"]), DAYS)
def test_offsets_and_ids_of_any_sentences_with_numbers(lines: list[str], joined: str, day: dt.date) -> None:
    text = joined.join(lines)
    found, left = extract(report(text, str(day)), UKRAINE)
    assert_sound(text, found, left)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=400), SENTENCES), min_size=1, max_size=4).map("".join))
def test_any_text_is_extracted_without_error(text: str) -> None:
    text = text[:400]
    found, left = dateline.Extractor().read(report(text))
    assert_sound(text, found, left)


def test_a_streak_hands_on_its_last_unit() -> None:
    text = "Russian gains slowed in August for the third month in a row. Russia took 464 square kilometers."
    assert str(the(text, "464 square kilometers").period) == "2025-08-01 to 2025-08-31"


@pytest.mark.parametrize(("text", "inherited"), [
    ("Russia launched 367 drones overnight.", True),
    ("Russia launched 367 drones in May.", True),
    ("Since 24 February 2022, 13,279 civilians have been killed.", True),
    ("Russia launched 367 drones in May 2025.", False),
])  # fmt: skip
def test_what_hangs_on_a_day_that_the_report_does_not_state_is_a_guess(text: str, inherited: bool) -> None:
    day = dt.date(2025, 9, 2)
    undated = Report(text, (Block(0, len(text), "story"),), day, "today", theatre="ukraine")
    (claim,) = extract(undated, UKRAINE)[0]
    assert claim.inherited is inherited
    (claim,) = extract(report(text), UKRAINE)[0]
    assert not claim.inherited
