"""The health ministry's daily reports: what is read, and what is put aside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.sources import gaza
from dateline.sources.intake import SourceError

DAY = {"report_date": "2031-05-02", "report_source": "mohtel", "report_period": 24, "killed": 7, "killed_cum": 900,
       "injured": 6, "injured_cum": 1800, "ext_killed": 7}  # fmt: skip


def written(folder: Path, rows: list[dict[str, Any]]) -> Path:
    path = folder / "casualties_daily.min.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def test_a_day_gives_its_own_figures_and_the_running_totals(tmp_path: Path) -> None:
    read = gaza.read(written(tmp_path, [DAY]))
    assert [(e.measure, e.value, str(e.period), e.definition) for e in read.rows] == [
        ("casualties.killed", 7.0, "2031-05-02", "reported in 24 hours"),
        ("casualties.killed", 900.0, "2023-10-07 to 2031-05-02", "cumulative"),
        ("casualties.injured", 6.0, "2031-05-02", "reported in 24 hours"),
        ("casualties.injured", 1800.0, "2023-10-07 to 2031-05-02", "cumulative"),
    ]
    assert {e.known_at.isoformat() for e in read.rows} == {"2031-05-02"}


def test_a_report_of_two_days_is_of_both(tmp_path: Path) -> None:
    read = gaza.read(written(tmp_path, [DAY | {"report_period": 48}]))
    assert str(read.rows[0].period) == "2031-05-01 to 2031-05-02"


def test_a_day_without_a_report_is_put_aside_and_not_filled_in(tmp_path: Path) -> None:
    filled = {"report_date": "2031-05-03", "report_source": "missing", "report_period": 24, "ext_killed_cum": 905}
    read = gaza.read(written(tmp_path, [DAY, filled]))
    assert len(read.rows) == 4
    assert [s.why for s in read.skipped] == ["the ministry reported nothing that day"]


def test_no_report_period_leaves_the_totals(tmp_path: Path) -> None:
    read = gaza.read(written(tmp_path, [DAY | {"report_period": 0}]))
    assert {e.definition for e in read.rows} == {"cumulative"}


@pytest.mark.parametrize("value", [-1, True, "7", None, float("nan")])
def test_what_is_no_count_is_named_and_not_read(tmp_path: Path, value: Any) -> None:
    read = gaza.read(written(tmp_path, [DAY | {"killed": value}, DAY]))
    assert len(read.rows) == 4
    assert len(read.skipped) == 1 and "2031-05-02" in read.skipped[0].what


@pytest.mark.parametrize("text", ["[{", "{}", "[1]", '[{"killed": 3}]', "\udcff"])
def test_a_file_that_is_no_list_of_days(tmp_path: Path, text: str) -> None:
    path = tmp_path / "casualties_daily.min.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SourceError, match="casualties_daily"):
        gaza.read(path)


def test_fields_and_sizes_that_nobody_expects_are_said(tmp_path: Path) -> None:
    read = gaza.read(written(tmp_path, [DAY | {"killed_by": 3, "killed": 9000}]))
    assert any("killed_by" in n for n in read.notices)
    assert any("9,000" in n for n in read.notices)
    assert any("rows, expected" in n for n in read.notices)


# --- what the collection holds beside the ministry's totals --------------------------------------------------------

REAL = Path(__file__).parents[3] / "shared" / "data" / "gaza" / "casualties_daily.min.json"


def test_whose_deaths_are_told_apart_by_victim_and_never_filled_in(twins: Path) -> None:
    intake = gaza.series(twins / "casualties_daily.min.json")
    assert [(e.measure, dict(e.dimensions)["victim"], e.value, e.definition) for e in intake.rows] == [
        ("casualties.killed", "children", 300, "cumulative, children"),
        ("casualties.killed", "women", 200, "cumulative, women"),
        ("casualties.killed", "medical", 9, "cumulative, medical"),
        ("casualties.killed", "press", 2, "cumulative, press"),
        ("casualties.injured", "aid_seekers", 40, "cumulative, aid_seekers"),
    ]
    assert {e.dimensions for e in gaza.read(twins / "casualties_daily.min.json").rows} == {()}


def test_the_west_bank_is_the_verified_figures_of_another_body(twins: Path) -> None:
    intake = gaza.series(twins / "west_bank_daily.min.json")
    assert {(e.place, e.producer, e.known) for e in intake.rows} == {("PS-WBK", "ocha", "inferred")}
    assert [(e.measure, str(e.period), e.value, dict(e.dimensions)) for e in intake.rows] == [
        ("casualties.killed", "2031-05-02", 2, {}),
        ("casualties.killed", "2023-10-07 to 2031-05-02", 50, {}),
        ("casualties.injured", "2031-05-02", 9, {}),
        ("casualties.injured", "2023-10-07 to 2031-05-02", 400, {}),
        ("casualties.killed", "2031-05-02", 1, {"victim": "children"}),
        ("casualties.killed", "2023-10-07 to 2031-05-02", 12, {"victim": "children"}),
    ]


def test_lebanon_counts_each_phase_from_its_own_first_day(twins: Path) -> None:
    intake = gaza.series(twins / "lebanon_casualties_daily.min.json")
    assert {e.place for e in intake.rows} == {"LB"}
    totals = [(str(e.period), e.value, e.producer) for e in intake.rows
              if e.definition == "cumulative" and e.measure == "casualties.killed"]  # fmt: skip
    assert totals == [
        ("2031-03-01 to 2031-03-10", 20, "ocha"),
        ("2031-03-01 to 2031-03-11", 23, "moph_lb"),
        ("2032-03-02 to 2032-03-05", 7, "moph_lb"),
    ]


@pytest.mark.parametrize("name", ["west_bank_daily.min.json", "lebanon_casualties_daily.min.json"])
def test_figures_of_another_place_never_pass_for_gazas(name: str, twins: Path) -> None:
    with pytest.raises(SourceError, match=r"not of Gaza's own health ministry"):
        gaza.read(twins / name)


@pytest.mark.skipif(not REAL.is_file(), reason="the publishers' files (../shared/data) are not here")
def test_the_collections_other_files_are_read_without_a_row_put_aside() -> None:
    for name in ("west_bank_daily.min.json", "lebanon_casualties_daily.min.json"):
        intake = gaza.series(REAL.parent / name)
        assert intake.rows
        assert intake.skipped == ()
