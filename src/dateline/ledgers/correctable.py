"""Which tables an editor of the data can put right, and how an entry in each is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from dateline.ledgers.shapes import SERIES


@dataclass(frozen=True)
class Kind:
    """How a table takes a correction.

    `mode`: a further `vintage`, known from the day of the correction; a `revision` of the row, which is seen from that
    day on; or of a `fact`, which was always so. `producer` is the column that names one, empty where the table is one
    producer's. `values` gives the column of each measure that is a count. `keys` are the columns by which rows of one
    producer and day are told apart, `sets` those that a fact may be corrected in.
    """

    mode: Literal["vintage", "revision", "fact"]
    producer: str = ""
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    keys: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    start: str = "start"
    end: str = "end"


KINDS: Mapping[str, Kind] = MappingProxyType({
    "casualties": Kind("vintage", "body", dict.fromkeys(("casualties.killed", "casualties.injured"), "value")),
    "area_published": Kind(
        "vintage", "producer",
        dict.fromkeys(("territory.held", "territory.net_change", "territory.gained", "territory.lost"), "value_km2"),
    ),
    "strikes": Kind(
        "revision",
        values={"strikes.launched": "launched", "strikes.intercepted": "destroyed", "strikes.lost": "lost"},
        keys=("model", "weapon", "window_start", "window_end", "scope", "target"), start="night", end="night",
    ),
    "talks": Kind(
        "fact", keys=("place", "parties", "kind"),
        sets=("start", "end", "place", "parties", "kind", "direct", "held"),
    ),
    "officials": Kind(
        "fact", keys=("person", "office", "country"),
        sets=("person", "name_variants", "office", "office_variants", "country", "start", "end", "confidence"),
    ),
    SERIES: Kind("vintage", "producer"),
})  # fmt: skip
#: The table that a family's measures are corrected in, before the series that were brought.
TABLES: Mapping[str, str] = MappingProxyType({
    "casualties": "casualties", "territory": "area_published", "strikes": "strikes", "talks": "talks",
    "officials": "officials",
})  # fmt: skip


def tables_of(measure: str) -> tuple[str, ...]:
    """The tables in which an entry of the measure may stand, the family's own first. A fact stands in no series."""
    own = TABLES.get(measure.partition(".")[0])
    if own is None:
        return (SERIES,)
    kind = KINDS[own]
    if kind.mode == "fact":
        return (own,)
    return (own, SERIES) if measure in kind.values else (SERIES,)
