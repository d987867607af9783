"""What docs/reference/sources.md and theatres.md say; build_reference.py writes them."""

from __future__ import annotations

from datetime import date

from dateline import ledgers
from dateline.records.finding import Coverage
from dateline.sources import SOURCES
from dateline.sources.addresses import pull_of
from dateline.sources.description import Description, describe
from dateline.theatres import loader

_SOURCES_LEAD = """# Sources

Where the figures in the ledgers come from, under which terms they are passed on, and which days of them ship with the
program. `dateline sources` prints the same of your own installation, and `dateline coverage` every gap;
[pull](../how-to/pull.md) and [import](../how-to/import.md) bring newer ones.

A source is a file or site that can be read. A *producer* is who made a figure: a mirror of a map is a source, the
map-maker its producer.
"""
_PRODUCERS_LEAD = """
## Producers

*Standing* says whose side a producer is on: `independent`, `aligned` (with one side), `party` (to the war), `unknown`
(counts as not independent). A *lower* bound counts only what was verified, so that the true number is likely higher.
*Passed on*: `rows` as they are, `figures` only, or `none`: such figures stay on your machine.
"""
_THEATRES_LEAD = """# Theatres

A theatre is one conflict: a folder of data that names its sides, places, weapons, calendar, borders and producers.
These ship with the program; [a theatre of your own](../how-to/add-a-theatre.md) is another folder. A report about
another war is read, and none of its figures is judged.
"""
_HEAD = "| property | value |\n|---|---|"


def sources() -> str:
    """docs/reference/sources.md: every source with licence, cadence and what ships of it; then who made the figures."""
    parts = [_SOURCES_LEAD]
    shipped = _shipped()
    for stated in map(describe, SOURCES):
        parts += [f"## {stated.id}\n", f"{stated.title}.\n", _HEAD, *_rows(stated, shipped), ""]
    parts += [_PRODUCERS_LEAD, "| theatre | id | who | standing | bound | days late | fills | passed on | licence |"]
    parts += ["|---|---|---|---|---|---|---|---|---|", *_producers(), ""]
    return "\n".join(parts)


def _shipped() -> dict[tuple[str, str], Coverage]:
    """What the bundled ledgers answer for, by theatre and family."""
    return {
        (name, coverage.ledger): coverage
        for name in loader.installed()
        for coverage in ledgers.load(loader.load(name).folder).coverage()
    }


def _rows(stated: Description, shipped: dict[tuple[str, str], Coverage]) -> list[str]:
    held = shipped.get((stated.theatre, stated.ledger))
    family = "whatever its rows name" if stated.ledger == "series" else f"`{stated.ledger}`"
    by_hand = pull_of(stated, date.max).by_hand
    how = f"by hand, then `dateline import {stated.id}`: {by_hand}" if by_hand else f"`dateline pull {stated.id}`"
    return [
        f"| fills | {family}, theatre `{stated.theatre}` |",
        f"| published | {stated.cadence} |",
        f"| ships | {f'{held.start} to {held.end}' if held else 'nothing: it comes with a pull or an import'} |",
        f"| how to get it | {how} |",
        f"| licence | {stated.licence} |",
        f"| credit | {stated.credit} |",
        f"| address | {_address(stated.address)} |",
    ]


def _address(address: str) -> str:
    if address.startswith("docs/"):
        return f"[its columns]({address.removeprefix('docs/reference/')})"
    return f"<{address}>" if "://" in address else address


def _producers() -> list[str]:
    rows = []
    for name in loader.installed():
        known = ledgers.load(loader.load(name).folder).producers
        for p in map(known.__getitem__, known.ids()):
            if p.ledgers:
                fills = ", ".join(f"`{family}`" for family in p.ledgers)
                rows.append(
                    f"| {name} | `{p.id}` | {p.short} | {p.standing}{f', {p.side}' if p.side else ''} | {p.bound} "
                    f"| {p.lag_days} | {fills} | {p.redistribute} | {p.licence} |"
                )
    return rows


def theatres() -> str:
    """docs/reference/theatres.md: every theatre that ships."""
    parts = [_THEATRES_LEAD]
    for theatre in map(loader.load, loader.installed()):
        covered = [c for c in ledgers.load(theatre.folder).coverage() if c.ledger != "calendar"]
        parts += [f"## {theatre.id}\n", f"{theatre.title}.\n", _HEAD]
        parts += [
            f"| began | {theatre.war_start} |",
            f"| country | {theatre.country.name} (`{theatre.country.id}`), {theatre.country_area_km2:,.0f} km2 |",
            f"| borders | {theatre.border_policy.strip()} |",
            f"| time zone | {theatre.time_zone} |",
            f'| "captured" means | `{theatre.gained_means}` |',
            f"| places, weapons | {len(theatre.gazetteer):,} places, {len(theatre.weapons)} weapons |",
            *[f"| ledger `{c.ledger}` | {c.start} to {c.end} |" for c in covered],
            "",
        ]
    return "\n".join(parts)
