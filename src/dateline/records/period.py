"""A stretch of days. Inside, intervals are half-open; what people read has an inclusive end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Granularity = Literal["day", "night", "week", "month", "quarter", "season", "half", "year", "span"]


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` up to and not including `stop`, in the theatre's own time zone.

    `granularity` is the unit in which the text speaks ("in April" is a month, "since November" a span).
    A night is the one day on which its bulletin's window ends.
    """

    start: date
    stop: date
    granularity: Granularity = "span"

    def __post_init__(self) -> None:
        if self.stop <= self.start:
            raise ValueError(f"a period must end after it starts: {self.start} to {self.stop}")

    @classmethod
    def of_day(cls, day: date, granularity: Granularity = "day") -> Period:
        return cls(day, day + timedelta(days=1), granularity)

    @classmethod
    def through(cls, start: date, last: date, granularity: Granularity = "span") -> Period:
        """The period whose last day is `last`, both ends inclusive."""
        return cls(start, last + timedelta(days=1), granularity)

    @property
    def last(self) -> date:
        """The last day inside the period."""
        return self.stop - timedelta(days=1)

    @property
    def days(self) -> int:
        return (self.stop - self.start).days

    def contains(self, day: date) -> bool:
        return self.start <= day < self.stop

    def overlaps(self, other: Period) -> bool:
        return self.start < other.stop and other.start < self.stop

    def moved(self, start: int = 0, stop: int = 0) -> Period:
        """The same period with its ends moved by so many days."""
        return replace(self, start=self.start + timedelta(days=start), stop=self.stop + timedelta(days=stop))

    def __str__(self) -> str:
        return f"{self.start}" if self.days == 1 else f"{self.start} to {self.last}"
