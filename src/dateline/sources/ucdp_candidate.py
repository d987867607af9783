"""UCDP's candidate events: the same columns, a month at a time, before the yearly revision."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from dateline.records.entry import Entry
from dateline.sources.description import describe
from dateline.sources.intake import Intake
from dateline.sources.spans import last_day
from dateline.sources.ucdp import read_events


def read(path: Path, theatre: str | None = None) -> Intake[Entry]:
    """Entries of each event of the theatre (of the description's without a name).

    A month is released some weeks after its end, which gives the inferred day of knowledge.
    """
    description = describe("ucdp_candidate")
    wait = timedelta(days=description.extra["lag_days"])

    def known(last: date) -> date:
        return last_day(f"{last:%Y-%m}") + wait

    return read_events(path, description, theatre or description.theatre, known)
