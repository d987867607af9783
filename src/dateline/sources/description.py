"""What is known of a source before it is read: its producer, address, licence, and what a sound file holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

Statement = Literal["whole", "part"]


@dataclass(frozen=True, slots=True)
class Description:
    """A source's own `.yml`. `rows` is the least and the greatest number of rows (or files) a sound copy holds, and
    `ranges` the least and greatest value of a field. `consumed` fields are read, `ignored` ones are known and left;
    any other field is reported. `megabytes` bounds a file, unpacked; nothing in it is dated before `begins`.

    `statement` says what a file is: the whole series, so that a row which a later file lacks was withdrawn, or a part
    of it. `theatre` is the conflict that it tells of, unless its reader is told another, `ledger` the family that
    it fills ("series" where its entries need no family of their own). `extra` holds what only this
    source needs."""

    id: str
    producer: str
    title: str
    address: str
    licence: str
    credit: str
    cadence: str
    rows: tuple[int, int]
    ranges: Mapping[str, tuple[float, float]]
    consumed: tuple[str, ...]
    ignored: tuple[str, ...]
    files: tuple[str, ...]
    statement: Statement
    theatre: str
    ledger: str
    megabytes: int
    begins: date
    extra: Mapping[str, Any]


def describe(source: str) -> Description:
    """The description of a source by its id. Raises FileNotFoundError for an id that is no source."""
    import yaml

    stated: dict[str, Any] = yaml.safe_load((Path(__file__).parent / f"{source}.yml").read_text(encoding="utf-8"))
    low, high = stated.pop("rows")
    ranges = {name: (float(least), float(most)) for name, (least, most) in stated.pop("ranges", {}).items()}
    return Description(
        id=stated.pop("id"),
        producer=stated.pop("producer"),
        title=stated.pop("title"),
        address=stated.pop("address"),
        licence=stated.pop("licence"),
        credit=stated.pop("credit"),
        cadence=stated.pop("cadence"),
        rows=(low, high),
        ranges=ranges,
        consumed=tuple(stated.pop("consumed")),
        ignored=tuple(stated.pop("ignored")),
        files=tuple(stated.pop("files")),
        statement=stated.pop("statement"),
        theatre=stated.pop("theatre"),
        ledger=stated.pop("ledger"),
        megabytes=stated.pop("megabytes", 200),
        begins=stated.pop("begins", date(1900, 1, 1)),
        extra=stated,
    )
