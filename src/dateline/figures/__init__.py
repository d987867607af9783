"""One measure for a period: what a finding's query prints, by the same questions to the ledgers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from types import MappingProxyType
from typing import Literal

from dateline.checking.context import CheckContext
from dateline.figures.amounts import counted
from dateline.figures.facts import FACTS
from dateline.figures.flags import FLAGS
from dateline.figures.parts import granularity, told
from dateline.figures.rendering import Shown, figure_dict
from dateline.figures.shape import Asked, By, Figure, FigureError, Form, In, Of, Per
from dateline.figures.withholding import held_back
from dateline.ledgers import MEASURES, Ledgers
from dateline.ledgers import load as load_ledgers
from dateline.records.period import Period
from dateline.records.place import Place
from dateline.theatres import loader
from dateline.theatres.loader import Theatre

#: Families whose figures are counted; the other measures are facts that are looked up.
COUNTED = ("territory", "strikes", "casualties", "events")
_YEARS = (1900, 2200)
_TIMES = ("day", "week", "month", "year")

__all__ = ["FLAGS", "Figure", "FigureError", "Shown", "figure", "figure_dict", "told"]


def figure(
    measure: str,
    start: date,
    end: date,
    *,
    by: By | None = None,
    place: Place | None = None,
    where: Mapping[str, str] | None = None,
    form: Form = "amount",
    per: Per | None = None,
    of: Of | None = None,
    than: Literal["previous", "year"] | Period = "previous",
    into: In | None = None,
    among: Period | None = None,
    lowest: bool = False,
    producer: str | None = None,
    reading: str | None = None,
    as_of: date | None = None,
    theatre: str | None = None,
    ledgers: Ledgers | None = None,
) -> Shown:
    """`measure` from `start` to `end`, both inclusive, as known on `as_of` (today where None).

    `form` puts it as an amount, a rate, a share (`of` what), a change (`than` what), a rank or a record (`among` which
    days); `by` adds its parts, `into` another unit. Raises FigureError for a measure, part, form or filter that does
    not exist, and where no ledger has an answer.
    """
    _asked_rightly(measure, start, end, form, by, into)
    for name, span in (("--from", start), ("--to", end), ("--than", than), ("--among", among)):
        _in_years(name, span)
    home = loader.load(theatre) if theatre else loader.shipped_default()
    known = ledgers or load_ledgers(home.folder)
    if place is not None and place.id != home.country.id and not _placed(measure, known):
        raise FigureError(f"{measure} is counted for the whole country only; leave --place away")
    period = Period.through(start, end, granularity(start, end))
    asked = Asked(
        measure, period, as_of or date.today(), by, place, dict(where or {}),
        per or ("day" if form == "rate" else None), producer, form, of, than, into, among, lowest, reading, home.id,
    )  # fmt: skip
    if measure in FACTS:
        if by or asked.per or place or producer or form != "amount":
            raise FigureError(
                f"{measure} is looked up for --from and --to; it has no parts, forms, places or producers"
            )
        return _shown(FACTS[measure](asked, home, known), known)
    return _shown(counted(asked, home, _context(home, known, asked.as_of)), known)


def _asked_rightly(measure: str, start: date, end: date, form: Form, by: By | None, into: In | None) -> None:
    known = [m for m in MEASURES.ids() if m.partition(".")[0] in COUNTED or m in FACTS]
    if measure not in known:
        raise FigureError(f"no measure {measure!r}; there are {', '.join(known)}")
    if end < start:
        raise FigureError(f"--to {end} lies before --from {start}")
    if into in ("percent", "times", "times-less") and form != "change":
        raise FigureError(f"--in {into} is of a change: add --as change")
    if into in ("km2", "sqmi", "mi2", "ha") and not measure.startswith("territory."):
        raise FigureError(f"--in {into}: {measure} is no area")
    if into is not None and into.removeprefix("nth-").removesuffix("s") in _TIMES and measure != "calendar.elapsed":
        raise FigureError(f"--in {into} is of time elapsed; {measure} is none")
    if form in ("rank", "record") and by:
        raise FigureError(f"--as {form} is of the whole period; leave --by away")


def _in_years(name: str, given: date | Period | str | None) -> None:
    """Days so far off that there is no day before or after them are no question to a ledger."""
    ends = (given,) if isinstance(given, date) else (given.start, given.last) if isinstance(given, Period) else ()
    for end in ends:
        if not _YEARS[0] <= end.year <= _YEARS[1]:
            raise FigureError(f"{name} {end}: name days between the years {_YEARS[0]} and {_YEARS[1]}")


def _placed(measure: str, ledgers: Ledgers) -> bool:
    """Does some ledger tell places apart for the measure?"""
    return measure.startswith("territory.") or bool(ledgers.series.values(measure, "place"))


def _context(home: Theatre, ledgers: Ledgers, as_of: date) -> CheckContext:
    return CheckContext(
        ledgers=ledgers,
        report_date=as_of,
        today=as_of,
        as_of=as_of,
        areas=MappingProxyType(home.areas_km2),
        other_country_areas=home.other_country_areas_km2,
        country=home.country.id,
        country_name=home.country.name,
    )


def _shown(found: Figure, ledgers: Ledgers) -> Shown:
    names: Sequence[str] = [f.name for f in fields(Figure)]
    own = {name: getattr(found, name) for name in names}
    return Shown(**{**own, "withheld": MappingProxyType(held_back(found, ledgers.producers))})
