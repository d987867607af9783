"""The words around a map: whose it is, what was compared, whose borders, what may be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dateline.ledgers import Producer
from dateline.publishing import dates
from dateline.publishing.amounts import amount
from dateline.territory.front import Moved
from dateline.theatres.loader import Theatre

#: km2 that are worth a word.
_LEAST_KM2 = 0.05


def title(theatre: Theatre, place: str) -> str:
    """What the map shows; `place` is a region's name or "around" a town's, empty for the whole country."""
    where = f"{place}, {theatre.country.name}" if place else theatre.country.name
    return f"Ground held by {theatre.attacker.names[0]}: {where}"


def compared(earlier: date, later: date, producer: Producer) -> str:
    return f"Map of {dates.day(later)}, against the map of {dates.day(earlier)}. {producer.name}."


def signed(km2: float) -> str:
    shown = amount(km2, "km2")
    return f"+{shown}" if km2 > 0 and not shown.startswith("0\u00a0") else shown


def key(earlier: date, later: date, held: float, moved: Moved, within: str = "") -> list[tuple[str, str]]:
    """What the colours mean, with the figures; `within` names what is counted where the map shows less."""
    place = f" in {within}" if within else ""
    gained, lost = (amount(km2, "km2") if km2 else "none" for km2 in (moved.gained, moved.lost))
    return [
        ("held", f"Held{place} on {dates.day(later)}: {amount(held, 'km2')}"),
        ("gained", f"Gained{place} since {dates.day(earlier)}: {gained}"),
        ("lost", f"Lost{place} since {dates.day(earlier)}: {lost}"),
    ]


def net(moved: Moved) -> str:
    return (
        f"Net change {signed(moved.net)}. Gained and lost compare the two maps; ground that changed hands and "
        "back in between is in neither."
    )


def by_region(moved: Mapping[str, Moved], names: Mapping[str, str], only: str | None) -> list[str]:
    """What moved in each region, the most first; of one region nothing, for it has been said."""
    if only is not None:
        return []
    most = sorted(moved, key=lambda code: -(moved[code].gained + moved[code].lost))
    return [
        f"{names.get(code, 'In no region')}: gained {amount(moved[code].gained, 'km2')}, "
        f"lost {amount(moved[code].lost, 'km2')}."
        for code in most
        if moved[code].gained + moved[code].lost >= _LEAST_KM2
    ]


def sources(theatre: Theatre, producer: Producer) -> list[str]:
    """Whose map, whose borders, whose names of towns."""
    return [
        f"Source: {producer.title or producer.name}, {producer.url}.",
        f"Borders: {theatre.border_policy}.",
        "Towns: GeoNames, CC BY 4.0. Areas by an equal-area projection.",
    ]


def keep_private(producer: Producer) -> str:
    """What must not be done with a map of this producer's; empty where it may be passed on."""
    if producer.redistribute == "rows":
        return ""
    return (
        f"It holds the geometry of {producer.name}, which may not be passed on: do not publish this file. "
        "dateline map --public writes one that may be."
    )
