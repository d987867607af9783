"""Expressions of time in a sentence, resolved against the report's date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from dateline.extracting import dates
from dateline.extracting.numerals import number
from dateline.languages import en
from dateline.records.period import Granularity, Period

Kind = Literal["at", "since", "war", "shift", "that", "duration"]


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` names `period`.

    kind "at": that period. "since": from the anchor to the report's date, `anchor` being what was named. "war": since
    the war began. "shift": `count` `unit`s before the claim's own period ("a year earlier"), or the same stretch of the year `anchor`.
    "that": the night or attack named before. "duration": `count` `unit`s with no place in time. `speech` marks the
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
class _Context:
    ref: dt.date
    war_start: dt.date
    future: bool


Reader = Callable[[re.Match[str], _Context], Mention | None]
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b))"
)
_DAY: Final = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d"
_WEEKDAY: Final = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_TO: Final = r"(?:\s?[-–—]\s?|\s(?:to|and|into|through|until|till)\s)"
_UNIT: Final = r"(?P<unit>day|night|week|weekend|month|quarter|year)"
_COUNT: Final = r"(?P<count>\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few)"
_WAR: Final = r"(?:full-scale |large-scale |all-out |Russian |Russia's |whole |entire )*(?:war|invasion|conflict|fighting|hostilities)"


def mentions(text: str, ref: dt.date, war_start: dt.date, future: bool = False) -> list[Mention]:
    """Expressions of time in `text`, in order, none overlapping. `future` lets a bare date lie ahead."""
    context = _Context(ref, war_start, future)
    found: list[Mention] = []
    for pattern, read in _GRAMMAR:
        for match in pattern.finditer(text):
            if any(m.start < match.end() and match.start() < m.end for m in found):
                continue
            mention = read(match, context)
            if mention is not None:
                found.append(mention)
    found = [_in_words_around(text, m, context) for m in sorted(found, key=lambda m: m.start)]
    return _overnight_on(found, text)


_SINCE = re.compile(
    r"\bsince (?:at least |about |around |the (?:end|start|beginning) of |the |in |early |late |mid-?)?$", re.IGNORECASE
)
_SPEECH = re.compile(
    rf"\b(?:{en.SPEECH}|report|statement|post|bulletin|interview|speech|briefing)(?: \w+){{0,2}}? (?:on |in a \w+ on |late |early )?$",
    re.IGNORECASE,
)


_UTTERANCE = re.compile(r"(?:['’]s)? (?:evening |morning |nightly |daily |regular )?(?:report|statement|post|bulletin|briefing|update|interview|address|message|summary|article)\b")


def _in_words_around(text: str, mention: Mention, context: _Context) -> Mention:
    """Turns a plain period into "since" or the day of an utterance, by the words right before it."""
    before = text[max(0, mention.start - 40) : mention.start]
    since = _SINCE.search(before)
    if since is not None and mention.kind == "at" and mention.period is not None:
        anchor = mention.period
        start = (
            anchor.stop
            if re.match(r" (?:ended|was over)", text[mention.end :]) or "end of" in since.group()
            else anchor.start
        )
        stop = max(context.ref + dates.DAY, start + dates.DAY)
        return replace(
            mention, start=mention.start - len(since.group()), kind="since", anchor=anchor, period=Period(start, stop)
        )
    day_long = mention.period is not None and mention.period.days == 1 and mention.period.granularity == "day"
    if mention.kind == "at" and day_long and (_SPEECH.search(before) or _UTTERANCE.match(text[mention.end :])):
        return replace(mention, speech=True)
    return mention


def _overnight_on(found: list[Mention], text: str) -> list[Mention]:
    """A bare "overnight" in a sentence that names one day is the night that ends on it."""
    days = [
        m for m in found if m.kind == "at" and m.period is not None and m.period.days == 1 and m.unit != "overnight"
    ]
    if len(days) != 1 or days[0].period is None:
        return found
    night = Period(days[0].period.start, days[0].period.stop, "night")
    return [replace(m, period=night) if m.unit == "overnight" else m for m in found]


def _day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _month_number(text: str) -> int:
    return en.MONTHS[text.lower().rstrip(".")]


def _at(match: re.Match[str], period: Period | None, unit: str = "", weekday: str = "") -> Mention | None:
    return Mention(match.start(), match.end(), "at", period, unit=unit, weekday=weekday) if period is not None else None


def _resolve_day(month: str, day: str, year: str | None, context: _Context) -> dt.date | None:
    if year:
        return dates.day(int(year), _month_number(month), _day_number(day))
    return dates.recent_day(_month_number(month), _day_number(day), context.ref, context.future)


def _date(granularity: Granularity) -> Reader:
    def read(match: re.Match[str], context: _Context) -> Mention | None:
        parts = match.groupdict()
        day = _resolve_day(parts["month"], parts["day"], parts.get("year"), context)
        if day is None:
            return None
        return _at(match, Period.of_day(day, granularity), weekday=parts.get("weekday") or "")

    return read


def _day_range(night: bool) -> Reader:
    def read(match: re.Match[str], context: _Context) -> Mention | None:
        parts = match.groupdict()
        last = _resolve_day(parts.get("month2") or parts["month"], parts["day2"], parts.get("year"), context)
        if last is None:
            return None
        if night:
            return _at(match, Period.of_day(last, "night"), unit="range")
        first = dates.day(
            int(parts["year1"] or 0) or last.year, _month_number(parts["month"]), _day_number(parts["day"])
        )
        if first is not None and first > last:
            first = dates.day(last.year - 1, first.month, first.day)
        return _at(match, Period.through(first, last)) if first is not None and first <= last else None

    return read


def _overnight_weekday(match: re.Match[str], context: _Context) -> Mention | None:
    name = match.groupdict().get("to") or match["weekday"]
    day = dates.recent_weekday(en.WEEKDAYS.index(name.lower()), context.ref)
    unit = "range" if match.groupdict().get("to") or match.groupdict().get("into") else ""
    return _at(match, Period.of_day(day, "night"), unit=unit)


def _overnight(match: re.Match[str], context: _Context) -> Mention | None:
    return _at(match, Period.of_day(context.ref, "night"), unit="overnight")


def _weekday(match: re.Match[str], context: _Context) -> Mention | None:
    ref = context.ref - dates.DAY if match["last"] else context.ref
    day = dates.recent_weekday(en.WEEKDAYS.index(match["weekday"].lower()), ref)
    night = bool(match.groupdict().get("night"))
    return _at(match, Period.of_day(day, "night" if night else "day"))


def _month_range(match: re.Match[str], context: _Context) -> Mention | None:
    parts = match.groupdict()
    last = (
        dates.month(int(parts["year2"]), _month_number(parts["month2"]), context.ref)
        if parts["year2"]
        else dates.recent_month(_month_number(parts["month2"]), context.ref)
    )
    number_of_year = int(parts["year1"]) if parts["year1"] else last.start.year
    first = dt.date(number_of_year, _month_number(parts["month1"]), 1)
    if first > last.start:
        first = first.replace(year=first.year - 1)
    return _at(match, Period(first, last.stop))


def _month(match: re.Match[str], context: _Context) -> Mention | None:
    parts, ref = match.groupdict(), context.ref
    number_of_month = _month_number(parts["month"])
    which = (parts.get("which") or "").lower()
    if parts.get("year"):
        period = dates.month(int(parts["year"]), number_of_month, ref)
    elif parts.get("of"):
        period = dates.month(ref.year - (1 if parts["of"] in ("last", "the previous") else 0), number_of_month, ref)
    else:
        period = dates.recent_month(number_of_month, ref)
        if which == "last" and period.contains(ref):
            period = dates.month(period.start.year - 1, number_of_month, ref)
    part = (parts.get("part") or "").lower()
    return _at(match, _part_of_month(period, part))


def _part_of_month(period: Period, part: str) -> Period:
    if not part:
        return period
    first = {"mid": 10, "middle": 10, "late": 20, "end": 25}.get(part.rsplit(maxsplit=1)[-1] if part != "mid-" else "mid", 0)
    if "end" in part:
        return Period.of_day(period.last)
    length = {"mid": 10, "middle": 10}.get(part, 31 if first else 10)
    start = period.start + first * dates.DAY
    stop = min(start + length * dates.DAY, period.stop) if start < period.stop else period.stop
    return Period(min(start, period.last), stop) if stop > min(start, period.last) else period


def _relative(match: re.Match[str], context: _Context) -> Mention | None:
    which, unit, ref = match["which"].lower(), match["unit"].lower(), context.ref
    by = 0 if which in ("this", "the current", "current") else -1
    if which == "next":
        return Mention(match.start(), match.end(), "duration", unit=unit)
    if unit == "month":
        rolling = which.split()[-1] == "past" and ref.day > 5
        return _at(match, dates.rolling(ref, 1, "month") if rolling else dates.shifted_month(ref, by))
    if unit == "year":
        # In the first days of January "the past year" is the one just ended.
        past = which.split()[-1] == "past" and ref.timetuple().tm_yday > 10
        return _at(match, dates.rolling(ref, 1, "year") if past else dates.year(ref.year + by, ref))
    if unit in ("week", "weekend"):
        period = dates.rolling(ref, 7, "day") if which.split()[-1] == "past" else dates.week(ref, by)
        if unit == "weekend":
            saturday = dates.recent_weekday(5, ref)
            period = Period(saturday, saturday + 2 * dates.DAY)
        return _at(match, replace(period, granularity="week") if unit == "week" else period)
    if unit == "quarter":
        first = 3 * ((ref.month - 1) // 3) + 1
        period = dates.months_of_year(ref.year, first, 3, ref, "quarter")
        return _at(match, period if by == 0 else dates.back(period, "quarter"))
    night = unit == "night"
    day = ref + (by + 1 if night else by) * dates.DAY if which != "last" or night else ref + by * dates.DAY
    return _at(match, Period.of_day(day, "night" if night else "day"))


def _rolling(match: re.Match[str], context: _Context) -> Mention | None:
    count, unit = match["count"].lower(), match["unit"].lower()
    if count in ("several", "few"):
        return Mention(match.start(), match.end(), "duration", unit=unit)
    amount = int(count) if count.isdigit() else int(number(count) or 1)
    if unit == "hour":
        return _at(match, Period.of_day(context.ref, "day" if amount <= 24 else "day")) if amount <= 24 else None
    if not 0 < amount < 400:
        return None
    return _at(match, dates.rolling(context.ref, amount, "day" if unit == "night" else unit))


def _first_of(match: re.Match[str], context: _Context) -> Mention | None:
    ref = context.ref
    year = (
        int(match["year"])
        if match["year"]
        else ref.year - (1 if (match["of"] or "").startswith(("last", "the previous")) else 0)
    )
    unit, which = match["unit"].lower(), match["which"].lower()
    count = int(number(match["count"] or "one") or 1)
    if unit == "half":
        return _at(match, dates.months_of_year(year, 1 if which == "first" else 7, 6, ref, "half"))
    if unit == "quarter":
        return _at(match, dates.months_of_year(year, 1 + 3 * (en.ORDINALS.get(which, 1) - 1), 3, ref, "quarter"))
    if unit == "month" and count <= 12:
        return _at(match, dates.months_of_year(year, 1 if which == "first" else 13 - count, count, ref))
    return None


def _season(match: re.Match[str], context: _Context) -> Mention | None:
    name, which = match["season"].lower(), (match["which"] or "").lower()
    if match["year"]:
        return _at(match, dates.season(name, int(match["year"]), context.ref))
    if not which:
        return None
    if which == "this":
        start = dt.date(context.ref.year, en.SEASONS[name], 1)
        return _at(match, dates.season(name, start.year, context.ref))
    period = dates.recent_season(name, context.ref)
    return _at(match, dates.back(period, "year") if period.contains(context.ref) else period)


def _year(match: re.Match[str], context: _Context) -> Mention | None:
    number_of_year = int(match["year"])
    return (
        _at(match, dates.year(number_of_year, context.ref)) if 2000 <= number_of_year <= context.ref.year + 10 else None
    )


def _war(match: re.Match[str], context: _Context) -> Mention | None:
    stop = max(context.ref, context.war_start) + dates.DAY
    return Mention(match.start(), match.end(), "war", Period(context.war_start, stop))


def _shift(match: re.Match[str], context: _Context) -> Mention | None:
    unit = (match.groupdict().get("by") or match.groupdict().get("unit") or "year").lower().rstrip("s")
    unit = "year" if unit == "weekend" else unit
    count, stated = match.groupdict().get("count"), match.groupdict().get("year")
    anchor = dates.year(int(stated), context.ref) if stated else None
    return Mention(match.start(), match.end(), "shift", None, anchor, int(number(count) or 1) if count else 1, unit)


def _that(match: re.Match[str], context: _Context) -> Mention | None:
    return Mention(match.start(), match.end(), "that", unit=(match.groupdict().get("unit") or "").lower())


def _end_of(match: re.Match[str], context: _Context) -> Mention | None:
    return Mention(match.start(), match.end(), "that", unit=f"end of {match['unit'].lower()}")


def _duration(match: re.Match[str], context: _Context) -> Mention | None:
    return Mention(match.start(), match.end(), "duration", unit=match["unit"].lower())


def _fixed(days_back: int, granularity: Granularity = "day") -> Reader:
    def read(match: re.Match[str], context: _Context) -> Mention | None:
        return _at(match, Period.of_day(context.ref - days_back * dates.DAY, granularity))

    return read


def _new_years_eve(match: re.Match[str], context: _Context) -> Mention | None:
    day = dates.recent_day(12, 31, context.ref)
    return _at(match, Period.of_day(day, "night")) if day is not None else None


_DATE_MDY: Final = (
    rf"(?:(?P<weekday>{_WEEKDAY}),? )?(?P<month>{_MONTH}) (?P<day>{_DAY})(?!\d|[,.]\d)(?:,? (?P<year>{_YEAR}))?"
)
_DATE_DMY: Final = (
    rf"(?:(?P<weekday>{_WEEKDAY}),? )?(?P<day>{_DAY}) (?:of )?(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?"
)
_RANGE: Final = rf"(?P<month>{_MONTH}) (?P<day>{_DAY})(?:,? (?P<year1>{_YEAR}))?{_TO}(?:(?P<month2>{_MONTH}) )?(?P<day2>{_DAY})(?!\d)(?:,? (?P<year>{_YEAR}))?"
_RANGE_DMY: Final = rf"(?P<day>{_DAY})(?: (?P<month>{_MONTH}))?(?:,? (?P<year1>{_YEAR}))?{_TO}(?P<day2>{_DAY}) (?P<month2>{_MONTH})(?:,? (?P<year>{_YEAR}))?"


def _range_dmy(match: re.Match[str], context: _Context) -> Mention | None:
    parts = match.groupdict()
    last = _resolve_day(parts["month2"], parts["day2"], parts["year"], context)
    if last is None:
        return None
    first = dates.day(last.year, _month_number(parts["month"] or parts["month2"]), _day_number(parts["day"]))
    night = bool(re.search(r"night (?:of|from|between) $", match.string[: match.start()], re.IGNORECASE))
    if night:
        return _at(match, Period.of_day(last, "night"), unit="range")
    return _at(match, Period.through(first, last)) if first is not None and first <= last else None


def _compile(pattern: str) -> re.Pattern[str]:
    """Month names keep their capitals ("may" is a verb); the rest of the words may stand at a sentence's start."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def _i(pattern: str) -> str:
    return f"(?i:{pattern})"


#: Earlier lines win over later ones where both could read a stretch.
_GRAMMAR: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = (
    (_compile(_i(rf"(?:since|from|after|before|in|of|during|throughout|over|for)? ?(?:the )?(?:start|beginning|outbreak|onset|launch|course|whole|entire|length|duration) of (?:the |its |Russia's )?{_WAR}")), _war),
    (_compile(_i(rf"since (?:the |its |Russia's |Moscow's )?(?:\d{{4}} )?{_WAR}(?:'s (?:start|beginning))?(?: (?:began|started|was launched|broke out))?(?: in (?:February )?2022)?")), _war),
    (_compile(_i(r"since (?:Russia|Moscow|Putin|Russian forces|the Kremlin) (?:first )?(?:invaded|launched (?:its|the|a) [\w-]* ?invasion|started the war|began its invasion)(?: in (?:February )?2022)?")), _war),
    (_compile(_i(rf"(?:since )?(?:the )?{_WAR}(?:'s)? (?:began|started|start|beginning)")), _war),
    (_compile(_i(rf"(?:of|in|during|throughout|for) (?:the |this |Russia's |Moscow's )?(?:\w+-year(?:-old)? )?(?:\d{{4}} )?{_WAR}(?: (?:so far|to date|in Ukraine|on Ukraine|against Ukraine))?")), _war),
    (_compile(_i(rf"the {_WAR}'s")), _war),
    (_compile(_i(r"on record|to date|of all time|(?:so far|ever recorded|yet recorded)(?= ?[.,;]|$)|ever(?= ?[.,;]|$| recorded)")), _war),
    (_compile(_i(r"(?:over)?night(?:s)? (?:of |from |between |on )?(?:the )?") + _RANGE), _day_range(night=True)),
    (_compile(_i(r"(?:the )?night (?:of|on|to) ") + _DATE_MDY), _date("night")),
    (_compile(_i(r"(?:the )?night (?:of|on|to) ") + _DATE_DMY), _date("night")),
    (_compile(_i(r"overnight (?:on |to )?(?!into)") + _DATE_MDY), _date("night")),
    (_compile(_i(r"overnight (?:on |to )?(?!into)") + _DATE_DMY), _date("night")),
    (_compile(_i(r"(?:overnight|(?:the )?night)(?: of| from| between)?(?: late)? ") + rf"(?P<weekday>{_WEEKDAY}){_TO}(?P<to>{_WEEKDAY})"), _overnight_weekday),
    (_compile(_i(r"overnight (?P<into>into|to) (?:early )?") + rf"(?P<weekday>{_WEEKDAY})"), _overnight_weekday),
    (_compile(_i(r"(?:overnight(?: on)?|(?:the )?night (?:of|on)) ") + rf"(?P<weekday>{_WEEKDAY})"), _overnight_weekday),
    (_compile(_i(r"(?:from |between )?") + _RANGE), _day_range(night=False)),
    (_compile(_i(r"(?:from |between )?") + _RANGE_DMY), _range_dmy),
    (_compile(_DATE_MDY), _date("day")),
    (_compile(_DATE_DMY), _date("day")),
    (_compile(_i(r"(?:from |between )?") + rf"(?P<month1>{_MONTH})(?:,? (?P<year1>{_YEAR}))?{_TO}(?:the end of )?(?P<month2>{_MONTH})(?:,? (?P<year2>{_YEAR}))?"), _month_range),
    (_compile(_i(r"(?:the )?(?P<part>early|mid-|mid|late|end of|start of|beginning of|middle of)[ -]?") + rf"(?P<month>{_MONTH})(?: (?P<year>{_YEAR})| of (?P<of>last|this|the previous) year)?"), _month),
    (_compile(rf"(?P<month>{_MONTH}),? (?P<year>{_YEAR})"), _month),
    (_compile(rf"(?P<month>{_MONTH}) of (?P<of>last|this|the previous) year"), _month),
    (_compile(rf"(?P<month>{_MONTH}),? (?P<of>last|this) year"), _month),
    (_compile(rf"(?:(?P<which>[Ll]ast|[Tt]his|[Tt]his past) )?(?P<month>{_MONTH})"), _month),
    (_compile(_i(r"(?:the )?(?P<which>first|second|third|fourth|last|final)[ -](?:(?P<count>\w+) )?(?P<unit>half|quarter|month)s?(?: of(?: the year)?,? ?(?:(?P<year>(?:19|20)\d\d)|(?P<of>this year|last year|the previous year|the year))?)")), _first_of),
    (_compile(_i(r"(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?,? (?P<year>(?:19|20)\d\d)(?P<which>(?!\w))?")), _season),
    (_compile(_i(r"(?P<which>this|last|past) (?P<season>spring|summer|autumn|winter)(?P<year>(?!.))?")), _season),
    (_compile(_i(r"(?:the )?(?:same|corresponding|equivalent|like) (?:month|period|stretch|time|week|quarter|night|span|day|date|months)(?:(?: of| in)? (?P<year>(?:19|20)\d\d)|(?: of| in| a| the| last| one| previous)* (?P<by>year)(?: (?:before|earlier|ago|prior|previous))?)?")), _shift),
    (_compile(_i(r"(?:an?|one|(?P<count>two|three)) (?P<unit>day|night|week|month|quarter|year)s? (?:earlier|before|ago|prior|previously)")), _shift),
    (_compile(_i(r"the (?P<unit>day|night|week|month|quarter|year) (?:before|prior)(?! (?:last|yesterday))")), _shift),
    (_compile(_i(r"(?P<unit>year|month|week)[- ](?:on|over)[- ](?:year|month|week)")), _shift),
    (_compile(_i(r"(?:(?<=than )|(?<=from )|(?<=against )|(?<=over )|(?<=versus )|(?<=with )|(?<=to ))(?:in )?(?:the )?(?:previous|preceding|prior) (?P<unit>day|night|week|month|quarter|year)")), _shift),
    (_compile(_i(rf"(?:in |over |within |during |for )?(?:the )?(?:past|last|previous|preceding|latest) {_COUNT} (?P<unit>hour|day|night|week|month|year)s?")), _rolling),
    (_compile(_i(r"(?:in|over|within) (?:the space of )?(?P<count>24|twenty-four) (?P<unit>hour)s")), _rolling),
    (_compile(_i(r"(?:so far )?(?P<which>this|last|next|the past|past|the previous|previous|the current|current|the last|the preceding) (?P<unit>day|night|weekend|week|month|quarter|year)")), _relative),
    (_compile(_i(r"(?:last night|overnight|(?:during|in|through(?:out)?) the night|the night|nightly raid|pre-dawn|in the early hours)")), _overnight),
    (_compile(rf"(?:(?P<last>[Ll]ast )?(?:[Ee]arly |[Ll]ate )?)(?P<weekday>{_WEEKDAY})(?P<night> (?:night|evening))?"), _weekday),
    (_compile(_i(r"today|this morning")), _fixed(0)),
    (_compile(_i(r"yesterday")), _fixed(1)),
    (_compile(r"New Year's Eve|New Year’s Eve"), _new_years_eve),
    (_compile(_i(r"the (?:end|close) of (?:the|this|that|last) (?P<unit>month|week|year)")), _end_of),
    (_compile(_i(r"(?:that|the same|the) (?P<unit>night|attack|raid|strike|assault|barrage|day|week|month|year|salvo)(?!s| of | on )")), _that),
    (_compile(rf"(?P<year>{_YEAR})(?!,\d|\.\d| (?:drones|missiles|people|civilians|square|sq|km))"), _year),
    (_compile(_i(r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several) (?:(?:consecutive|straight|successive) )(?P<unit>day|night|week|month|year)s")), _duration),
)  # fmt: skip
