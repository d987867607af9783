"""One reader a form of words: from a match of the grammar to the stretch of time that it means."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from dateline.extracting import dates
from dateline.extracting.numerals import number
from dateline.languages import en
from dateline.records.period import Granularity, Period

Kind = Literal["at", "since", "war", "shift", "that", "duration"]


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names `period`.

    kind "at": that period. "since": from the anchor to the report's date, `anchor` being what was named. "war": since
    the war began. "shift": `count` `unit`s before the claim's own period ("a year earlier"), or the same stretch
    of the year `anchor`. "that": the night or attack named before. "duration": `count` `unit`s with no place in
    time. `speech` marks the
    day on which someone spoke, which is the figure's day only where the sentence names no other.
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


@dataclass(frozen=True, slots=True)
class Context:
    ref: dt.date
    war_start: dt.date
    future: bool


Reader = Callable[[re.Match[str], Context], Mention | None]


def day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def month_number(text: str) -> int:
    return en.MONTHS[text.lower().rstrip(".")]


def at(match: re.Match[str], period: Period | None, unit: str = "", weekday: str = "") -> Mention | None:
    return Mention(match.start(), match.end(), "at", period, unit=unit, weekday=weekday) if period is not None else None


def resolve_day(month: str, day: str, year: str | None, context: Context) -> dt.date | None:
    if year:
        return dates.day(int(year), month_number(month), day_number(day))
    return dates.recent_day(month_number(month), day_number(day), context.ref, context.future)


def date_of(granularity: Granularity) -> Reader:
    def read(match: re.Match[str], context: Context) -> Mention | None:
        parts = match.groupdict()
        day = resolve_day(parts["month"], parts["day"], parts.get("year"), context)
        if day is None:
            return None
        return at(match, Period.of_day(day, granularity), weekday=parts.get("weekday") or "")

    return read


def day_range(night: bool) -> Reader:
    def read(match: re.Match[str], context: Context) -> Mention | None:
        parts = match.groupdict()
        last = resolve_day(parts.get("month2") or parts["month"], parts["day2"], parts.get("year"), context)
        if last is None:
            return None
        if night:
            return at(match, Period.of_day(last, "night"), unit="range")
        first = dates.day(int(parts["year1"] or 0) or last.year, month_number(parts["month"]), day_number(parts["day"]))
        if first is not None and first > last:
            first = dates.day(last.year - 1, first.month, first.day)
        return at(match, Period.through(first, last)) if first is not None and first <= last else None

    return read


def overnight_weekday(match: re.Match[str], context: Context) -> Mention | None:
    name = match.groupdict().get("to") or match["weekday"]
    day = dates.recent_weekday(en.WEEKDAYS.index(name.lower()), context.ref)
    unit = "range" if match.groupdict().get("to") or match.groupdict().get("into") else ""
    return at(match, Period.of_day(day, "night"), unit=unit)


def overnight(match: re.Match[str], context: Context) -> Mention | None:
    return at(match, Period.of_day(context.ref, "night"), unit="overnight")


def weekday(match: re.Match[str], context: Context) -> Mention | None:
    ref = context.ref - dates.DAY if match["last"] else context.ref
    day = dates.recent_weekday(en.WEEKDAYS.index(match["weekday"].lower()), ref)
    night = bool(match.groupdict().get("night"))
    return at(match, Period.of_day(day, "night" if night else "day"))


def month_range(match: re.Match[str], context: Context) -> Mention | None:
    parts = match.groupdict()
    last = (
        dates.month(int(parts["year2"]), month_number(parts["month2"]), context.ref)
        if parts["year2"]
        else dates.recent_month(month_number(parts["month2"]), context.ref)
    )
    number_of_year = int(parts["year1"]) if parts["year1"] else last.start.year
    first = dt.date(number_of_year, month_number(parts["month1"]), 1)
    if first > last.start:
        first = first.replace(year=first.year - 1)
    return at(match, Period(first, last.stop))


def month(match: re.Match[str], context: Context) -> Mention | None:
    parts, ref = match.groupdict(), context.ref
    number_of_month = month_number(parts["month"])
    which = (parts.get("which") or "").lower()
    if parts.get("year"):
        period = dates.month(int(parts["year"]), number_of_month, ref)
    elif parts.get("of"):
        period = dates.month(ref.year - (1 if parts["of"] in ("last", "the previous") else 0), number_of_month, ref)
    else:
        period = dates.recent_month(number_of_month, ref)
        ahead = re.search(r"\b(?:by|until|through|before)(?: the end of)? $", match.string[: match.start()])
        if context.future and ahead and period.last < ref:
            period = dates.month(period.start.year + 1, number_of_month, ref)
        if which == "last" and period.contains(ref):
            period = dates.month(period.start.year - 1, number_of_month, ref)
    part = (parts.get("part") or "").lower()
    return at(match, part_of_month(period, part))


def part_of_month(period: Period, part: str) -> Period:
    if not part:
        return period
    part = part.rstrip("-")
    first = {"mid": 10, "middle": 10, "late": 20, "end": 25}.get(
        part.rsplit(maxsplit=1)[-1] if part != "mid-" else "mid", 0
    )
    if "end" in part:
        return Period.of_day(period.last)
    length = {"mid": 10, "middle": 10}.get(part, 31 if first else 10)
    start = period.start + first * dates.DAY
    stop = min(start + length * dates.DAY, period.stop) if start < period.stop else period.stop
    return Period(min(start, period.last), stop) if stop > min(start, period.last) else period


def relative(match: re.Match[str], context: Context) -> Mention | None:
    which, unit, ref = match["which"].lower(), match["unit"].lower(), context.ref
    by = 0 if which in ("this", "the current", "current") else -1
    if which == "next":
        return Mention(match.start(), match.end(), "duration", unit=unit)
    if unit == "month":
        rolling = which.split()[-1] == "past" and ref.day > 5
        return at(match, dates.rolling(ref, 1, "month") if rolling else dates.shifted_month(ref, by))
    if unit == "year":
        # In the first days of January "the past year" is the one just ended.
        past = which.split()[-1] == "past" and ref.timetuple().tm_yday > 10
        return at(match, dates.rolling(ref, 1, "year") if past else dates.year(ref.year + by, ref))
    if unit in ("week", "weekend"):
        period = dates.rolling(ref, 7, "day") if which.split()[-1] == "past" else dates.week(ref, by)
        if unit == "weekend":
            saturday = dates.recent_weekday(5, ref)
            period = Period(saturday, saturday + 2 * dates.DAY)
        return at(match, replace(period, granularity="week") if unit == "week" else period)
    if unit == "quarter":
        first = 3 * ((ref.month - 1) // 3) + 1
        period = dates.months_of_year(ref.year, first, 3, ref, "quarter")
        return at(match, period if by == 0 else dates.back(period, "quarter"))
    night = unit == "night"
    day = ref + (by + 1 if night else by) * dates.DAY if which != "last" or night else ref + by * dates.DAY
    return at(match, Period.of_day(day, "night" if night else "day"))


def rolling(match: re.Match[str], context: Context) -> Mention | None:
    count, unit = match["count"].lower(), match["unit"].lower()
    if count in ("several", "few"):
        return Mention(match.start(), match.end(), "duration", unit=unit)
    amount = int(count) if count.isdigit() else int(number(count) or 1)
    if unit == "hour":
        return at(match, Period.of_day(context.ref)) if amount <= 24 else None
    if not 0 < amount < 400:
        return None
    return at(match, dates.rolling(context.ref, amount, "day" if unit == "night" else unit))


def first_of(match: re.Match[str], context: Context) -> Mention | None:
    ref = context.ref
    year = (
        int(match["year"])
        if match["year"]
        else ref.year - (1 if (match["of"] or "").startswith(("last", "the previous")) else 0)
    )
    unit, which = match["unit"].lower(), match["which"].lower()
    count = int(number(match["count"] or "one") or 1)
    if unit == "half":
        return at(match, dates.months_of_year(year, 1 if which == "first" else 7, 6, ref, "half"))
    if unit == "quarter":
        return at(match, dates.months_of_year(year, 1 + 3 * (en.ORDINALS.get(which, 1) - 1), 3, ref, "quarter"))
    if unit == "month" and count <= 12:
        return at(match, dates.months_of_year(year, 1 if which == "first" else 13 - count, count, ref))
    return None


def season(match: re.Match[str], context: Context) -> Mention | None:
    name, which = match["season"].lower(), (match["which"] or "").lower()
    if match["year"]:
        return at(match, dates.season(name, int(match["year"]), context.ref))
    if not which:
        return None
    if which == "this":
        running = dates.recent_season(name, context.ref)
        if running.contains(context.ref):
            return at(match, running)
        start = dt.date(context.ref.year, en.SEASONS[name], 1)
        return at(match, dates.season(name, start.year, context.ref))
    period = dates.recent_season(name, context.ref)
    return at(match, dates.back(period, "year") if period.contains(context.ref) else period)


def year(match: re.Match[str], context: Context) -> Mention | None:
    number_of_year = int(match["year"])
    return (
        at(match, dates.year(number_of_year, context.ref)) if 2000 <= number_of_year <= context.ref.year + 10 else None
    )


def new_year(match: re.Match[str], context: Context) -> Mention | None:
    return at(match, Period.of_day(dt.date(context.ref.year, 1, 1)))


def this_year(match: re.Match[str], context: Context) -> Mention | None:
    return at(match, dates.year(context.ref.year, context.ref))


def several(match: re.Match[str], context: Context) -> Mention | None:
    """ "January 9, 20 and 24": several days, of which a figure is of one or of all; the text does not say."""
    return Mention(match.start(), match.end(), "duration", unit="dates")


def week_to(match: re.Match[str], context: Context) -> Mention | None:
    """ "the week to Sunday", "the seven days ending on November 16"."""
    parts = match.groupdict()
    if parts.get("on"):
        last: dt.date | None = dates.recent_weekday(en.WEEKDAYS.index(parts["on"].lower()), context.ref)
    else:
        last = resolve_day(parts["month"], parts["day"], parts.get("year"), context)
    if last is None:
        return None
    count = int(number(parts.get("count") or "7") or 7)
    return at(match, Period.through(last - (count - 1) * dates.DAY, last, "week"))


def half_of_month(match: re.Match[str], context: Context) -> Mention | None:
    number_of_month = month_number(match["month"])
    period = (
        dates.month(int(match["year"]), number_of_month, context.ref)
        if match["year"]
        else dates.recent_month(number_of_month, context.ref)
    )
    middle = period.start + 15 * dates.DAY
    if "half1" in match.groupdict():
        return at(match, Period(period.start, min(middle, period.stop)))
    return at(match, Period(middle, period.stop)) if middle < period.stop else None


def days_of_month(match: re.Match[str], context: Context) -> Mention | None:
    """ "the last two weeks of October"."""
    count = number(match["count"]) if match["count"] else 1.0
    number_of_month = month_number(match["month"])
    whole = (
        dates.month(int(match["year"]), number_of_month, context.ref)
        if match["year"]
        else dates.recent_month(number_of_month, context.ref)
    )
    length = int(count or 0) * (7 if match["unit"].lower() == "week" else 1)
    if not 0 < length <= whole.days:
        return None
    which = en.ORDINALS.get(match["which"].lower())
    if which is not None:
        start = whole.start + (which - 1) * length * dates.DAY
        return at(match, Period(start, start + length * dates.DAY)) if start < whole.stop else None
    return at(match, Period(whole.stop - length * dates.DAY, whole.stop))


def two_days(match: re.Match[str], context: Context) -> Mention | None:
    """ "on Friday and Saturday": both days, where one follows the other."""
    first, last = (
        dates.recent_weekday(en.WEEKDAYS.index(match[name].lower()), context.ref) for name in ("weekday", "to")
    )
    return at(match, Period.through(first, last)) if last - first == dates.DAY else several(match, context)


def month_list(match: re.Match[str], context: Context) -> Mention | None:
    """ "in September, October and November": all of them, where they follow one another."""
    names = re.findall(r"[A-Z][a-z]+\.?", match.group())
    numbers = [month_number(name) for name in names]
    if any((b - a) % 12 != 1 for a, b in itertools.pairwise(numbers)):
        return several(match, context)
    year_named = re.search(r"\d{4}$", match.group())
    last = (
        dates.month(int(year_named.group()), numbers[-1], context.ref)
        if year_named
        else dates.recent_month(numbers[-1], context.ref)
    )
    return at(match, Period(dates.back(last, "month", len(numbers) - 1).start, last.stop))


def months_to(match: re.Match[str], context: Context) -> Mention | None:
    """ "the four months to August"."""
    number_of_month = month_number(match["month"])
    last = (
        dates.month(int(match["year"]), number_of_month, context.ref)
        if match["year"]
        else dates.recent_month(number_of_month, context.ref)
    )
    count = int(number(match["count"]) or 1)
    return at(match, Period(dates.back(last, "month", count - 1).start, last.stop)) if 1 < count <= 36 else None


def two_months(match: re.Match[str], context: Context) -> Mention | None:
    """ "in July and August": both, where one follows the other."""
    year_number = int(match["year2"]) if match["year2"] else None
    first, last = (month_number(match[name]) for name in ("month1", "month2"))
    if last - first not in (1, -11):
        return several(match, context)
    after = dates.month(year_number, last, context.ref) if year_number else dates.recent_month(last, context.ref)
    return at(match, Period(dates.back(after, "month").start, after.stop))


def war(match: re.Match[str], context: Context) -> Mention | None:
    stop = max(context.ref, context.war_start) + dates.DAY
    kind: Kind = "since" if match.group().lower().startswith("since") else "war"
    return Mention(match.start(), match.end(), kind, Period(context.war_start, stop))


def shift(match: re.Match[str], context: Context) -> Mention | None:
    unit = (match.groupdict().get("by") or match.groupdict().get("unit") or "year").lower().rstrip("s")
    unit = "year" if unit == "weekend" else unit
    count, stated = match.groupdict().get("count"), match.groupdict().get("year")
    anchor = dates.year(int(stated), context.ref) if stated else None
    return Mention(match.start(), match.end(), "shift", None, anchor, int(number(count) or 1) if count else 1, unit)


def that(match: re.Match[str], context: Context) -> Mention | None:
    return Mention(match.start(), match.end(), "that", unit=(match.groupdict().get("unit") or "").lower())


def end_of(match: re.Match[str], context: Context) -> Mention | None:
    return Mention(match.start(), match.end(), "that", unit=f"end of {match['unit'].lower()}")


def duration(match: re.Match[str], context: Context) -> Mention | None:
    return Mention(match.start(), match.end(), "duration", unit=match["unit"].lower())


def fixed(days_back: int, granularity: Granularity = "day") -> Reader:
    def read(match: re.Match[str], context: Context) -> Mention | None:
        return at(match, Period.of_day(context.ref - days_back * dates.DAY, granularity))

    return read


def new_years_eve(match: re.Match[str], context: Context) -> Mention | None:
    day = dates.recent_day(12, 31, context.ref)
    return at(match, Period.of_day(day, "night")) if day is not None else None


def range_dmy(match: re.Match[str], context: Context) -> Mention | None:
    parts = match.groupdict()
    last = resolve_day(parts["month2"], parts["day2"], parts["year"], context)
    if last is None:
        return None
    first = dates.day(last.year, month_number(parts["month"] or parts["month2"]), day_number(parts["day"]))
    night = bool(re.search(r"night (?:of|from|between) $", match.string[: match.start()], re.IGNORECASE))
    if night:
        return at(match, Period.of_day(last, "night"), unit="range")
    return at(match, Period.through(first, last)) if first is not None and first <= last else None
