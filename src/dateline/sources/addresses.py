"""Where a source's files can be fetched, as the `pull:` part of its description states it.

- `addresses: [..]`: files with fixed names; every one is wanted. `also: [..]`: those that may be missing.
- `yearly: ..{yy}..`: one file a year, whose name changes: this year's, or else last year's.
- `monthly: ..{yy}..{month}..`: one file a month; those of the last `months` that are there.
- `listing: ..`, `each: ..{name}`, `names: REGEX`: a folder of a Git repository, its tree as GitHub lists it, one file.
- `by_hand: ..`: an account is needed: what to download there.
- `kept_by_hand: ..`: nothing is published as data: where the figures stand.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

from dateline.sources.description import Description
from dateline.sources.intake import SourceError

#: A name that stays in its folder on every system.
_SAFE = re.compile(r"\w[\w.-]{0,199}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pull:
    """How to fetch one source. Of `addresses`, all are wanted, the first that exists, or any that exist (`want`); those
    of `also` may be missing. `by_hand` says what to do where nothing can be fetched; not `published` as data, then.
    With a `listing`, files are those it names that match `names`, each at `each` with {name}. None has more bytes than
    `largest`. `authorization` is sent to the host of the addresses, which name no password themselves."""

    source: str
    addresses: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    want: Literal["all", "first", "any"] = "all"
    listing: str = ""
    each: str = ""
    names: str = ""
    by_hand: str = ""
    published: bool = True
    largest: int = 200_000_000
    authorization: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a listing: its name, its size in bytes and the hash that Git gives its content."""

    name: str
    size: int
    blob: str


def pull_of(description: Description, today: date) -> Pull:
    """How this source is fetched on this day."""
    stated: dict[str, Any] = dict(description.extra.get("pull") or {})
    source, largest = description.id, description.megabytes * 1_000_000
    if "listing" in stated:
        return Pull(source, listing=stated["listing"], each=stated["each"], names=stated["names"], largest=largest)
    if "yearly" in stated:
        years = [stated["yearly"].format(yy=f"{year % 100:02d}") for year in (today.year, today.year - 1)]
        return Pull(source, tuple(years), want="first", largest=largest)
    if "monthly" in stated:
        months = _months(today, int(stated.get("months", 12)))
        named = [stated["monthly"].format(yy=f"{year % 100:02d}", month=month) for year, month in months]
        return Pull(source, tuple(named), want="any", largest=largest)
    if "addresses" in stated:
        return Pull(source, tuple(stated["addresses"]), tuple(stated.get("also", ())), largest=largest)
    kept = stated.get("kept_by_hand", "")
    by_hand = str(kept or stated.get("by_hand") or f"get it from {description.address}")
    return Pull(source, by_hand=by_hand, published=not kept)


def name_of(address: str) -> str:
    """The file name that an address ends in. Raises SourceError where it ends in none."""
    name = unquote(urlsplit(address).path).rpartition("/")[2]
    if not _SAFE.fullmatch(name):
        raise SourceError(f"{address} does not end in the name of a file: give the address of the file itself")
    return name


def listed(answer: bytes, pull: Pull) -> list[Listed]:
    """The files that GitHub's answer about a tree names, in order of name.

    Raises SourceError where it is no such answer, is not whole, or names none that the source reads.
    """
    try:
        told = json.loads(answer)
        whole, entries = not told.get("truncated", False), told["tree"]
        found = [
            Listed(str(entry["path"]), int(entry["size"]), str(entry["sha"]))
            for entry in entries
            if entry["type"] == "blob" and re.fullmatch(pull.names, entry["path"]) and _SAFE.fullmatch(entry["path"])
        ]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SourceError(f"{pull.listing} answers with something else than the list of files that it has given"
                          " so far: fetch the folder by hand") from None  # fmt: skip
    if not whole:
        raise SourceError(f"{pull.listing} gives a list that is cut short: fetch the folder by hand")
    if not found:
        raise SourceError(f"{pull.listing} names no file like {pull.names}: the folder may have moved")
    return sorted(found, key=lambda one: one.name)


def _months(today: date, number: int) -> list[tuple[int, int]]:
    """The last whole months, the oldest first."""
    last = today.year * 12 + today.month - 2
    return [(month // 12, month % 12 + 1) for month in range(last - number + 1, last + 1)]
