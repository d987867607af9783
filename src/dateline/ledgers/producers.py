"""Who makes figures: standing, derivation, bound and licence, as producers.yml of the theatre declares them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dateline.ledgers.yaml_file import read_yaml
from dateline.records.finding import Source, Standing


@dataclass(frozen=True, slots=True)
class Producer:
    """`name` is printed ("the Ukrainian Air Force"), `short` where a sentence has no room for it. `derived_from` is
    the producer whose data this one works from. `includes` lists what its figures hold beyond the standard
    definition ("claimed"). `ledgers` are the families that it fills; empty for a mere speaker."""

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

    def source(self, title: str = "", url: str = "", sha256: str | None = None) -> Source:
        """Where rows of this producer were got from; falls back on the producer's own page."""
        return Source(self.id, title or self.title or self.name, url or self.url, None, sha256, self.licence)


class Producers:
    """The theatre's producers by id. An id that is not declared is a speaker of unknown standing."""

    def __init__(self, declared: dict[str, Producer]) -> None:
        self._declared = declared

    @classmethod
    def read(cls, path: Path) -> Producers:
        return cls({key: _producer(key, fields or {}) for key, fields in read_yaml(path).items()})

    def __getitem__(self, producer: str) -> Producer:
        return self._declared.get(producer) or Producer(producer, producer, producer)

    def __contains__(self, producer: object) -> bool:
        return producer in self._declared

    def ids(self) -> tuple[str, ...]:
        return tuple(self._declared)

    def families(self) -> frozenset[str]:
        """The ledgers that some producer here fills."""
        return frozenset(family for producer in self._declared.values() for family in producer.ledgers)

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


def _producer(key: str, fields: dict[str, object]) -> Producer:
    made = dict(fields)
    for name in ("includes", "ledgers"):
        value = made.get(name)
        made[name] = tuple(value) if isinstance(value, list) else ()
    name = str(made.pop("name", key))
    short = str(made.pop("short", name))
    return Producer(id=key, name=name, short=short, **made)  # type: ignore[arg-type]
