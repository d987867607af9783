"""The map on a card, from a theatre's own regions and their names."""

from __future__ import annotations

from functools import lru_cache

from dateline.publishing.maps.inset import Inset, inset
from dateline.publishing.maps.outlines import Outlines, outlines
from dateline.publishing.producers import names_of
from dateline.records.series import Series
from dateline.theatres.loader import TheatreError, load


def inset_of(series: Series, theatre: str | None, name: str) -> Inset | None:
    """Regions shaded by `series`; None where the theatre has no borders drawn, or no region has a part. `name` makes
    the ids on the page unique."""
    drawn, names = _drawn(theatre or "")
    producer = names_of(theatre)[series.producer]
    return inset(series, names, drawn, producer, name) if drawn is not None else None


@lru_cache(maxsize=8)
def _drawn(theatre: str) -> tuple[Outlines | None, dict[str, str]]:
    """The theatre's borders, and the names of its regions by id."""
    try:
        found = load(theatre)
    except TheatreError:
        return None, {}
    return outlines(found.folder / "regions.json"), {g.place.id: g.place.name for g in found.gazetteer
                                                     if g.place.level == "region"}  # fmt: skip
