"""Who makes figures: standing, derivation, bound and licence, as producers.yml of the theatre declares them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Literal, get_args, get_type_hints

from dateline.ledgers.files import LedgerAbsent, LedgerError
from dateline.ledgers.yaml_file import read_yaml
from dateline.records.finding import Source, Standing


@dataclass(frozen=True, slots=True)
class Producer:
    """`name` is printed ("the Ukrainian Air Force"), `short` where a sentence has no room for it. `derived_from` is
    the producer whose data this one works from. `includes` lists what its figures hold beyond the standard
    definition ("claimed"). `ledgers` are the families that it fills; empty for a mere speaker. From the day
    `lost_within_intercepted` on its count of the intercepted holds what was lost or jammed as well."""

    id: str
    name: str
    short: str
    standing: Standing = "unknown"
    side: str | None = None
    derived_from: str | None = None
    bound: Literal["exact", "lower", "range"] = "exact"
    population: str = ""
    includes: tuple[str, ...] = ()
    lag_days: int = 0
    redistribute: Literal["rows", "figures", "none"] = "none"
    ledgers: tuple[str, ...] = ()
    licence: str = ""
    title: str = ""
    url: str = ""
    note: str = ""
    lost_within_intercepted: date | None = None

    def source(self, title: str = "", url: str = "", sha256: str | None = None) -> Source:
        """Where rows of this producer were got from; falls back on the producer's own page."""
        return Source(self.id, title or self.title or self.name, url or self.url, None, sha256, self.licence)


class Producers:
    """The theatre's producers by id. An id that is not declared is a speaker of unknown standing."""

    def __init__(self, declared: dict[str, Producer]) -> None:
        self._declared = declared

    @classmethod
    def read(cls, path: Path) -> Producers:
        where = f"{path.parent.name}/{path.name}"
        return cls({key: _producer(key, given or {}, where) for key, given in read_yaml(path).items()})

    def __getitem__(self, producer: str) -> Producer:
        return self._declared.get(producer) or Producer(producer, producer, producer)

    def __contains__(self, producer: object) -> bool:
        return producer in self._declared

    def ids(self) -> tuple[str, ...]:
        return tuple(self._declared)

    def families(self) -> frozenset[str]:
        """The ledgers that some producer here fills."""
        return frozenset(family for producer in self._declared.values() for family in producer.ledgers)

    def of(self, family: str) -> str:
        """The producer that fills `family`, the first declared of several. Raises LedgerAbsent where none does."""
        found = next((key for key, producer in self._declared.items() if family in producer.ledgers), None)
        if found is None:
            raise LedgerAbsent(f"producers.yml: no producer lists {family} among its ledgers")
        return found

    def root(self, producer: str) -> str:
        """The producer at the far end of `derived_from`."""
        seen = {producer}
        above = self[producer].derived_from
        while above is not None and above not in seen:
            seen.add(above)
            producer, above = above, self[above].derived_from
        return producer

    def independent(self, producer: str, claimed: str | None) -> bool:
        """Is `producer` an independent check of a figure that `claimed` is said to have made?

        Another root and standing independent; an unknown claimant means no, since the figure may be `producer`'s own.
        """
        if claimed is None or self[producer].standing != "independent":
            return False
        return self.root(producer) != self.root(claimed)


#: The words that a field of producers.yml may have.
_WORDS = {
    name: get_args(hint)
    for name, hint in get_type_hints(Producer).items()
    if name in ("standing", "bound", "redistribute")
}


def _producer(key: str, given: object, where: str) -> Producer:
    if not isinstance(given, dict):
        raise LedgerError(f"{where}: {key}: {given!r} is no mapping of keys to values")
    made = dict(given)
    known = [field.name for field in fields(Producer) if field.name != "id"]
    for field, value in made.items():
        if field not in known:
            raise LedgerError(f"{where}: {key}: no key {field!r} is known here; there are {', '.join(known)}")
        if field in _WORDS and value not in _WORDS[field]:
            raise LedgerError(f"{where}: {key}: {field}: {value!r} is not one of {', '.join(_WORDS[field])}")
    for field in ("includes", "ledgers"):
        value = made.get(field)
        made[field] = tuple(value) if isinstance(value, list) else ()
    name = str(made.pop("name", key))
    short = str(made.pop("short", name))
    return Producer(id=key, name=name, short=short, **made)
