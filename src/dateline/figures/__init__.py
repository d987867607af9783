"""One measure for a period: what a finding's query prints, by the same questions to the ledgers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dateline.figures.amounts import counted, granularity
from dateline.figures.facts import FACTS
from dateline.figures.shape import Asked, By, Figure, FigureError, figure_dict
from dateline.ledgers import MEASURES
from dateline.ledgers import load as load_ledgers
from dateline.records.period import Period
from dateline.records.place import Place
from dateline.theatres import loader

#: Families whose figures are counted; the other measures are facts that are looked up.
COUNTED = ("territory", "strikes", "casualties")

__all__ = ["Figure", "FigureError", "figure", "figure_dict"]


def figure(
    measure: str,
    start: date,
    end: date,
    *,
    by: By | None = None,
    place: Place | None = None,
    where: Mapping[str, str] | None = None,
    per_day: bool = False,
    producer: str | None = None,
    as_of: date | None = None,
    theatre: str = "ukraine",
) -> Figure:
    """`measure` from `start` to `end`, both inclusive, as known on `as_of` (today where None).

    Raises FigureError for a measure, part or filter that does not exist, and where no ledger has an answer.
    """
    known = [m for m in MEASURES.ids() if m.partition(".")[0] in COUNTED or m in FACTS]
    if measure not in known:
        raise FigureError(f"no measure {measure!r}; there are {', '.join(known)}")
    if end < start:
        raise FigureError(f"--to {end} lies before --from {start}")
    home = loader.load(theatre)
    ledgers = load_ledgers(home.folder)
    if place is not None and place.id != home.country.id and not measure.startswith("territory."):
        raise FigureError(f"{measure} is counted for the whole country only; leave --place away")
    period = Period.through(start, end, granularity(start, end))
    asked = Asked(measure, period, as_of or date.today(), by, place, dict(where or {}), per_day, producer)
    if measure in FACTS:
        if by or per_day or place or producer:
            raise FigureError(f"{measure} is looked up for --from and --to; it has no parts, places or producers")
        return FACTS[measure](asked, home, ledgers)
    return counted(asked, home, ledgers)
