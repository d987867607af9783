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
