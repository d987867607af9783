"""A series of one's own in a check: it is a reading by its producer, of unknown standing, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.cli.guard import run
from dateline.importing import import_source
from dateline.ledgers.store import open_store
from dateline.records.finding import Finding
from dateline.sources.intake import SourceError

HEAD = "producer,measure,start,end,value,low,high,place,known_at,definition,population,weapon"
ROWS = (
    "harbour_post,strikes.launched,2025-05,2025-05,3500,,,,2025-06-02,own tally,,drone",
    "harbour_post,strikes.launched,2025-06-01,2025-06-15,900,,,,2025-06-16,own tally,,drone",
    "harbour_post,strikes.launched,2025-06-16,2025-06-30,1100,,,,2025-07-01,own tally,,drone",
    "harbour_post,casualties.killed,2025-05,2025-05,260,,,,2025-06-02,own tally,civilians,",
    "mill_institute,territory.net_change,2025-05,2025-05,702,,,,2025-06-20,own map,,",
    "mill_institute,strikes.launched,2025-05,2025-05,77,,,Kharkiv,2025-06-02,own tally,,drone",
    "mill_institute,casualties.killed,2025-05-10,2025-05-16,31,,,Kharkiv,2025-06-02,own tally,,",
)


@pytest.fixture
def brought(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("\n".join((HEAD, *ROWS)) + "\n", encoding="utf-8")
    import_source("own_csv", path)


def found(text: str, day: str = "2025-07-20") -> Finding:
    (claim,) = dateline.check(dateline.read(text, published=day, theatre="ukraine")).claims
    assert claim.finding is not None
    return claim.finding


def values(finding: Finding, producer: str) -> list[float | None]:
    return [r.value for r in finding.readings if r.producer == producer]


def test_a_figure_that_an_own_series_alone_bears_out_is_disputed(brought: None) -> None:
    finding = found("In May 2025 Russia launched 3,500 drones at Ukraine.")
    assert (finding.verdict, finding.independent_check) == ("disputed", "none")
    (reading,) = (r for r in finding.readings if r.producer == "harbour_post")
    assert (reading.within, reading.independent, reading.standing, reading.basis) == (
        True,
        False,
        "unknown",
        "recorded",
    )


def test_an_own_series_stands_beside_a_figure_that_it_does_not_bear_out(brought: None) -> None:
    borne_out = found("In May 2025 Russia launched 4,003 drones at Ukraine.")
    assert borne_out.verdict == "holds"
    assert values(borne_out, "harbour_post") == [3500.0]
    refuted = found("In May 2025 Russia launched 5,200 drones at Ukraine.")
    assert (refuted.verdict, refuted.computed) == ("contradicted", 4003.0)


def test_nothing_is_refuted_by_an_own_series_alone(brought: None) -> None:
    finding = found("Between 10 and 16 May 2025, 44 people were killed in Kharkiv region.")
    assert values(finding, "mill_institute") == [31.0]
    assert finding.verdict == "disputed"


def test_parts_and_producers_are_never_added_up(brought: None) -> None:
    assert values(found("In June 2025 Russia launched 2,000 drones at Ukraine."), "harbour_post") == []
    whole = found("In May 2025 Russia launched 4,003 drones at Ukraine.")
    assert values(whole, "mill_institute") == []  # of one region, not of the country


def test_what_was_not_yet_known_on_the_day_of_the_report_is_not_seen(brought: None) -> None:
    text = "In May 2025, Russia gained 702 square kilometers of Ukrainian territory."
    assert values(found(text, "2025-06-10"), "mill_institute") == []
    assert values(found(text, "2025-06-25"), "mill_institute") == [702.0]


def test_another_population_departs(brought: None) -> None:
    people = found("In May 2025, 260 people were killed in Ukraine.")
    (reading,) = (r for r in people.readings if r.producer == "harbour_post")
    assert reading.departs == ("population",)
    civilians = found("In May 2025, 260 civilians were killed in Ukraine.")
    assert [r.departs for r in civilians.readings if r.producer == "harbour_post"] == [()]


def test_a_series_that_takes_the_name_of_a_declared_producer_is_put_aside(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    borrowed = "deepstate,territory.net_change,2025-05,2025-05,9000,,,,2025-06-02,,,"
    path.write_text("\n".join((HEAD, ROWS[0], borrowed)) + "\n", encoding="utf-8")
    made = import_source("own_csv", path)
    assert [(s.what, "deepstate_typed" in s.why) for s in made.skipped] == [("own.csv producer deepstate", True)]
    assert {e.producer for e in open_store().entries("ukraine", "series")} == {"harbour_post"}
    path.write_text("\n".join((HEAD, borrowed)) + "\n", encoding="utf-8")
    with pytest.raises(SourceError, match="deepstate_typed"):
        import_source("own_csv", path)


def test_sources_and_coverage_read_the_store(brought: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["sources"]) == 0
    line = next(row for row in capsys.readouterr().out.splitlines() if row.startswith("own_csv"))
    assert line.split()[3:5] == ["2025-05-01", "2025-06-30"]
    assert run(["coverage", "--theatre", "ukraine"]) == 0
    assert "harbour_post" in capsys.readouterr().out
