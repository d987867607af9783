"""What an expression of time says, and the shape of a rule that reads one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dateline.extracting.patterns import when_asked
from dateline.records.period import Period

Kind = Literal["at", "within", "since", "war", "shift", "ago", "later", "that", "duration", "vague"]


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names `period`.

    kind "at": that period. "within": some time in it ("earlier this month"), so that no figure is of the whole.
    "since": from the anchor to the report's date, `anchor` being what was named. "war": since the war began.
    "shift": `count` `unit`s before the claim's own period ("a year earlier"), or the same stretch of the year `anchor`.
    "ago": about so many before the report's day, where nothing is compared. "later": `count` `unit`s after a time that
    other words name. "that": the night or attack named before. "duration": `count` `unit`s with no place in time.
    "vague": the `unit` "past", "present" or "future" and no more ("recently", "now"), which dates no figure.

    For kind "at", `unit` is the larger stretch of which the words name a vague part ("early August": "month"), a
    "decade" or a "century", or how a night was named. `speech` marks the day on which someone spoke, which is the
    figure's day only where the sentence names no other. `weekday` is the weekday that the text puts on a full date.
    `guessed`: another year than the one taken may be meant, so that nothing is refuted by it.
    """

    start: int
    end: int
    kind: Kind
    period: Period | None = None
    anchor: Period | None = None
    count: int = 1
    unit: str = ""
    speech: bool = False
    weekday: str = ""
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader knows besides its words. `future`: the sentence as a whole speaks of what is to come."""

    ref: dt.date
    war_start: dt.date
    future: bool


Reader = Callable[[re.Match[str], Context], Mention | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of words. `first` are the words it may begin with, in lower case, "0" for any number; `needs` are the
    families of time words without one of which it cannot match: most rules are never tried on most sentences.
    `source` is what `pattern` is compiled from when it is first tried."""

    first: frozenset[str]
    needs: int
    source: str
    pattern: re.Pattern[str]
    read: Reader


def rule(first: str, needs: int, pattern: str, read: Reader) -> Rule:
    """`pattern` is tried where a word begins and must end where one ends."""
    source = rf"(?:{pattern})(?!\w)"
    return Rule(frozenset(first.split()), needs, source, when_asked(source), read)


def at(match: re.Match[str], period: Period | None, unit: str = "", weekday: str = "") -> Mention | None:
    """The period that the words name, or nothing where they name none."""
    return Mention(match.start(), match.end(), "at", period, unit=unit, weekday=weekday) if period is not None else None


def duration(match: re.Match[str], context: Context) -> Mention | None:
    """A stretch without a place in time: "in two days"."""
    return Mention(match.start(), match.end(), "duration", unit=match["unit"].lower())


def several(match: re.Match[str], context: Context) -> Mention | None:
    """ "January 9, 20 and 24": several days, of which a figure is of one or of all; the text does not say."""
    return Mention(match.start(), match.end(), "duration", unit="dates")
