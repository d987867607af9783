"""A theatre made of data alone: its report is recognised, read and checked, and its figures are printed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline.cli.guard import run
from dateline.theatres import loader

from .conftest import files

TODAY = dt.date(2021, 5, 1)
REPORT = """Published March 8, 2021

On the night of February 28 to March 1, Sudmark launched 50 drones and missiles at Norland, the Home Guard said. \
Norland's Home Guard shot down 34 of them.

On March 2, 66 drones were launched at Norland, the Home Guard said.

In February, 120 people were killed in Norland, according to the Norland Health Board.

Sudmarker forces captured 35 square kilometers in February, according to Border Watch.

Sudmarker forces captured 8 square kilometers on March 1 and 2, according to Border Watch.

Sudmark holds 42 square kilometers of Norland, according to Border Watch.

The war entered its second month, said President Astrid Holm.
"""


def claims(check: Any) -> dict[str, tuple[Any, ...]]:
    return {
        c.quote.exact: (
            c.measure,
            c.attribution.producer if c.attribution else None,
            c.finding.verdict,
            c.finding.reason,
        )
        for c in check.claims
    }


def test_the_page_holds_every_file_it_speaks_of() -> None:
    listed = files()
    assert {"theatre.yml", "actors.csv", "places.csv", "weapons.csv", "producers.yml"} <= set(listed)
    assert {"starter/strikes.csv", "starter/casualties.csv", "starter/calendar.csv"} <= set(listed)
    assert all(text.count("\n") >= 2 for text in listed.values())


def test_the_folder_is_installed_by_its_name(tiny: Path) -> None:
    assert loader.installed() == ("gaza", "tiny", "ukraine")
    found = loader.load("tiny")
    assert (found.country.id, found.folder, found.night_ends) == ("XN", tiny, "12:00")


def test_a_folder_of_several_theatres_is_one_too(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_THEATRES", str(tiny.parent))
    assert "tiny" in loader.installed()


@pytest.mark.parametrize("theatre", [None, "tiny"])
def test_a_report_is_recognised_read_and_checked(tiny: Path, theatre: str | None) -> None:
    report = dateline.read(REPORT, theatre=theatre)
    assert report.theatre == "tiny"
    check = dateline.check(report, today=TODAY)
    found = claims(check)
    assert found["50 drones and missiles"] == ("strikes.launched", "home_guard", "holds", None)
    assert found["66 drones"][2:] == ("holds", None)
    assert found["120 people"] == ("casualties.killed", "health_board", "holds", None)
    assert found["35 square kilometers"] == ("territory.gained", "border_watch", "holds", None)
    assert found["8 square kilometers"] == ("territory.gained", "border_watch", "holds", None)
    assert found["42 square kilometers"] == ("territory.held", "border_watch", "holds", None)
    assert found["President Astrid Holm"][0] == "officials.role"
    assert check.border_policy.startswith("Norland within the borders of the treaty")
    assert not [c for c in check.claims if c.finding.verdict == "contradicted"]


def test_what_the_day_knew_is_shown_beside_today(tiny: Path) -> None:
    check = dateline.check(dateline.read(REPORT), today=TODAY)
    (toll,) = [c for c in check.claims if c.quote.exact == "120 people"]
    assert (toll.finding.verdict, toll.finding.today) == ("holds", "qualified")
    assert toll.finding.since == "Right when published; since revised to 131."


FIGURES = [
    (("strikes.launched", "2021-03-01", "2021-03-02"), 116),
    (("strikes.launched", "2021-03-01", "2021-03-02", "--where", "weapon=gull"), 106),
    (("territory.held", "2021-03-03", "2021-03-03"), 42),
    (("territory.net_change", "2021-03-01", "2021-03-02"), 7),
    (("territory.gained", "2021-03-01", "2021-03-02"), 8),
    (("territory.held", "2021-03-03", "2021-03-03", "--place", "XN-W"), 4),
    (("casualties.killed", "2021-02-01", "2021-02-28"), 131),
]


@pytest.mark.parametrize(("asked", "value"), FIGURES, ids=[" ".join(a) for a, _ in FIGURES])
def test_its_figures_are_printed(
    tiny: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], value: float
) -> None:
    measure, start, end, *more = asked
    assert (
        run(["figure", measure, "--from", start, "--to", end, *more, "--theatre", "tiny", "--as-of", "2021-04-30"]) == 0
    )
    shown = capsys.readouterr().out
    assert f": {value} " in shown.splitlines()[0]


@pytest.mark.parametrize("command", [["coverage"], ["sources"], ["doctor"]])
def test_every_list_has_the_theatre(tiny: Path, capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    assert run(command) == 0
    shown = capsys.readouterr().out
    assert "tiny" in shown if command != ["sources"] else "border_watch" in shown


def test_a_check_is_kept_and_looked_at_again(tiny: Path, tmp_path: Path) -> None:
    from dateline.rechecking import recheck

    file = tmp_path / "check.json"
    file.write_text(dateline.check(dateline.read(REPORT), today=TODAY).to_json(), encoding="utf-8")
    assert recheck(file, as_of="published", today=TODAY).differences == ()
    (toll,) = [d for d in recheck(file, today=TODAY).differences if d.claim.quote.exact == "120 people"]
    assert [cause.code for cause in toll.causes] == ["new_vintage"]


def wrong(name: str, old: str, new: str) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return apply


WRONG = [
    (wrong("theatre.yml", "time_zone: Europe/Oslo", "time_zone: 7"), "tiny/theatre.yml: time_zone: 7"),
    (wrong("theatre.yml", "hints:", "hint:"), "tiny/theatre.yml: no key 'hint'"),
    (wrong("theatre.yml", "id: tiny", "id: huge"), "tiny/theatre.yml: id: 'huge' is not the name of its folder"),
    (wrong("theatre.yml", "start: 2021-02-01", "start: soon"), "war: start: 'soon' is not a date"),
    (wrong("theatre.yml", "[Osterland]", "[no]"), "neighbours: False is not text"),
    (wrong("theatre.yml", "area_km2: 1000", "area_km2: -1"), "country: area_km2: -1 is not a number from 0"),
    (wrong("theatre.yml", "title: the", "title: [the"), "tiny/theatre.yml line"),
    (wrong("theatre.yml", "territory.gained", "tanks"), "gained_means: 'tanks' is not territory.net_change or"),
    (wrong("actors.csv", "border_watch,producer", "border_watch,rumour"), "tiny/actors.csv row 3: kind 'rumour'"),
    (wrong("actors.csv", "id,kind", "id,sort"), "tiny/actors.csv: no column kind"),
    (wrong("places.csv", "60,11,400", "60,11,much"), "tiny/places.csv row 3: area_km2 'much' is not a number"),
    (wrong("places.csv", "XN-W,Westvik,region", "XN-W,Westvik,valley"), "tiny/places.csv row 4: level 'valley'"),
    (wrong("places.csv", ",600,", ",600,,,,"), "tiny/places.csv row 4: has not the 10 cells"),
    (wrong("weapons.csv", "gull,drone", "gull,bird"), "tiny/weapons.csv row 4: parent 'bird'"),
    (wrong("weapons.csv", "missile,,missile", "drone,,missile"), "tiny/weapons.csv row 3: the id 'drone'"),
    (wrong("producers.yml", "standing: party", "standing: saintly"), "producers.yml: home_guard: standing: 'saintly'"),
    (wrong("producers.yml", "  licence:", "  license:"), "tiny/producers.yml: home_guard: no key 'license'"),
    (wrong("starter/strikes.csv", ",40,30", ",forty,30"), "tiny/starter/strikes.csv row 2: launched 'forty'"),
    (wrong("starter/strikes.csv", "2021-03-02,2021-03-01", "2021-03-42,2021-03-01"), "strikes.csv row 4: night"),
    (wrong("starter/casualties.csv", ",131,", ",1e,"), "tiny/starter/casualties.csv row 3: value '1e'"),
    (wrong("starter/territory_held.csv", ",34,", ",x,"), "tiny/starter/territory_held.csv row 3: XN-E 'x'"),
    (wrong("starter/area_published.csv", "2021-02-01,", "2021-02-31,"), "area_published.csv row 2: start"),
]


@pytest.mark.parametrize(("spoil", "words"), WRONG, ids=[w for _, w in WRONG])
def test_what_is_wrong_in_a_folder_is_one_line_with_file_and_row(
    tiny: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, spoil: Callable[[Path], None], words: str
) -> None:
    spoil(tiny)
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    assert run(["check", str(report), "--theatre", "tiny"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert words in line


def test_a_folder_that_holds_no_theatre_is_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_THEATRES", str(tmp_path))
    with pytest.raises(loader.TheatreError, match="is no folder with a theatre"):
        loader.installed()


def test_a_theatre_of_the_package_is_not_replaced(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tiny.rename(tiny.parent / "gaza")
    monkeypatch.setenv("DATELINE_THEATRES", str(other))
    with pytest.raises(loader.TheatreError, match="give the folder another name"):
        loader.load("ukraine")


def test_figures_that_may_not_leave_the_machine_are_withheld(tiny: Path) -> None:
    """The Health Board's: the verdict is there, its numbers are not."""
    check = dateline.check(dateline.read(REPORT), today=TODAY)
    told = json.loads(check.to_json())
    (toll,) = [c for c in told["claims"] if c["quote"]["exact"] == "120 people"]
    assert toll["finding"]["verdict"] == "holds"
    assert "131" not in json.dumps(toll)
