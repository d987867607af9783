"""Calendar arithmetic for expressions of time: everything is resolved against the report's date, past by default."""

from __future__ import annotations

import datetime as dt
from typing import Final

from dateline.languages import en
from dateline.records.period import Granularity, Period

DAY: Final = dt.timedelta(days=1)


def month(year: int, number: int, ref: dt.date) -> Period:
    """The month, cut at the report's date where it is still running."""
    return _cut(Period(dt.date(year, number, 1), _next_month(year, number), "month"), ref)


def recent_month(number: int, ref: dt.date) -> Period:
    """The last month of that name that has begun."""
    return month(ref.year if number <= ref.month else ref.year - 1, number, ref)


def shifted_month(ref: dt.date, by: int) -> Period:
    """The whole month `by` months from the one that holds `ref`, cut at `ref` where it still runs."""
    index = ref.year * 12 + ref.month - 1 + by
    return month(index // 12, index % 12 + 1, ref)


def year(number: int, ref: dt.date) -> Period:
    return _cut(Period(dt.date(number, 1, 1), dt.date(number + 1, 1, 1), "year"), ref)


def week(ref: dt.date, by: int) -> Period:
    """The calendar week, Monday to Sunday, `by` weeks from the one that holds `ref`."""
    monday = ref - ref.weekday() * DAY + 7 * by * DAY
    return _cut(Period(monday, monday + 7 * DAY, "week"), ref)


def quarter(ref: dt.date, by: int) -> Period:
    """The calendar quarter `by` quarters from the one that holds `ref`."""
    index = ref.year * 4 + (ref.month - 1) // 3 + by
    return months_of_year(index // 4, 3 * (index % 4) + 1, 3, ref, "quarter")


def season(name: str, number: int, ref: dt.date) -> Period:
    """Meteorological season; a winter bears the year in which it begins."""
    first = en.SEASONS[name]
    start = dt.date(number, first, 1)
    return _cut(Period(start, _months_on(start, 3), "season"), ref)


def recent_season(name: str, ref: dt.date) -> Period:
    start = dt.date(ref.year, en.SEASONS[name], 1)
    return season(name, ref.year if start <= ref else ref.year - 1, ref)


def months_of_year(number: int, first: int, count: int, ref: dt.date, granularity: Granularity = "span") -> Period:
    start = dt.date(number, first, 1)
    return _cut(Period(start, _months_on(start, count), granularity), ref)


def rolling(ref: dt.date, count: int, unit: str) -> Period:
    """The last `count` days, weeks, months or years up to the report's date."""
    if unit in ("month", "year"):
        start = _months_on(ref, -count * (12 if unit == "year" else 1))
    else:
        start = ref - count * (7 if unit == "week" else 1) * DAY
    return Period(start + DAY, ref + DAY, "span")


def recent_day(month_number: int, day: int, ref: dt.date, future: bool = False) -> dt.date | None:
    """The last day of that name on or before `ref`; the next one where the sentence speaks of what is to come."""
    for number in (ref.year, ref.year + 1, ref.year + 2) if future else (ref.year, ref.year - 1, ref.year - 4):
        try:
            candidate = dt.date(number, month_number, day)
        except ValueError:
            continue
        if (candidate >= ref) if future else (candidate <= ref):
            return candidate
    return None


def recent_weekday(number: int, ref: dt.date) -> dt.date:
    """The same day or the last one before."""
    return ref - ((ref.weekday() - number) % 7) * DAY


def coming_weekday(number: int, ref: dt.date) -> dt.date:
    """The same day or the next one after."""
    return ref + ((number - ref.weekday()) % 7) * DAY


def day(year_number: int, month_number: int, number: int) -> dt.date | None:
    try:
        return dt.date(year_number, month_number, number)
    except ValueError:
        return None


def back(period: Period, unit: str, count: int = 1) -> Period:
    """The period of the same shape `count` units earlier: a month before May is April, whole even if May is cut."""
    if unit in ("day", "night"):
        return period.moved(-count, -count)
    if unit == "week":
        return period.moved(-7 * count, -7 * count)
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    if period.granularity in ("month", "quarter", "season", "half", "year") or period.start.day == 1:
        start = _months_on(period.start, -months)
        length = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12}.get(period.granularity)
        stop = _months_on(start, length) if length else _months_on(period.stop, -months)
        return Period(start, stop, period.granularity)
    start = _months_on(period.start, -months)
    if period.days < 28:  # a day stays a day where the earlier month is shorter
        return Period(start, start + period.days * DAY, period.granularity)
    return Period(start, _months_on(period.stop, -months), period.granularity)


def last_unit(period: Period, unit: str) -> Period:
    """The last month, week, night or year of a run of them."""
    last = period.last
    if unit == "month":
        return Period(last.replace(day=1), period.stop, "month")
    if unit == "year":
        return Period(last.replace(month=1, day=1), period.stop, "year")
    days = {"week": 7, "night": 1, "day": 1}.get(unit, period.days)
    granularity: Granularity = "week" if unit == "week" else "night" if unit in ("night", "day") else period.granularity
    return Period(period.stop - min(days, period.days) * DAY, period.stop, granularity)


def _months_on(start: dt.date, count: int) -> dt.date:
    index = start.year * 12 + start.month - 1 + count
    target = dt.date(index // 12, index % 12 + 1, 1)
    last = (_next_month(target.year, target.month) - DAY).day
    return target.replace(day=min(start.day, last))


def _next_month(number: int, month_number: int) -> dt.date:
    return dt.date(number + month_number // 12, month_number % 12 + 1, 1)


def _cut(period: Period, ref: dt.date) -> Period:
    if period.start <= ref < period.last:
        return Period(period.start, ref + DAY, period.granularity)
    return period
