"""A brought series that was revised reads as of a day before as it stood then."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.figures import figure
from dateline.importing import import_source

HEADER = "producer,measure,start,end,value,unit\n"


@pytest.fixture
def revised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    for released, value in ((date(2031, 6, 1), 40), (date(2031, 7, 1), 44)):
        path = tmp_path / f"{value}.csv"
        path.write_text(f"{HEADER}monitor,events.count,2031-05-01,2031-05-31,{value},events\n", encoding="utf-8")
        import_source("own_csv", path, released=released, theatre="ukraine")


@pytest.mark.parametrize(("as_of", "value"), [(date(2031, 6, 15), 40), (date(2031, 7, 15), 44)])
@pytest.mark.usefixtures("revised")
def test_what_was_known_then(as_of: date, value: float) -> None:
    found = figure("events.count", date(2031, 5, 1), date(2031, 5, 31), as_of=as_of)
    assert found.value == value
