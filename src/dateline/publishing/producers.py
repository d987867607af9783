"""The printed names of producers, as the report's theatre gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dateline.ledgers.producers import Producers
from dateline.theatres.loader import TheatreError, load


class Names(Mapping[str, str]):
    """Producer id to printed name. An id that nobody named is printed as it is written, underscores as spaces."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self._known = dict(known or {})

    def __getitem__(self, producer: str) -> str:
        return self._known.get(producer) or producer.replace("_", " ")

    def heading(self, producer: str) -> str:
        """The name as it stands alone, in a table or at the head of a line: no article, a capital first."""
        name = self[producer].removeprefix("the ")
        return name[:1].upper() + name[1:]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


@lru_cache(maxsize=8)
def names_of(theatre: str | None) -> Names:
    """Short names of one theatre's producers and the names of its other actors; none where it is not installed."""
    if theatre is None:
        return Names()
    try:
        found = load(theatre)
        speakers = {actor.id: actor.name for actor in found.actors}
        producers = Producers.read(found.folder / "producers.yml")
    except (TheatreError, FileNotFoundError):
        return Names()
    return Names({**speakers, **{key: producers[key].short for key in producers.ids()}})
