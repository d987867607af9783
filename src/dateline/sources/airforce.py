"""The Ukrainian Air Force's bulletins as rows, one a weapon model and attack: national tallies by bulletin window, and
beside them what regional commands reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from dateline.sources.amounts import count
from dateline.sources.description import Description, describe
from dateline.sources.intake import Intake, Skipped, SourceError, out_of_range, plausible
from dateline.sources.tables import read_table

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?: (\d{1,2}):(\d{2}))?$")
#: Regional rows are another count of partly the same weapons: the two are never added.
Scope = Literal["national", "regional"]
_COUNTS = ("launched", "destroyed", "not_reach_goal", "still_attacking", "num_hit_location")


@dataclass(frozen=True, slots=True)
class Tally:
    """One model in one bulletin window. A count that the bulletin leaves out is None, never 0.

    `night` is the Kyiv date on which the window ends. `window_start` and `window_end` are local times as published,
    to the day or the minute. `lost` vanished or were jammed; from the bulletin of 24 July 2025 they are counted in
    `destroyed`. `still` were in the air when the bulletin closed, `hits` is the number of places hit. `weapon` is a
    taxonomy id, "" where the model is not in the taxonomy. `target` is where a regional row says it was, in the
    publisher's words; a national tally is of the whole country and has none.
    """

    night: date
    window_start: str
    window_end: str
    weapon: str
    model: str
    launched: int | None
    destroyed: int | None
    lost: int | None
    still: int | None
    hits: int | None
    source: str
    scope: Scope = "national"
    target: str = ""


def read(path: Path, weapons: Mapping[str, str], parents: Mapping[str, str]) -> Intake[Tally]:
    """The national and regional tallies of the published table, in order of time.

    `weapons` gives the taxonomy id of a model, `parents` the parent of an id ("" at the top). A combined model that
    the taxonomy does not list takes the nearest kind that its parts share.
    """
    description = describe("airforce")
    table = read_table(path, description)
    skipped = list(table.skipped)
    tallies: dict[tuple[str, ...], Tally] = {}
    for number, row in table.rows:
        try:
            tally = _tally(row, _weapon(row["model"], weapons, parents), description)
        except ValueError as fault:
            skipped.append(Skipped(f"{path.name} line {number}", str(fault)))
            continue
        key = (tally.window_start, tally.window_end, tally.model, tally.scope, tally.target)
        tallies[key] = _together(tallies[key], tally) if key in tallies else tally
    rows = sorted(tallies.values(), key=lambda t: (t.night, t.window_end, t.window_start, t.scope, t.model, t.target))
    if not any(tally.scope == "national" for tally in rows):
        raise SourceError(f"{path}: no national bulletin in {table.counted:,} rows; is it {description.title}?")
    return Intake(tuple(rows), tuple(skipped), (*table.notices, *_oddities(rows, description)), table.counted)


def is_national(row: Mapping[str, str]) -> bool:
    """Whether a row belongs to the tally of the whole country.

    The Air Force's own posts do (some are written as full addresses), whatever place they name; so do the rows of
    other posts whose target is the whole country, for bulletins that the table took from elsewhere. The regional
    commands' rows are mostly reconnaissance drones shot down by day.
    """
    return "kpszsu" in row["source"] or row["target"] == "Ukraine"


def _tally(row: Mapping[str, str], weapon: str, description: Description) -> Tally:
    starts, ends = _moment(row["time_start"]), _moment(row["time_end"])
    if not row["model"]:
        raise ValueError("names no model")
    launched, destroyed, lost, still, hits = (count(row[name]) for name in _COUNTS)
    for number in filter(None, (launched, destroyed, lost, still, hits)):
        out_of_range("", "launched", number, description)
    scope: Scope = "national" if is_national(row) else "regional"
    night = plausible(date.fromisoformat(ends[:10]), description)
    if plausible(date.fromisoformat(starts[:10]), description) > night:
        raise ValueError(f"a window that ends on {ends} and starts on {starts}")
    return Tally(night, starts, ends, weapon, row["model"],
                 launched, destroyed, lost, still, hits, _address(row["source"]), scope,
                 "" if scope == "national" else row["target"])  # fmt: skip


def _moment(text: str) -> str:
    """A day or a minute as published, the hour with two digits so that the text sorts by time."""
    found = _MOMENT.match(text)
    if not found:
        raise ValueError(f"a moment of the window cannot be read: {text!r}")
    day, hour, minute = found.groups()
    return f"{day} {int(hour):02}:{minute}" if hour else day


def _together(first: Tally, second: Tally) -> Tally:
    """Two rows of one model, window, scope and target (they differ in the place of launch or the post). A sum with an
    unknown part is unknown."""

    def add(a: int | None, b: int | None) -> int | None:
        return None if a is None or b is None else a + b

    return replace(
        first,
        launched=add(first.launched, second.launched),
        destroyed=add(first.destroyed, second.destroyed),
        lost=add(first.lost, second.lost),
        still=add(first.still, second.still),
        hits=add(first.hits, second.hits),
    )


def _weapon(model: str, weapons: Mapping[str, str], parents: Mapping[str, str]) -> str:
    if model in weapons:
        return weapons[model]
    lines = [_ancestors(weapons.get(part, ""), parents) for part in model.split(" and ")]
    return next((kind for kind in lines[0] if all(kind in line for line in lines)), "")


def _ancestors(weapon: str, parents: Mapping[str, str]) -> list[str]:
    """A kind of weapon and every kind it belongs to, the narrowest first."""
    line = []
    while weapon:
        line.append(weapon)
        weapon = parents.get(weapon, "")
    return line


def _address(source: str) -> str:
    """The table writes posts relative to the social network they stand on."""
    return source if "://" in source else f"https://www.facebook.com/{source}"


def _oddities(rows: Iterable[Tally], description: Description) -> Iterable[str]:
    most = description.ranges["launched"][1]
    for row in rows:
        if row.launched is None:
            yield f"{row.night} {row.model}: launched not stated"
        elif row.launched > most:
            yield f"{row.night} {row.model}: {row.launched:,} launched in one window, expected at most {most:,.0f}"
        elif (row.destroyed or 0) + (row.lost or 0) > row.launched:
            yield (f"{row.night} {row.model}: {row.destroyed} destroyed and {row.lost} lost of {row.launched} launched")
        if row.destroyed is None:
            yield f"{row.night} {row.model}: destroyed not stated"
        if not row.weapon:
            yield f"{row.night}: the taxonomy has no kind for {row.model!r}"
