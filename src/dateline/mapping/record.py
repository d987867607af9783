"""The daily maps on this machine: in a folder of files, or in the archive of the store."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dateline.ledgers import Producer, load
from dateline.ledgers.store import Store, StoreError, open_store
from dateline.sources import deepstate
from dateline.sources.description import describe
from dateline.sources.plain_geojson import Texts
from dateline.sources.polygons import DECIMALS, layers, outline
from dateline.theatres.loader import Theatre


class MappingError(Exception):
    """A map that cannot be drawn; one line that says why and how to mend it."""


#: The layer of a map that tells no layers apart.
OCCUPIED = "occupied"


class Record:
    """Days with a map in rising order, read when they are asked for. `skipped` names what could not be used. `apart`
    reads the outline of each layer of a day by name; without it the whole map is one."""

    def __init__(
        self, days: Sequence[date], read: Callable[[date], Any], where: str, producer: Producer,
        apart: Callable[[date], Mapping[str, Any]] | None = None,
    ) -> None:  # fmt: skip
        self.days = list(days)
        self.where = where
        self.producer = producer
        self.skipped: list[str] = []
        self._read = read
        self._apart = apart

    def outlines(self) -> Iterator[tuple[date, Any]]:
        """Every map that can be used: its day and a shapely polygon or multipolygon in degrees."""
        for day in self.days:
            found = self._outline(day)
            if found is not None:
                yield day, found

    def layers(self) -> Iterator[tuple[date, Mapping[str, Any]]]:
        """Every map that can be used, by layer."""
        for day in self.days:
            if self._apart is None:
                found = self._outline(day)
                found = None if found is None else {OCCUPIED: found}
            else:
                found = self._used(day, self._apart)
            if found is not None:
                yield day, found

    def at(self, day: date) -> tuple[date, Any]:
        """The map of a day, or the nearest earlier that can be used. Raises MappingError where there is none."""
        for number in range(bisect_right(self.days, day) - 1, -1, -1):
            found = self._outline(self.days[number])
            if found is not None:
                return self.days[number], found
        first = f"begin on {self.days[0]}" if self.days else "are none"
        raise MappingError(f"{self.where}: no map of {day} or before it; the maps there {first}")

    def _outline(self, day: date) -> Any:
        return self._used(day, self._read)

    def _used(self, day: date, read: Callable[[date], Any]) -> Any:
        try:
            return read(day)
        except (ValueError, OSError, StoreError) as fault:
            why = fault.strerror or str(fault) if isinstance(fault, OSError) else str(fault)
            told = f"the map of {day} is put aside: {why}"
            if told not in self.skipped:
                self.skipped.append(told)
            return None


def record(
    theatre: Theatre, folder: Path | None = None, store: Store | None = None, layer: str | None = None
) -> Record:
    """The maps in `folder`, else those that the store has archived. `layer` is the property of a feature that names its
    layer, where the files tell several apart. Raises MappingError where there are none."""
    producer = territory_producer(theatre)
    if folder is not None:
        return _in_folder(folder, producer, layer, theatre.country.name)
    return _in_store(theatre, open_store() if store is None else store, producer, layer)


def territory_producer(theatre: Theatre) -> Producer:
    """Who draws the theatre's maps. Raises MappingError where nobody does."""
    producers = load(theatre.folder).producers
    drawn = [producers[key] for key in producers.ids() if "territory" in producers[key].ledgers]
    if not drawn:
        raise MappingError(f"--theatre {theatre.id}: nobody's maps are known for {theatre.country.name}")
    return drawn[0]


def _in_folder(folder: Path, producer: Producer, layer: str | None, country: str) -> Record:
    if not folder.is_dir():
        raise MappingError(f"--maps {folder}: no such folder")
    description = describe("deepstate")
    files: dict[date, Path] = {}
    for day, path in deepstate.files(folder):
        files.setdefault(day, path)
    texts = Texts(DECIMALS)
    return Record(
        sorted(files), lambda day: deepstate.snapshot(day, files[day], description, texts).outline,
        f"--maps {folder}", producer, _apart(lambda day: files[day].read_bytes(), layer, country),
    )  # fmt: skip


def _apart(
    content: Callable[[date], bytes], layer: str | None, country: str
) -> Callable[[date], Mapping[str, Any]] | None:
    """How a day's layers are read from its file; None where no property names them."""
    if layer is None:
        return None
    ranges = describe("deepstate").ranges
    box = (ranges["longitude"], ranges["latitude"])
    return lambda day: layers(content(day), layer, box, country)


def _in_store(theatre: Theatre, store: Store, producer: Producer, layer: str | None) -> Record:
    ledgers = load(theatre.folder)
    if not ledgers.available("territory"):
        raise MappingError(f"--theatre {theatre.id}: no ledger of its territory")
    ledger = ledgers.territory
    hashes = {day: ledger.snapshot(number, None).sha256 for number, day in enumerate(ledger.days)}
    held = {day: sha for day, sha in hashes.items() if store.has_archived(sha)}
    if not held:
        how = f"fetch them with `dateline pull {producer.id}`, or name a folder of them with --maps"
        raise MappingError(f"{store.home}: no maps there; {how}")
    ranges, texts = describe("deepstate").ranges, Texts(DECIMALS)
    box = (ranges["longitude"], ranges["latitude"])
    return Record(
        sorted(held), lambda day: outline(store.archived(held[day]), box, theatre.country.name, texts),
        str(store.home), producer, _apart(lambda day: store.archived(held[day]), layer, theatre.country.name),
    )  # fmt: skip
