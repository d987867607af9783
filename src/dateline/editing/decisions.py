"""What an editor decided about one claim, and where in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from dateline.records.claim import Quote


class EditingError(Exception):
    """One line that says which decision cannot be taken, and which values can."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the file. `mends` are keys of `mending.KEYS` with their values as written; `dismiss` is the reason
    for which the claim is put aside, None where it is not. `frame` and `quote.start` are the claim's when it was
    decided (None and -1 in an entry written by hand): they tell apart claims that share their words. `number` is the
    entry's place in the file, from 1."""

    quote: Quote
    mends: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    dismiss: str | None = None
    frame: str | None = None
    who: str = ""
    when: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions about one report, in the order of the file. `path` is where they are kept."""

    path: Path | None = None
    entries: tuple[Decision, ...] = ()
