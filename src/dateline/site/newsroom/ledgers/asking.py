"""What a form asks of a measure, and the figure that answers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import get_args

from dateline import desk, ledgers
from dateline.editing import naming
from dateline.editing.decisions import EditingError
from dateline.editing.mending import DIMENSIONS
from dateline.figures import FigureError, Shown
from dateline.figures.facts import FACTS
from dateline.figures.shape import By, Form, Per
from dateline.ledgers import MEASURES, Ledgers
from dateline.ledgers.covering import Covered, covered
from dateline.ledgers.files import LedgerError
from dateline.ledgers.measures import MeasureInfo
from dateline.ledgers.store import StoreError
from dateline.records.entry import Entry
from dateline.theatres import loader
from dateline.theatres.loader import Theatre, TheatreError

#: What may go wrong with a question, each with one line for whoever asked.
FAULTS = (FigureError, EditingError, TheatreError, LedgerError, StoreError)
FORMS: Mapping[Form, str] = {
    "amount": "as it stands", "rate": "a day, on average", "share": "of a whole",
    "change": "against the period before", "rank": "its place among others", "record": "when it was last higher",
}  # fmt: skip
STRETCHES = ("day", "week", "month")
#: A page lists no more parts than a screen can bear, and a chart shows no more than that.
MOST_PARTS = 1200
_DAYS = {"day": 1, "week": 7, "month": 28}


class AskedWrongly(Exception):
    """One line beside the form; `field` is the input that it is about, empty where it is about all."""

    def __init__(self, line: str, field: str = "") -> None:
        super().__init__(line)
        self.field = field


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, as typed. `where` holds the filters by dimension."""

    start: str
    end: str
    by: str = ""
    place: str = ""
    form: str = "amount"
    per: str = ""
    as_of: str = ""
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """A select of the form: `options` are value and word."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


def of(theatre: Theatre, measure: str, typed: Mapping[str, str]) -> Question:
    """The question as typed, with the last whole month that the ledger covers where no days are named."""
    start, end = lately(theatre, MEASURES[measure])
    dimensions = {key: typed.get(key, "").strip() for key in filters(measure)}
    return Question(
        start=typed.get("from", "").strip() or str(start),
        end=typed.get("to", "").strip() or str(end),
        by=typed.get("by", "") if "from" in typed or measure in FACTS else _first_part(measure),
        place=typed.get("place", "").strip(),
        form=typed.get("as", "") or "amount",
        per=typed.get("per", ""),
        as_of=typed.get("as_of", "").strip(),
        where={key: value for key, value in dimensions.items() if value},
    )


def answer(theatre: Theatre, measure: str, asked: Question) -> Shown:
    """The figure. Raises AskedWrongly with one line."""
    start, end = _day(asked.start, "from"), _day(asked.end, "to")
    if asked.by in _DAYS and (end - start).days / _DAYS[asked.by] > MOST_PARTS:
        raise AskedWrongly(f"that is more than {MOST_PARTS:,} parts; ask for fewer days or longer parts", "by")
    options: dict[str, object] = {"form": _one(asked.form, get_args(Form), "as")}
    options |= {"per": _one(asked.per, get_args(Per), "per")} if asked.per else {}
    try:
        where = {k: naming.weapon(v) if k == "weapon" else v for k, v in asked.where.items()}
        return desk.figure(
            measure,
            start,
            end,
            by=_one(asked.by, get_args(By), "by") if asked.by else None,  # type: ignore[arg-type]
            place=asked.place or None,
            as_of=_day(asked.as_of, "as_of") if asked.as_of else "today",
            theatre=theatre.id,
            where=where,
            **options,
        )
    except FAULTS as fault:
        raise AskedWrongly(str(fault)) from fault


def _day(typed: str, name: str) -> dt.date:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        raise AskedWrongly(f"{typed!r} is no day; write it as 2025-05-31", name) from None


def _one(typed: str, known: tuple[str, ...], name: str) -> str:
    if typed not in known:
        raise AskedWrongly(f"{typed!r} is not one of {', '.join(known)}", name)
    return typed


def filters(measure: str) -> tuple[str, ...]:
    """The dimensions that the form filters by."""
    return tuple(key for key in MEASURES[measure].dimensions if key != "place")


def parts(measure: str) -> tuple[str, ...]:
    """What the measure may be parted by."""
    if measure in FACTS:
        return ()
    dimensions = [("region" if key == "place" else key) for key in MEASURES[measure].dimensions]
    return (*STRETCHES, *(key for key in dimensions if key in get_args(By)))


def choices(theatre: Theatre, measure: str, asked: Question) -> list[Choice]:
    """The selects of the measure's form."""
    found = []
    if measure not in FACTS:
        found.append(Choice("by", "In parts", _options(parts(measure)), asked.by))
        found.append(Choice("as", "Put as", tuple(FORMS.items()), asked.form))
    if measure.startswith("territory."):
        regions = sorted((g.place.name, g.place.id) for g in theatre.gazetteer if g.place.level == "region")
        found.append(Choice("place", "Place", (("", theatre.country.name), *((i, n) for n, i in regions)), asked.place))
    for key in filters(measure):
        options = _values(theatre, measure, key)
        if options:
            found.append(Choice(key, key.replace("_", " ").capitalize(), options, asked.where.get(key, "")))
    return found


def written(measure: str, theatre: Theatre) -> tuple[str, ...]:
    """The filters of what is looked up, whose values the form cannot list: a person, an office."""
    return tuple(key for key in filters(measure) if measure in FACTS and not _values(theatre, measure, key))


def _values(theatre: Theatre, measure: str, key: str) -> tuple[tuple[str, str], ...]:
    if key == "weapon":
        named = sorted((w.name, w.id) for w in theatre.weapons.values())
        return (("", "any"), *((i, n) for n, i in named))
    known = tuple(DIMENSIONS.get(key, ())) or desk.open_ledgers(theatre.folder).series.values(measure, key)
    return _options(known) if known else ()


def _options(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return (("", "any" if words and words[0] not in STRETCHES else "none"), *((w, w.replace("_", " ")) for w in words))


def _first_part(measure: str) -> str:
    return "day" if MEASURES[measure].ledger in ("territory", "strikes") else ""


def holders(theatre: Theatre, info: MeasureInfo) -> list[Covered]:
    """Who answers for the measure in this theatre, and from when to when."""
    families = {info.ledger, info.id, *(("area_published",) if info.ledger == "territory" else ())}
    known = ledgers.load(theatre.folder)
    return [one for one in spans(theatre) if one.coverage.ledger in families and _counts(one, info, known)]


def _counts(one: Covered, info: MeasureInfo, known: Ledgers) -> bool:
    """Whether a producer of several measures has this one."""
    family = one.coverage.ledger
    if family not in ("casualties", "area_published"):
        return True
    entries: Iterable[Entry] = getattr(known, family).entries
    return any(e.measure == info.id and e.producer == one.producer for e in entries)


def spans(theatre: Theatre) -> tuple[Covered, ...]:
    """What every producer gives every ledger of the theatre."""
    return _covered(ledgers.load(theatre.folder))


@lru_cache(maxsize=8)
def _covered(known: Ledgers) -> tuple[Covered, ...]:
    """Worked out once for ledgers as they stand: after an import they are others."""
    return covered(known)


def lately(theatre: Theatre, info: MeasureInfo) -> tuple[dt.date, dt.date]:
    """The last whole month that the first of those answers for; the last whole one there was where nothing ends."""
    ends = [one.coverage.end for one in holders(theatre, info) if one.coverage.end < dt.date.today()]
    after = (ends[0] if ends else dt.date.today()) + dt.timedelta(days=1)
    end = after.replace(day=1) - dt.timedelta(days=1)
    return end.replace(day=1), end


def theatres() -> list[Theatre]:
    """Those installed, the one that a question may leave out first."""
    first = loader.shipped_default().id
    return sorted(map(loader.load, loader.installed()), key=lambda t: (t.id != first, t.id))
