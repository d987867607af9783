"""Published figures beside what `dateline figure` gives: tolls of Gaza, mass strikes on Ukraine, months of territory.

    python benchmarks/published_figures.py [--data ../shared/data]

A published figure is `exact` where the standard reading has it (to the digit; territory within 2 %), `reading` where
another reading that the program offers has it, `bulletins` where the night has several that add up otherwise, `bound`
where it states only a limit that the figure keeps, `producer` where it is of a body that no ledger holds, `flag` where
the program flags the days behind its own figure, else `differs`.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import dateline
from dateline.figures import Figure, FigureError

#: Map-makers publish at another hour than the mirror: so near counts as the same.
NEAR = 0.02
WAR_IN_GAZA = date(2023, 10, 7)
#: Producers beside DeepState, by the words of the published list.
OTHERS = {"AFP from ISW": "afp_isw", "ISW": "isw", "UK MoD": "uk_mod"}
#: Flags that say something is missing or uncertain of the days behind a figure.
TELLING = ("gap", "frozen", "jump", "redraw", "cut-off", "definition-break", "stale", "partial")


@dataclass(frozen=True)
class Line:
    """One published figure: whose, of what, and what the program gives."""

    what: str
    published: str
    computed: float | None
    status: str
    why: str


def stated(text: str) -> tuple[str, float] | None:
    """A published cell as a relation and a number: "160+" is at least 160, "~500" about 500; None where it has none."""
    found = re.match(r"\s*(<=|~)?\s*(-?\d+(?:\.\d+)?)(\+)?", text)
    if found is None or re.match(r"\s*\d+-\d+", text):
        return None
    return {"<=": "le", "~": "about"}.get(found[1] or "", "ge" if found[3] else "eq"), float(found[2])


def compared(what: str, cell: str, found: Figure | str, near: float = 0.0) -> Line | None:
    """The published cell beside the figure (or why there is none), None where the cell holds no number."""
    said = stated(cell)
    if said is None:
        return None
    relation, value = said
    if isinstance(found, str):
        return Line(what, cell, None, "no answer", found)
    computed = found.value
    if computed is not None and (computed == value or abs(computed - value) <= near * abs(value)):
        return Line(what, cell, computed, "exact", "")
    if computed is not None and ((relation == "ge" and computed > value) or (relation == "le" and computed < value)):
        return Line(what, cell, computed, "bound", "the published figure is a limit")
    if computed is not None and relation == "about" and abs(computed - value) <= 0.1 * abs(value):
        return Line(what, cell, computed, "bound", "published as about so much")
    for reading in found.readings:
        if abs(reading.value - value) <= max(near * abs(value), 1e-9):
            return Line(what, cell, computed, "reading", f"{reading.definition}; {reading.note}")
    bulletins = [a for a in found.readings if "one of that day's bulletins" in a.note and "cut_off" not in a.departs]
    if bulletins:
        counts = " + ".join(f"{a.value:,.0f}" for a in bulletins)
        return Line(what, cell, computed, "bulletins", f"the day has several bulletins: {counts}")
    flags = [flag for flag in found.flags if flag.startswith(TELLING)]
    if flags:
        return Line(what, cell, computed, "flag", "; ".join(flags[:4]))
    return Line(what, cell, computed, "differs", "")


def ask(measure: str, start: date, end: date, **options: object) -> Figure | str:
    """The figure, or the line that says why there is none."""
    try:
        return dateline.figure(measure, start, end, **options)  # type: ignore[arg-type]
    except FigureError as error:
        return str(error)


def gaza(path: Path) -> Iterator[Line]:
    """Running totals of the ministry, killed and injured."""
    for row in rows(path):
        day = date.fromisoformat(row["date"])
        for measure, column in (("killed", "killed_cum"), ("injured", "injured_cum")):
            found = ask(f"casualties.{measure}", WAR_IN_GAZA, day, theatre="gaza")
            line = compared(f"{day} {measure}", row[column], found)
            if line is not None and line.status not in ("exact", "reading") and "Ramallah" in row["body"]:
                yield Line(line.what, line.published, line.computed, "producer",
                           "of another body than gaza_moh, the only one in the ledger")  # fmt: skip
            elif line is not None:
                yield line


def strikes(path: Path) -> Iterator[Line]:
    """Drones and missiles, launched and stopped, of single nights."""
    columns = {
        "launched_drones": ("strikes.launched", "drone"), "launched_missiles": ("strikes.launched", "missile"),
        "intercepted_drones": ("strikes.intercepted", "drone"),
        "intercepted_missiles": ("strikes.intercepted", "missile"),
    }  # fmt: skip
    for row in rows(path):
        day = date.fromisoformat(row["date"])
        for column, (measure, weapon) in columns.items():
            what, found = f"{day} {column.replace('_', ' ')}", ask(measure, day, day, where={"weapon": weapon})
            line = compared(what, _limited(row, column), found)
            if line is not None:
                yield line


def _limited(row: dict[str, str], column: str) -> str:
    """The cell, as the note beside it says that it is meant: "more than 470", launched numbers "rounded"."""
    cell, note = row[column], row["note"]
    if cell and f"more than {cell}" in note:
        return f"{cell}+"
    return f"~{cell}" if cell and column.startswith("launched") and "launched numbers rounded" in note else cell


def territory(path: Path) -> Iterator[Line]:
    """Months as DeepState published them against its polygons; other map-makers' as independent readings."""
    for row in rows(path):
        month = re.fullmatch(r"(\d{4})-(\d{2})", row["period"])
        producer = OTHERS.get(row["source"])
        if month is None or "loss" in row["kind"] or (row["source"] != "DeepState" and producer is None):
            continue
        start = date(int(month[1]), int(month[2]), 1)
        end = (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        part = re.match(r"1-(\d+) \w+$", row["kind"])  # "1-27 October": a month cut short
        end = end.replace(day=int(part[1])) if part else end
        what = f"{row['period']} {row['source']}"
        found = ask("territory.net_change", start, end, producer=producer)
        if producer is not None:
            line = compared(what, row["figure_km2"], found)
        else:
            line = compared(what, row["figure_km2"], _polygons(found), NEAR)
        if line is not None:
            yield line


def _polygons(found: Figure | str) -> Figure | str:
    """The figure without what was published: else a published figure would bear itself out."""
    from dataclasses import replace

    if isinstance(found, str):
        return found
    computed = tuple(a for a in found.readings if a.basis == "computed")
    return replace(found, readings=computed, value=computed[0].value if computed else None)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SETS = {
    "gaza": (gaza, "gaza/published_reference.csv"),
    "strikes": (strikes, "strikes/published_records.csv"),
    "territory": (territory, "territory_reference/published.csv"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--only", choices=sorted(SETS), action="append")
    given = parser.parse_args()
    for name in given.only or SETS:
        read, at = SETS[name]
        if not (given.data / at).is_file():
            sys.exit(f"{given.data / at}: no such file; --data names the folder that holds it")
        lines = list(read(given.data / at))
        print(f"{name}: {dict(Counter(line.status for line in lines))}")
        for line in lines:
            computed = "none" if line.computed is None else f"{line.computed:,.6g}"
            print(f"  {line.what:38} {line.published:>22} {computed:>10}  {line.status:9} {line.why[:110]}")
        print()


if __name__ == "__main__":
    main()
