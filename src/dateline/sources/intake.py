"""What reading a file gives: its rows, and whatever was put aside, with the reason."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from dateline.sources.description import Description

Row = TypeVar("Row")
#: A value beyond this many times the greatest that is expected is a slip or another column, not a large figure.
BY_FAR = 10
#: Characters of a message: a cell of ten megabytes that cannot be read is not repeated whole.
_LONGEST = 300


class SourceError(Exception):
    """A file that cannot be read at all. The message is one line and says how to mend it."""

    def __init__(self, message: str) -> None:
        super().__init__(one_line(message))


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not taken over: `what` names the file or row, `why` is a clause for the reader. Both are one
    line, cut where they are long."""

    what: str
    why: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "what", one_line(self.what))
        object.__setattr__(self, "why", one_line(self.why))


@dataclass(frozen=True, slots=True)
class Intake(Generic[Row]):
    """The rows of one source. `skipped` were put aside; `notices` are oddities that changed nothing. `counted` is how
    many rows the file held, 0 where the source does not say."""

    rows: tuple[Row, ...]
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    counted: int = 0


def one_line(text: str) -> str:
    """`text` without line breaks or other control characters, cut at 300 characters."""
    shown = "".join(c if c.isprintable() else " " for c in text[: _LONGEST * 4])
    shown = " ".join(shown.split())
    return shown if len(shown) <= _LONGEST and len(text) <= _LONGEST * 4 else f"{shown[: _LONGEST - 4]} ..."


def out_of_range(where: str, field: str, value: float, description: Description) -> list[str]:
    """A notice where a value lies outside what its description expects of the field; the value is kept.

    Raises ValueError where it can be no such figure: not finite, below nought where the field has no such values, or
    more than ten times the greatest expected.
    """
    low, high = description.ranges[field]
    if not abs(value) < float("inf"):
        raise ValueError(f"{field} is {value}, no figure")
    if low >= 0 > value:
        raise ValueError(f"{field} is {value:,g}, less than nothing")
    if abs(value) > BY_FAR * max(abs(low), abs(high)):
        raise ValueError(f"{field} is {value:,g}, more than {BY_FAR} times what is expected (at most {high:,g})")
    return [] if low <= value <= high else [f"{where}: {field} {value:,g}, expected {low:,g} to {high:,g}"]


def plausible(day: date, description: Description) -> date:
    """The same day. Raises ValueError where it lies before anything the source tells of, or has not come yet."""
    if day < description.begins:
        raise ValueError(f"dated {day}, before this source begins ({description.begins})")
    if day > latest_day():
        raise ValueError(f"dated {day}, a day that has not come yet")
    return day


def latest_day() -> date:
    """The last day that a file may speak of as past: tomorrow, since the theatres lie in other time zones.

    DATELINE_TODAY (YYYY-MM-DD) stands for today where it is set, so that a file can be read as on another day.
    Raises SourceError where it is set to something else.
    """
    stated = os.environ.get("DATELINE_TODAY", "")
    try:
        today = date.fromisoformat(stated) if stated else date.today()
    except ValueError as fault:
        raise SourceError(f"DATELINE_TODAY is {stated!r}; write a day as YYYY-MM-DD, or unset it") from fault
    return min(today, date.max - timedelta(days=1)) + timedelta(days=1)
