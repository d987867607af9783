"""What docs/reference/own-csv.md says of the columns of one's own table; build_reference.py writes it."""

from __future__ import annotations

from typing import get_args

from dateline.ledgers import MEASURES
from dateline.records.claim import Measure
from dateline.sources.description import describe

START = """# A series of your own

`own_csv` reads a plain table by which anyone brings figures into the ledgers: a newsroom's count, an institute's
monthly figures, a ministry's releases typed in by hand. [examples/own-series.csv](../../examples/own-series.csv) is
one, with invented figures.

The file is comma-separated, in UTF-8, with one header line; a cell with a comma, a quotation mark or a line break
stands in quotation marks. It may be packed (`.zip`, `.gz`). A row is one figure.

| column | must be there | what it holds |
|---|---|---|
"""
COLUMNS = {
    "producer": "who made the figure, in small letters, digits and `_`: `river_gazette`. A name that the "
    "theatre's own producers.yml declares is refused, unless the theatre is yours. In a check its figures are readings "
    "of unknown standing: never independent, never refuting alone, never added to another producer's",
    "measure": "one of the measures below",
    "start": "the first day that the figure covers: `2025-03-01`. A month (`2025-03`) or year is its first day",
    "end": "the last day that it covers, **inside the period**: `2025-03-31`. A month or year is its last day",
    "value": "the figure, in the measure's own unit: `140`, `12,142`, `-12.5`, `~500`, `3600+` (at least), `180-200` "
    "(the middle, with both bounds)",
    "low": "the lower bound, where the producer gives one",
    "high": "the upper bound; the value lies between",
    "place": "the country or one of its regions, by name or id (`Kharkiv`, `UA-63`); empty is the whole country. "
    "Nothing finer is taken",
    "known_at": "the day on which the figure was public; a month or year counts as its last day. Empty: the day after "
    "`end`, marked as inferred",
    "definition": "what the figure counts, where that is not plain: `gross`, `verified`. Figures of different "
    "definitions are never added",
    "source": "the address where the figure stands",
    "note": "anything else",
}
OTHER = (
    "a dimension by which figures are told apart, named in small letters, digits and `_`: `weapon`, `population`, "
    "`side`. An empty cell is no dimension"
)
END = """
A file adds to those read before it. The same producer, measure, days, place, dimensions and definition with another
value is a revision: put its `known_at` in, and both stay. Two such rows in one file with the same `known_at` cannot
both be right: the second is put aside.

A row that cannot be read is put aside and named by its line, with the reason: an unknown measure, place or date, a day
that has not come yet, less than nothing killed, a value that is no number. The others are read. A file without one of
the columns that must be there, or not in UTF-8, is refused whole.

| measure | unit | what it is |
|---|---|---|
"""


def own_csv() -> str:
    """The page. A column that is read and not described here is an error."""
    stated = describe("own_csv")
    names = (*stated.consumed, *stated.extra["optional"])
    assert set(names) == set(COLUMNS), f"describe {set(names) ^ set(COLUMNS)}"
    rows = [f"| `{n}` | {'yes' if n in stated.consumed else 'no'} | {text} |" for n, text in COLUMNS.items()]
    measures = [f"| `{m}` | {MEASURES[m].unit} | {MEASURES[m].definition} |" for m in get_args(Measure)]
    return "\n".join((START + "\n".join(rows), f"| any other | no | {OTHER} |", END + "\n".join(measures), ""))
