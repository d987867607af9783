"""The questions of a brief: figures of one theatre for one period, as known on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateline import desk
from dateline.figures import Figure, FigureError
from dateline.figures.parts import granularity
from dateline.ledgers import Ledgers
from dateline.ledgers.producers import Producer
from dateline.records.period import Period
from dateline.theatres.loader import Theatre

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Desk:
    """What the sections ask of. `when` is the period as a sentence begins with it ("In August 2025")."""

    theatre: Theatre
    ledgers: Ledgers
    period: Period
    as_of: date

    @property
    def when(self) -> str:
        return opening(self.period)

    @property
    def before(self) -> Period:
        """The period before, of the same kind: the month before a month, else as many days."""
        if self.period.granularity == "month":
            last = self.period.start - timedelta(days=1)
            return Period.through(last.replace(day=1), last, "month")
        start = self.period.start - timedelta(days=self.period.days)
        return Period.through(start, self.period.start - timedelta(days=1), self.period.granularity)

    def ask(self, measure: str, period: Period | None = None, **options: Any) -> Figure | None:
        """The figure, None where no ledger answers or what it holds may not leave this machine."""
        span = period or self.period
        try:
            found = desk.figure(
                measure, span.start, span.last, as_of=self.as_of, theatre=self.theatre.id, **options
            )  # fmt: skip
        except FigureError:
            return None
        return None if found.withheld else found

    def producer(self, figure: Figure) -> Producer:
        return self.ledgers.producers[figure.readings[0].producer]


def opening(period: Period) -> str:
    """The period at the start of a sentence, in words that leave no doubt which days are meant."""
    if period.granularity == "month":
        return f"In {month(period.start)}"
    return f"On {day(period.start)}" if period.days == 1 else f"From {span(period)}"


def inside(period: Period) -> str:
    """The same further on in a sentence."""
    words = opening(period)
    return words[0].lower() + words[1:]


def month(value: date) -> str:
    return f"{_MONTHS[value.month - 1]} {value.year}"


def day(value: date, *, year: bool = True) -> str:
    words = f"{value.day} {_MONTHS[value.month - 1]}"
    return f"{words} {value.year}" if year else words


def span(period: Period) -> str:
    """4 to 10 August 2025; 28 July to 3 August 2025."""
    start, last = period.start, period.last
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day} to {day(last)}"
    return f"{day(start, year=start.year != last.year)} to {day(last)}"


def trailing(period: Period, count: int) -> tuple[Period, str]:
    """The last `count` periods of this one's kind up to its end, and how a figure parts them; days for odd spans."""
    if period.granularity == "month":
        start = period.start
        for _ in range(count - 1):
            start = (start - timedelta(days=1)).replace(day=1)
        return Period.through(start, period.last), "month"
    if period.days == 7 and period.start.weekday() == 0:
        return Period.through(period.start - timedelta(weeks=count - 1), period.last), "week"
    return period, "day"


def whole(start: date, last: date) -> Period:
    """The period from `start` to `last`, both inclusive; a calendar month knows that it is one."""
    return Period.through(start, last, granularity(start, last))


def listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def credit(producer: Producer) -> str:
    """The producer as a sentence names it, with its standing where it has a side."""
    parties = {"party": ", a party to the war", "aligned": ", which takes a side"}
    return f"according to {producer.name}{parties.get(producer.standing, '')}"
