"""A brief's own check finds every figure of it and confirms each; what it would not confirm is not in it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import dateline
from dateline.briefing import Brief, brief
from dateline.briefing.draft import Draft, Section, Stated, said
from dateline.briefing.settling import settle
from dateline.figures import FigureError

LATE = date(2026, 11, 22)
MONTHS = [date(2024 + n // 12, n % 12 + 1, 1) for n in range(8, 30)]
WEEKS = [date(2024, 9, 2) + timedelta(weeks=5 * n) for n in range(18)]
#: Fewer sentences than this fall over all the periods below: what truly differs between producers, and no more.
_FALLEN_AT_MOST = 12


def month(first: date) -> tuple[date, date]:
    return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def periods() -> list[tuple[str, date, date, date]]:
    found = []
    for theatre in ("ukraine", "gaza"):
        for n, (first, last) in enumerate([month(m) for m in MONTHS] + [(w, w + timedelta(days=6)) for w in WEEKS]):
            found.append((theatre, first, last, LATE if n % 2 else last + timedelta(days=n % 9 + 1)))
    return found


@pytest.fixture(scope="module")
def briefs() -> list[Brief]:
    return [brief(*asked) for asked in periods()]


def test_every_figure_of_every_brief_is_found_again_and_holds(briefs: list[Brief], tmp_path: Path) -> None:
    for number, found in enumerate(briefs):
        page = tmp_path / f"{number}.md"
        page.write_text(found.to_markdown({p.name: f"{p.name}.svg" for p in found.pictures}), encoding="utf-8")
        linked = re.findall(r"\[([^\]]+)\]\(#(c\d+)\)", page.read_text(encoding="utf-8"))
        checked = dateline.check(dateline.read(page, theatre=found.checked.theatre))
        assert {c.finding.verdict for c in checked.claims if c.finding} == {"holds"}, found.period
        assert not checked.unread, found.period
        assert [claim for _, claim in linked] == [claim.id for claim in checked.claims], found.period
        for (words, _), claim in zip(linked, checked.claims, strict=True):
            assert claim.quote.exact in words or words in claim.quote.exact, (words, claim.quote.exact)


def test_each_digit_of_a_brief_is_a_figure_or_a_date(briefs: list[Brief]) -> None:
    dates = re.compile(r"\d{1,2}(?:(?:-| to )\d{1,2})?(?: [A-Z][a-z]+)?(?: \d{4})?|[A-Z][a-z]+ \d{4}")
    for found in briefs:
        for section in found.settled.sections:
            for sentence in section.sentences:
                plain = "".join(piece for piece in sentence.pieces if isinstance(piece, str))
                months = re.sub(r"\b\d{1,2}-(?=\d)", "", plain)
                bare = re.sub(r"\b(?:\d{1,2} )?(?:to \d{1,2} )?[A-Z][a-z]+(?: \d{4})?", "", months)
                assert not re.search(r"\d{3}", bare), sentence.text
                assert dates.sub("", months).count("%") == 0


def test_little_falls_and_what_falls_is_said_without_a_number(briefs: list[Brief]) -> None:
    fallen = [(about, why, found) for found in briefs for about, why in found.left_out]
    assert {why for _, why, _ in fallen} == {"disputed"}
    assert 0 < len(fallen) <= _FALLEN_AT_MOST
    for about, _, found in fallen:
        assert about in found.to_markdown() and about in found.to_html()
        assert not re.search(r"\d", about)


def test_a_month_has_its_ground_strikes_victims_and_days() -> None:
    found = brief("ukraine", *month(date(2025, 9, 1)), LATE)
    measures = {claim.measure for claim in found.checked.claims}
    assert {"territory.net_change", "territory.held", "strikes.launched", "strikes.intercepted", "casualties.killed",
            "casualties.injured", "calendar.elapsed", "calendar.weekday"} <= measures  # fmt: skip
    assert {"rate", "change", "share", "level"} <= {claim.frame for claim in found.checked.claims}
    assert "a party to the war" in found.to_markdown()
    assert "dateline figure strikes.launched --from 2025-09-01 --to 2025-09-30" in found.to_markdown()
    assert {p.name for p in found.pictures} == {"territory", "strikes", "share", "killed"}


def test_a_share_across_a_break_in_its_definition_is_not_given() -> None:
    found = brief("ukraine", *month(date(2025, 7, 1)), LATE)
    assert "strikes.intercepted" not in {claim.measure for claim in found.checked.claims}
    assert "What counts as stopped changed" in found.to_markdown()


def test_a_brief_knows_no_more_than_its_day() -> None:
    first, last = month(date(2025, 9, 1))
    early, late = (brief("ukraine", first, last, day) for day in (last + timedelta(days=1), LATE))
    assert len(early.checked.claims) < len(late.checked.claims)
    assert f"published: {last + timedelta(days=1)}" in early.to_markdown()


def test_the_lost_ground_of_a_week_is_told_without_a_gain() -> None:
    found = brief("ukraine", date(2026, 8, 10), date(2026, 8, 16), LATE)
    assert "did not grow" in found.to_markdown()
    assert "territory.net_change" not in {claim.measure for claim in found.checked.claims}


def test_days_without_data_say_so() -> None:
    page = brief("ukraine", date(2026, 10, 1), date(2026, 10, 31), LATE).to_markdown()
    assert "The maps in the ledger do not cover this period." in page
    assert "The bulletins in the ledger do not cover this period." in page
    assert "No body's figure was published in this period" in page
    assert "# Ukraine, October 2026" in page


@pytest.mark.parametrize(
    ("start", "last", "why"),
    [
        (date(2025, 8, 9), date(2025, 8, 1), "lies before"),
        (date(2025, 1, 1), date(2025, 8, 1), "at most 92 days"),
        (date(2030, 1, 1), date(2030, 1, 31), "past by then"),
        (date(1, 1, 1), date(1, 1, 5), "past by then"),
    ],
)
def test_days_that_make_no_period_are_one_line(start: date, last: date, why: str) -> None:
    with pytest.raises(FigureError, match=why) as fault:
        brief("ukraine", start, last, LATE)
    assert "\n" not in str(fault.value)


def test_a_sentence_that_the_check_refutes_or_reads_otherwise_falls() -> None:
    from dateline.briefing.asking import Desk, whole
    from dateline.desk import open_ledgers
    from dateline.theatres import loader

    home = loader.load("ukraine")
    asked = Desk(home, open_ledgers(home.folder), whole(date(2025, 9, 1), date(2025, 9, 30)), LATE)
    wrong = said("In September 2025, Russia launched {} at Ukraine, according to the Ukrainian Air Force.",
                 Stated("9,999 drones", "strikes.launched", 9999.0, ""), about="a wrong number")  # fmt: skip
    misread = Stated("19.0 percent of the country", "strikes.launched", 19.0, "")
    other = said("On 30 September 2025, Russia held {}, according to DeepState.", misread, about="another measure")
    plain = said("Ukraine, September 2025")
    made = settle(Draft((wrong, plain), (), (Section("Strikes", (wrong, other)),)), asked)
    assert made.title is plain and made.sections[0].sentences == () and made.checked.claims == ()
    assert dict(made.left_out) == {"a wrong number": "contradicted", "another measure": "unread"}
