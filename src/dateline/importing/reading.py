"""One release of a source, read: entries by table, and what was put aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from dateline.importing import maps
from dateline.importing.finding import names
from dateline.importing.tables import BUILDS, Tables
from dateline.ledgers.producers import Producers
from dateline.ledgers.shapes import SERIES, SHAPES
from dateline.ledgers.store import Store
from dateline.records.entry import Entry
from dateline.sources import gaza
from dateline.sources.description import describe
from dateline.sources.intake import Intake, Skipped, SourceError
from dateline.theatres.folders import FOLDER

#: A whole series that is shorter than its least expected length by this factor was cut: its rows would all vanish.
_TOO_SHORT = 10
#: Tables that a source of parts still states whole: the flags of all days are worked out anew from what stands.
WHOLE = frozenset({"territory_gaps"})


@dataclass(frozen=True, slots=True)
class Read:
    """`stream` tells apart files of one source that are no releases of each other. `parts` are the tables of which the
    release states a part."""

    entries: Mapping[str, Sequence[Entry]]
    stream: str
    parts: frozenset[str]
    skipped: tuple[Skipped, ...]
    notices: tuple[str, ...]


def read(source: str, files: Sequence[Path], hashes: Mapping[Path, str], theatre: Path, store: Store) -> Read:
    """Raises SourceError, in one line, where the files are not the source's or hold nothing to import."""
    description = describe(source)
    stream = _stream(source, files[0])
    tables: Tables = {}
    intake: Intake[Entry] = Intake(())
    if source == "deepstate":
        tables = maps.tables(files, hashes, theatre, store)
    elif source in BUILDS and stream == source:
        tables = BUILDS[source](files, theatre)
    if source == "gaza":
        intake = gaza.series(files[0])
    elif source not in (*BUILDS, "deepstate"):
        intake = import_module(f"dateline.sources.{source}").read(files[0], theatre.name)
    if source == "own_csv":
        intake = _under_their_own_names(intake, files[0], theatre)
    sha256 = hashes[files[0]] if len(files) == 1 else ""
    entries = {name: _signed(SHAPES[name].entries(table.cells()), sha256) for name, table in tables.items()}
    if intake.rows:
        entries[SERIES] = _signed(intake.rows, sha256)
    if not any(entries.values()):
        raise SourceError(f"{names(files)}: no row can be used; is it {description.title}?{_first(tables, intake)}")
    if description.statement == "whole":
        _long_enough(files, tables, intake, description.rows[0])
    parts = frozenset(entries) - WHOLE if description.statement == "part" else frozenset[str]()
    return Read(MappingProxyType(entries), stream, parts, _skipped(tables, intake), _notices(tables, intake))


def _under_their_own_names(intake: Intake[Entry], file: Path, theatre: Path) -> Intake[Entry]:
    """Without rows that speak in the name of a producer whom a theatre that ships declares: it would lend them its
    standing, and its figures come by a source of their own. A theatre of one's own declares whom it likes."""
    if not theatre.is_relative_to(FOLDER):
        return intake
    declared = Producers.read(theatre / "producers.yml")
    borrowed = sorted({entry.producer for entry in intake.rows if entry.producer in declared})
    if not borrowed:
        return intake
    why = "is a producer of the theatre's own; name a series that you brought otherwise, such as {}_typed"
    skipped = tuple(Skipped(f"{file.name} producer {name}", why.format(name)) for name in borrowed)
    kept = tuple(entry for entry in intake.rows if entry.producer not in declared)
    return replace(intake, rows=kept, skipped=(*intake.skipped, *skipped))


def _stream(source: str, main: Path) -> str:
    """The collection's files of Gaza, the West Bank and Lebanon stand side by side: none replaces another."""
    if source == "gaza":
        return next((f"gaza.{part}" for part in ("west_bank", "lebanon") if main.name.startswith(part)), source)
    return source


def _signed(entries: Sequence[Entry], sha256: str) -> list[Entry]:
    """The entries with the hash of the file that they were read from, unless they name one themselves."""
    return [entry if entry.sha256 else replace(entry, sha256=sha256) for entry in entries] if sha256 else list(entries)


def _long_enough(files: Sequence[Path], tables: Tables, intake: Intake[Entry], least: int) -> None:
    counted = max((*(table.counted for table in tables.values()), intake.counted))
    if counted * _TOO_SHORT < least:
        raise SourceError(
            f"{names(files)}: {counted:,} rows, where {least:,} and more are expected; all others would count as "
            f"withdrawn. Get the whole file"
        )


def _skipped(tables: Tables, intake: Intake[Entry]) -> tuple[Skipped, ...]:
    found = [item for table in tables.values() for item in table.skipped] + list(intake.skipped)
    return tuple(dict.fromkeys(found))


def _notices(tables: Tables, intake: Intake[Entry]) -> tuple[str, ...]:
    found = [notice for table in tables.values() for notice in table.notices] + list(intake.notices)
    return tuple(dict.fromkeys(found))


def _first(tables: Tables, intake: Intake[Entry]) -> str:
    skipped = _skipped(tables, intake)
    return f" ({skipped[0].what}: {skipped[0].why})" if skipped else ""
