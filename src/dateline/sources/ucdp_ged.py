"""UCDP's Georeferenced Event Dataset: one row an event, released once a year for all years since 1989."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dateline.records.entry import Entry
from dateline.sources.description import describe
from dateline.sources.intake import Intake
from dateline.sources.ucdp import read_events


def read(path: Path, theatre: str | None = None) -> Intake[Entry]:
    """Entries of each event of the theatre (of the description's without a name), from the file or the archive that
    UCDP serves.

    A year is released in the middle of the next one, which gives the inferred day of knowledge.
    """
    description = describe("ucdp_ged")
    month, day = description.extra["released"]["month"], description.extra["released"]["day"]
    return read_events(path, description, theatre or description.theatre, lambda last: date(last.year + 1, month, day))
