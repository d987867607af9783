"""Each source with its twin: how a test reads it, and where in its file a figure and a day stand."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.sources import (
    acled,
    airforce,
    gaza,
    hrmmu,
    mapped_area,
    officials,
    own_csv,
    talks,
    ucdp_candidate,
    ucdp_ged,
)
from dateline.sources.intake import Intake

TWINS = Path(__file__).parents[1] / "fixtures" / "sources"


@dataclass(frozen=True)
class Reader:
    """`figure` and `day` are fields of a row, "" where the source has none of the kind."""

    source: str
    twin: str
    figure: str
    day: str
    read: Callable[[Path], Intake[Any]]

    def __str__(self) -> str:
        return f"{self.source} {self.twin}"

    @property
    def module(self) -> str:
        return f"dateline.sources.{self.source}"


READERS = (
    Reader("airforce", "missile_attacks_daily.csv", "launched", "time_end", lambda p: airforce.read(p, {}, {})),
    Reader("hrmmu", "hrmmu_monthly.csv", "killed", "month",
           lambda p: hrmmu.read(p, TWINS / "hrmmu_reference.csv")),
    Reader("mapped_area", "published.csv", "figure_km2", "period", mapped_area.read),
    Reader("talks", "talks.csv", "", "date", talks.read),
    Reader("officials", "officials.csv", "", "from", lambda p: officials.read(p, TWINS / "executive.yaml")),
    Reader("ucdp_ged", "ucdp_ged.csv", "deaths_a", "date_start", ucdp_ged.read),
    Reader("ucdp_candidate", "GEDEvent_v31_0_5.csv", "best", "date_end", ucdp_candidate.read),
    Reader("acled", "acled.csv", "fatalities", "event_date", acled.read),
    Reader("own_csv", "own.csv", "value", "start", own_csv.read),
    Reader("gaza", "casualties_daily.min.json", "killed_cum", "report_date", gaza.read),
    Reader("gaza", "casualties_daily.min.json", "killed_children_cum", "report_date", gaza.series),
    Reader("gaza", "lebanon_casualties_daily.min.json", "killed_cum_reported", "report_date", gaza.series),
    Reader("gaza", "west_bank_daily.min.json", "", "report_date", gaza.series),
)  # fmt: skip
TABLES = tuple(r for r in READERS if r.twin.endswith(".csv"))


def rows_of(reader: Reader) -> list[dict[str, Any]]:
    """The twin's rows, as text or as JSON values."""
    text = (TWINS / reader.twin).read_text(encoding="utf-8")
    if reader in TABLES:
        return list(csv.DictReader(io.StringIO(text, newline="")))
    rows: list[dict[str, Any]] = json.loads(text)
    return rows


def written(reader: Reader, rows: list[dict[str, Any]], folder: Path) -> Path:
    """The rows as a file of the twin's name."""
    path = folder / reader.twin
    if reader in TABLES:
        with path.open("w", encoding="utf-8", newline="") as stream:
            table = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
            table.writeheader()
            table.writerows(rows)
    else:
        path.write_text(json.dumps(rows), encoding="utf-8")
    return path
