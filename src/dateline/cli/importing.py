"""`dateline import`: a publisher's file into the store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli import output
from dateline.cli.dates import Day

if TYPE_CHECKING:
    from dateline.importing import Brought, Imported
    from dateline.ledgers.store import Appended

#: Lines of one kind that are shown to people; programs get them all.
_SHOWN = 8


@click.command("import")
@click.argument("source", required=False)
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--released", type=Day(), help="Day of release, where the file's name states none; else it is today.")
@click.option("--theatre", metavar="NAME", help="The conflict, where it is not the source's own.")
@click.option("--strict", is_flag=True, help="Refuse a file of which any row would be put aside.")
@click.option("--sweep", is_flag=True, help="Remove archived files that no release names; takes no SOURCE.")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True,
              help="For people or for programs.")  # fmt: skip
def command(source: str | None, path: Path | None, sweep: bool, format_: str, **options: Any) -> None:
    """Import PATH, a file or folder of SOURCE (`dateline sources` lists them), into the store, whole or not at all.

    What a later release changes or drops is kept with the day from which it was known, so that figures can be asked
    for as of any day. The same bytes again add nothing. DATELINE_HOME names the store's folder.
    """
    if sweep:
        if source or path:
            raise click.UsageError("--sweep takes no SOURCE and no PATH")
        _sweep()
        return
    if source is None or path is None:
        raise click.UsageError("name a SOURCE and a PATH, as in: dateline import airforce missile_attacks_daily.csv")
    from dateline.importing import import_source

    imported = import_source(source, path, **options)
    if format_ == "json":
        output.write(output.as_json(as_dict(imported)), None)
    else:
        output.write("\n".join(line for release in imported.releases for line in lines(release)) + "\n", None)


def _sweep() -> None:
    from dateline.ledgers.store import open_store

    store = open_store()
    number, size = store.sweep() if store.generation else (0, 0)
    output.write(f"removed {number} files, {size / 1e6:,.1f} MB, that no release names\n", None)


def lines(release: Brought) -> Iterator[str]:
    """What became of one release, for people."""
    named = ", ".join(release.files[:2]) + (f" and {len(release.files) - 2} more" if len(release.files) > 2 else "")
    if release.counts.known:
        yield f"{named}: imported before, the same bytes; nothing to add"
        return
    yield f"{named}, released {release.released}:"
    for table, counts in release.counts.tables.items():
        yield f"  {table}: {_counts(counts)}"
    for later, day in release.after:
        yield f"  the release of {day}, compared again: {_counts(later)}"
    yield from _several([(f"  put aside {item.what}: ", item.why) for item in release.skipped])
    yield from _several([("  note ", notice) for notice in release.notices])


def _counts(counts: Appended) -> str:
    late = f", {counts.late_rows:,} late rows" if counts.late_rows else ""
    return (
        f"{counts.added:,} new, {counts.changed:,} changed, {counts.vanished:,} vanished{late}; "
        f"{counts.unchanged:,} as before"
    )


def _several(told: Sequence[tuple[str, str]]) -> Iterator[str]:
    """One line a thing; many put aside for one reason are a count with the first as example."""
    reasons = Counter(why for _, why in told)
    firsts = [(next(what for what, other in told if other == why), why, n) for why, n in reasons.items()]
    for what, why, number in firsts[:_SHOWN]:
        yield f"{what}{why}" + (f" (and {number - 1} more)" if number > 1 else "")
    if len(firsts) > _SHOWN:
        yield f"  ... and {len(firsts) - _SHOWN} more kinds (--format json has all)"


def as_dict(imported: Imported) -> dict[str, Any]:
    def counted(counts: Appended) -> dict[str, int]:
        return counts.as_dict()

    return {
        "schema": 1, "source": imported.source, "theatre": imported.theatre, "known": imported.known,
        "releases": [
            {
                "files": list(release.files), "released": _iso(release.released), "known": release.counts.known,
                "tables": {table: counted(counts) for table, counts in release.counts.tables.items()},
                "after": [{"released": _iso(day), **counted(counts)} for counts, day in release.after],
                "skipped": [{"what": item.what, "why": item.why} for item in release.skipped],
                "notices": list(release.notices),
            }
            for release in imported.releases
        ],
    }  # fmt: skip


def _iso(day: date) -> str:
    return day.isoformat()
