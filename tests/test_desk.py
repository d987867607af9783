"""The desk: a report in, a check out. What holds of every check, over reports that ship and over the real one."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import dateline
from dateline.checking import POLICY
from dateline.editing import Decision, Decisions
from dateline.records.claim import Claim
from dateline.records.finding import DECISIVE

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "src" / "dateline" / "demo"
REAL = ROOT.parent / "shared" / "reports" / "russia_offensive_2025-05-30.txt"
TODAY = dt.date(2026, 9, 1)
STRIKE = "Russia launched 298 drones at Ukraine on the night of May 24-25, 2025, the Ukrainian Air Force said."
SUDAN = """Strikes on El Fasher kill 98

At least 98 people were killed in Darfur on Friday, Sudan's health ministry said. The paramilitaries have launched 40
drones since August, and they hold 75 percent of the region. It was the deadliest day of the war.
"""
CIVILIANS = "In 2025, 2,514 civilians were killed in Ukraine, the U.N. Human Rights Monitoring Mission said."

REPORTS = [pytest.param(path, id=path.stem) for path in sorted(DEMO.glob("*.txt"))] + [
    pytest.param(
        REAL,
        id="real",
        marks=pytest.mark.skipif(not REAL.exists(), reason="the real report (../shared/reports) is not here"),
    )
]


def only(check: dateline.Checked, quote: str) -> Claim:
    (claim,) = [c for c in check.claims if c.quote.exact == quote]
    return claim


@pytest.mark.parametrize("path", REPORTS)
@pytest.mark.parametrize("as_of", ["published", "today"])
def test_no_decisive_verdict_without_query_rows_producer_and_source(path: Path, as_of: str) -> None:
    check = dateline.check(path, as_of=as_of, today=TODAY)
    decisive = [c for c in check.claims if c.finding is not None and c.finding.verdict in DECISIVE]
    assert len(decisive) >= 5
    for claim in decisive:
        finding = claim.finding
        assert finding is not None
        assert finding.query.startswith("dateline figure ")
        assert finding.readings and finding.readings[0].rows > 0, claim.quote.exact
        assert all(reading.producer for reading in finding.readings)
        assert finding.sources and all(s.producer and s.title and s.url for s in finding.sources)
        assert finding.decided_by == "machine"


@pytest.mark.parametrize("path", REPORTS)
def test_every_claim_has_a_finding_with_its_reason(path: Path) -> None:
    check = dateline.check(path, today=TODAY)
    assert check.policy == POLICY
    assert all(c.finding is not None for c in check.claims)
    for claim in check.claims:
        finding = claim.finding
        assert finding is not None and finding.summary
        if finding.verdict in ("unverified", "not_checkable", "qualified"):
            assert finding.reason is not None
    counted = sum(sum(part.values()) for part in check.summary.values())
    assert counted == len(check.claims)


@pytest.mark.parametrize("path", REPORTS)
def test_json_on_standard_output_selects_its_quotes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "dateline", "check", "-", "--format", "json"],
        input=text.encode(), capture_output=True, timeout=60, check=False, env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    assert ran.returncode in (0, 1), ran.stderr.decode()
    found = json.loads(ran.stdout)
    assert found["schema"] == 1
    assert len(found["claims"]) >= 10
    for claim in found["claims"]:
        quote = claim["quote"]
        assert text[quote["start"] : quote["end"]] == quote["exact"]
    for number in found["unread"]:
        assert text[number["start"] : number["end"]] == number["exact"]
    assert [c["id"] for c in found["claims"]] == [f"c{n}" for n in range(1, len(found["claims"]) + 1)]


def test_a_report_of_a_conflict_without_a_theatre_is_unverified_and_says_so() -> None:
    check = dateline.check(dateline.read(SUDAN, published="2025-09-02"), today=TODAY)
    assert check.theatre is None
    assert (check.theatre_title, check.border_policy, check.ledgers) == ("", "", ())
    assert any("No installed theatre covers this report" in w for w in check.warnings)
    assert len(check.claims) >= 3
    assert {c.finding.verdict for c in check.claims if c.finding is not None} == {"unverified"}


def test_a_text_without_a_date_is_read_as_of_today_and_says_so() -> None:
    report = dateline.read("Russia launched 40 drones at Ukraine overnight.\n\nNobody was hurt in Kyiv.")
    assert report.date_basis == "today"
    assert report.date == dt.date.today()
    assert report.warnings
    assert dateline.check(report).warnings[: len(report.warnings)] == report.warnings


def test_a_text_that_names_no_conflict_is_read_as_of_the_theatre_there_is() -> None:
    report = dateline.read("The army launched 298 drones.\n\nNobody was hurt.", published="2025-05-25")
    assert report.theatre == "ukraine"
    assert any("names no conflict" in w and "--theatre" in w for w in report.warnings)


@pytest.mark.parametrize(
    ("text", "theatre"),
    [
        ("Since October 7, 2023, the ministry has listed 60,000 dead.", "gaza"),
        ("Counted from 24 February 2022, the toll was 12,000.", "ukraine"),
        ("Since 17 October 2023 the ministry has listed 60,000 dead.", "ukraine"),
    ],
)
def test_the_first_day_of_a_war_names_it_where_nothing_else_does(text: str, theatre: str) -> None:
    assert dateline.read(text + "\n", published="2025-07-29").theatre == theatre


def test_a_theatre_that_is_not_installed_is_an_error_of_one_line() -> None:
    from dateline.desk import TheatreError

    with pytest.raises(TheatreError, match="installed: gaza, ukraine") as caught:
        dateline.read(STRIKE + "\n", theatre="narnia")
    assert "\n" not in str(caught.value)


def test_a_stated_day_wins_over_the_pages_own() -> None:
    text = "Published May 30, 2025\n\n" + STRIKE
    assert dateline.read(text).date == dt.date(2025, 5, 30)
    given = dateline.read(text, published="2025-06-02")
    assert (given.date, given.date_basis) == (dt.date(2025, 6, 2), "given")


def test_a_mended_claim_is_decided_by_an_editor() -> None:
    report = dateline.read(STRIKE + "\n", published="2025-05-30")
    before = dateline.check(report, today=TODAY)
    slip = Decision(only(before, "298 drones").quote, {"value": "367"}, who="An Editor", when="2025-05-30")
    after = dateline.check(report, decisions=Decisions(entries=(slip,)), today=TODAY)
    assert only(before, "298 drones").finding.decided_by == "machine"  # type: ignore[union-attr]
    mended = only(after, "298 drones")
    assert mended.value == 367.0
    assert mended.finding is not None
    assert mended.finding.decided_by == "editor"


def test_what_was_right_when_published_and_revised_since_shows_both() -> None:
    report = dateline.read(CIVILIANS + "\n", published="2026-01-20")
    then = only(dateline.check(report, today=TODAY), "2,514 civilians").finding
    assert then is not None
    assert (then.verdict, then.computed) == ("holds", 2514.0)
    assert then.today is not None and then.today != then.verdict
    assert "2,526" in then.since
    now = only(dateline.check(report, as_of="today", today=TODAY), "2,514 civilians").finding
    assert now is not None
    assert now.computed == 2526.0 or now.verdict != "holds"


def test_a_revised_figure_is_not_known_before_it_was_published() -> None:
    text = CIVILIANS.replace("2,514", "2,526") + "\n"
    early = only(dateline.check(dateline.read(text, published="2026-01-20"), today=TODAY), "2,526 civilians").finding
    late = only(dateline.check(dateline.read(text, published="2026-03-20"), today=TODAY), "2,526 civilians").finding
    assert early is not None and late is not None
    assert early.verdict != "holds"
    assert (late.verdict, late.computed) == ("holds", 2526.0)


def test_a_check_shows_itself() -> None:
    check = dateline.check(dateline.read(STRIKE + "\n", published="2025-05-30"), today=TODAY)
    assert json.loads(check.to_json())["claims"][0]["quote"]["exact"] == "298 drones"
    assert check._repr_html_().startswith("<iframe")
    assert "298 drones" in check.to_html()


def test_a_parse_settles_a_speaker_where_it_is_asked_for() -> None:
    text = "Late on Friday DeepState hinted in a short post that Russia took 14 square kilometers in May 2025."
    report = dateline.read(text, published="2025-06-02", theatre="ukraine")
    [plain] = dateline.Extractor()(report)
    [settled] = dateline.Extractor(parse=True)(report)
    assert plain.attribution is None
    assert settled.attribution is not None
    assert (settled.attribution.source, settled.attribution.producer) == ("DeepState", "deepstate")
    assert (plain.value, plain.period, plain.measure) == (settled.value, settled.period, settled.measure)


def test_a_page_that_names_no_side_of_a_war_is_of_none() -> None:
    """A few sentences may leave the country out; a page of news does not."""
    few = "The army gained 440 square kilometres in May 2025. " * 3
    page = "The council met on Monday to speak of the new bridge, which cost 12 percent more than planned. " * 12
    assert dateline.read(few + "\n", published="2025-06-02").theatre == "ukraine"
    assert dateline.read(page + "\n", published="2025-06-02").theatre is None
    assert dateline.read(page + "The war in Ukraine goes on in Ukraine.\n", published="2025-06-02").theatre == "ukraine"


def test_an_extractor_gives_the_same_claims_in_several_threads() -> None:
    reports = [dateline.read(path, theatre="ukraine") for path in sorted(DEMO.glob("*.txt"))] * 4
    extractor = dateline.Extractor("ukraine")
    alone = [extractor(report) for report in reports]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(extractor, reports))
    assert together == alone == [dateline.extract(report) for report in reports]
    assert sum(map(len, alone)) > 20


@pytest.mark.parametrize(
    ("text", "theatre"),
    [
        ("At least 60,034 people have been killed in Gaza since October 7, 2023.", "gaza"),
        ("Forty people died in Kharkiv.", "ukraine"),
        ("Forty people died in Darfur; Kyiv sent aid.", None),
        ("Ukraine, where 40 died, and Gaza, where 50 did: Ukraine's and Kyiv's envoys met.", "ukraine"),
    ],
)
def test_the_theatre_is_the_one_that_the_text_names_most(text: str, theatre: str | None) -> None:
    assert dateline.read(text + "\n", published="2025-07-29").theatre == theatre
