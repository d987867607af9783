"""Streaks: "third month in a row", "for a second day", "each of the last six months"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from dateline.extracting.amounts import numerals
from dateline.extracting.amounts.numerals import number, ordinal
from dateline.extracting.belonging.locating import is_theirs, located
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.belonging.windows import family_of, measure_of, place_within, weapon_named
from dateline.extracting.measuring.strikes import told_by_attacker
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import dates
from dateline.extracting.ways import DOWN, UP, way
from dateline.records.claim import Frame, Measure
from dateline.records.finding import Reason
from dateline.records.period import Period

_ORDINAL: Final = numerals.ORDINAL
_COUNT: Final = rf"(?:\d+|{numerals.WORDS})"
_UNIT: Final = r"month|week|night|day|year|quarter|weekend|winter|summer|season"
_PERIODIC: Final = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "quarterly": "quarter",
                    "yearly": "year", "annual": "year"}  # fmt: skip
_ROW: Final = r"(?: in a row| running| in succession| on end| straight| in sequence)"
_IN_ROW: Final = r"(?:consecutive|straight|successive)"
#: "a second straight decline", "the fourth weekly rise in a row".
_PER: Final = "|".join(_PERIODIC)
_MOVE: Final = r"rise|increase|gain|jump|fall|decline|drop|decrease|slowdown|reduction|loss"
_STREAK = when_asked(
    rf"(?:for )?(?:the |a |its "
    rf"|their )?(?P<nth>{_ORDINAL})(?: (?P<cons>{_IN_ROW}))? (?P<unit>{_UNIT})(?P<row>{_ROW})?(?![\w-])"
    rf"|(?:the |its |their )?(?P<nth7>{_ORDINAL}) [^;.]{{0,50}}?\bin as many (?P<unit7>{_UNIT})s"
    rf"|(?P<count>{_COUNT})(?: (?P<cons2>{_IN_ROW}) (?P<unit2>{_UNIT})s"
    rf"| (?P<unit3>{_UNIT})s(?P<row3>{_ROW})(?![\w-])"
    rf"| (?P<unit5>{_UNIT})s(?:, [^;.]{{3,50}}?,| [a-z ]{{2,30}}?)? without (?:a|an|any|one) (?:single )?"
    rf"|-(?P<unit6>{_UNIT}) (?:streak|run of|sequence of|series of)"
    rf"| (?:[\w-]+ ){{1,6}}?in as many (?P<unit8>{_UNIT})s)"
    r"|(?:(?:in )?(?:each|every(?: one)?|all) of the (?:last|past|previous)"
    rf"|(?:run|string|series|streak|sequence) of) (?P<count4>{_COUNT}) (?P<unit4>{_UNIT})s"
    r"|(?:front ?lines?|fronts?|lines?)(?: (?:of|near|at|around|outside|along|in) [\w'’ -]{2,30}?)? (?:has|have|had)"
    r" (?:not|hardly|barely) (?:moved|changed|shifted|budged) (?:for|in)"
    rf" (?P<count5>{_COUNT}) (?P<unit10>day|night|week|month|year)s(?!{_ROW})"
    rf"|(?P<twice>back-to-back) (?P<unit9>{_UNIT})s"
    rf"|(?:the |a |its |their )?(?P<nth2>{_ORDINAL}) (?P<cons4>{_IN_ROW}) (?:(?P<per>{_PER}) )?(?P<moved>{_MOVE})(?!\w)"
    rf"|(?:the |a |its |their )?(?P<nth3>{_ORDINAL}) (?:(?P<per2>{_PER}) )?(?P<moved2>{_MOVE})(?P<row4>{_ROW})(?!\w)",
    re.IGNORECASE,
)
#: "for a second day" without more: a streak where nothing behind it makes a date of it.
_BARE = when_asked(r"for (?:the|a) ", re.IGNORECASE)
_DATED = when_asked(r" (?:of|since|after|before|that|when|this|in which|in (?:the|a|his|her|its|their))\b")
_VERB_BEFORE = when_asked(
    rf"(?<![\w-])(?:{UP}|{DOWN})(?: again| further| sharply| slightly| a little)? $", re.IGNORECASE
)
_ABSENT = when_asked(
    r"\bwithout (?:a|an|any|one)\b|\bnot a single\b|\bno (?!more|less|fewer|longer)\w+|\bnone\b|\bbarely"
    r"|\bnot (?:one|any)\b",
    re.IGNORECASE,
)


#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = (
    r"in a row|running|succession|consecutive|straight|successive|on end"
    r"|for (?:the|a) \w+ (?:month|week|night|day|year|quarter)|of the (?:last|past|previous)|without (?:a|an"
    r"|any|one)\b"
    r"|(?:not|hardly|barely) (?:mov|chang|shift|budg)ed (?:for|in)"
    r"|in as many|streak|back-to-back|run of|string of|series of|sequence of|in sequence"
)


def find(parse: Parse) -> None:
    """Adds claims of order in time: in a row."""
    for match in _STREAK.finditer(parse.text):
        if (streak := _read(parse, match)) is not None:
            _add(parse, streak)


@dataclass(frozen=True, slots=True)
class _Streak:
    """`value` units in a row at `text[start:end]`, with what stands around it and which way it goes."""

    start: int
    end: int
    value: float
    unit: str
    family: str
    direction: str
    frame: Frame


def _read(parse: Parse, match: re.Match[str]) -> _Streak | None:
    parts = {k: v for k, v in match.groupdict().items() if v is not None}
    unit = next((v for k, v in parts.items() if k.startswith("unit")), _unit_moved(parse, parts)).lower()
    nth = next((v for k, v in parts.items() if k.startswith("nth")), None)
    if parts.get("nth") and not (parts.get("cons") or parts.get("row")) and not _is_bare(parse, match):
        return None
    counted = next((v for k, v in parts.items() if k.startswith("count")), None)
    value = 2.0 if "twice" in parts else ordinal(nth) if nth else number(counted or "")
    if value is None or value < 2:
        return None
    clause = parse.clause(match.start())
    near = parse.text[clause[0] : clause[1]]
    of = parse.text[match.end() : min(clause[1], match.end() + 40)]
    family = family_of(parse, of, parse.text[clause[0] : match.start()], near) or _elsewhere(parse)
    if not family and _POINTING.search(parse.text[clause[0] : match.start()]):
        family = parse.words.topic(parse.text[: clause[0]]) or ""
    verb = _VERB_BEFORE.search(parse.text[: match.start()])
    told = any(parts.get(k) for k in ("cons", "row"))
    # "rose for a third month" tells of the month, "rose for a third straight month" of the three.
    trend = verb is not None and bool(_BARE.match(match.group())) and not told
    start = verb.start() if verb is not None and trend else match.start()
    behind = parse.text[max(clause[0], match.start() - 34) : match.start()]
    moved = parts.get("moved") or parts.get("moved2") or ""
    direction: str = way(_FALLING.sub("fell", moved) if moved else behind) or way(near) or "present"
    said = parse.text[match.end() : clause[1]]
    if _ABSENT.search(match.group() + said) or re.search(
        r"\bwithout\b", match.group() + parse.text[clause[0] : match.start()]
    ):
        direction = "absent" if way(behind) is None else direction
    end = match.start() + len(match.group().rstrip())
    return _Streak(start, end, value, unit, family, direction, "trend" if trend else "streak")


#: Nouns that `way` does not know as verbs.
_FALLING: Final = when_asked(r"slowdown|reduction|loss|decrease", re.IGNORECASE)


def _unit_moved(parse: Parse, parts: dict[str, str]) -> str:
    """Of which units "a second straight decline" counts: as it says, else those that the sentence names; a month."""
    per = parts.get("per") or parts.get("per2")
    if per is not None:
        return _PERIODIC[per.lower()]
    named = [m.period.granularity for m in parse.mentions if m.kind == "at" and m.period is not None and not m.speech]
    return next((g for g in named if g in ("week", "month", "quarter", "year", "night")), "month")


#: "it has fallen", "those by shelling rose", "when the number fell": what the clause before counts.
_POINTING: Final = re.compile(
    r"\b(?:it|they|those(?: \w+){0,3}|the (?:number|figure|total|count|rate|pace|trend)|numbers)"
    r" (?:(?:has|have|had|also|again|since|then) )*\w+ (?:\w+ )?(?:for )?$",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(r"\b(?:none|nobody|no one|not one|no (?:deaths?|civilians?|people|casualties))\b", re.I)


def _elsewhere(parse: Parse) -> str:
    """What the rest of the sentence is about: its ground or its raids, not the dead of another clause."""
    family = parse.words.topic(parse.text)
    if family == "casualties" and _NOBODY.search(parse.text) and any(p.family == "killed" for p in parse.predicates):
        return family  # "and for the third straight month none there"
    return family if family in ("territory", "strikes") else ""


def _is_bare(parse: Parse, match: re.Match[str]) -> bool:
    """ "for a second day on Thursday" is a streak; "for the third month of the siege", "for the first day" are none."""
    return bool(_BARE.match(match.group())) and _DATED.match(parse.text, match.end()) is None


def _add(parse: Parse, streak: _Streak) -> None:
    start, end = streak.start, streak.end
    period, guessed = _period(parse, streak)
    measure: Measure | None = measure_of(parse, streak.family)
    if is_theirs(parse, start, end) or told_by_attacker(parse) or any(t.own for t in parse.things):
        measure = None
    doubt, detail = _doubt(parse, streak, measure, period)
    parse.used.update(i for i, a in enumerate(parse.amounts) if start <= a.start < end)
    parse.found.append(
        claim(
            parse,
            start,
            end,
            streak.frame,
            measure,
            value=streak.value,
            unit=f"{streak.unit}s",
            period=period,
            place=place_within(parse, start, end) or located(parse, start, end),
            dimensions={
                "direction": streak.direction,
                "granularity": streak.unit,
                **(_filters(parse, streak) if measure else {}),
            },
            attribution=speaker(parse, start),
            doubt=doubt,
            doubt_detail=detail,
            inherited=guessed,
        )
    )


def _filters(parse: Parse, streak: _Streak) -> dict[str, str]:
    """The weapon or the population that the streak's clause names."""
    clause = parse.text[slice(*parse.clause(streak.start))]
    if streak.family == "strikes":
        return weapon_named(parse, clause) or {}
    if streak.family == "casualties" and re.search(r"civilian", parse.text, re.IGNORECASE):
        return {"population": "civilians"}
    return {}


def _doubt(parse: Parse, streak: _Streak, measure: Measure | None, period: Period | None) -> tuple[Reason | None, str]:
    behind = parse.text[streak.end : streak.end + 60]
    threshold = any(a.start >= streak.end and a.start - streak.end < 60 for a in parse.amounts) and re.match(
        r" (?:with|of|above|over|in which|when|that)\b", behind
    )
    if threshold:
        return "undefined_term", "a streak above a threshold, which is not tested"
    clause = parse.text[slice(*parse.clause(streak.start))]
    if measure == "strikes.launched" and re.search(r"\b(?:on|at|in) the (?:capital|city|town|port)\b", clause):
        return "no_ledger", "a strike ledger for the place named"
    if streak.direction == "absent" and measure is not None:
        return "undefined_term", "a streak of what did not happen"
    return ("ambiguous_period", "") if measure and period is None else (None, "")


_SUNDAY: Final = 6
_RUNNING: Final = when_asked(r"\b(?:has|have)\b")


def _past_clause(parse: Parse, clause: tuple[int, int], last: Period) -> bool:
    """Whether the period is that of a date behind the streak's clause, and of none before its end."""
    named = [m for m in parse.mentions if m.kind == "at" and not m.speech and m.period is not None]
    return any(m.start >= clause[1] for m in named) and not any(m.start < clause[1] for m in named)


_LIST: Final = re.compile(r"[^,;.]{0,40}(?::| [–—-]| \() ")


def _last_listed(parse: Parse, streak: _Streak) -> Period | None:
    """ "Fell for the third month in a row: 90 in March, 80 in April and 70 in May": the last of the units that a colon
    brings in; they run on or back."""
    opens = _LIST.match(parse.text, streak.end)
    if opens is None:
        return None
    named = [m for m in parse.mentions if m.start >= opens.end() and m.kind == "at" and m.period is not None]
    units = [m.period for m in named if m.period is not None and m.period.granularity == streak.unit]
    return max(units, key=lambda p: p.start) if len(units) > 1 else None


def _period(parse: Parse, streak: _Streak) -> tuple[Period | None, bool]:
    """The units of the streak, the last of which the text names, and whether that is a guess; a trend's own unit is
    the last one alone."""
    inside = [m for m in parse.mentions if streak.start <= m.start < streak.end < m.end and m.kind == "at"]
    if inside and inside[0].period is not None:
        return inside[0].period, False  # "each of the last six months of 2025"
    if re.search(r"\b(?:last|past|previous)\b", parse.text[streak.start : streak.end]):
        return _complete(parse.ref, streak), False
    clause = parse.clause(streak.start)
    last = _last_listed(parse, streak) or period_of(parse, streak.start, streak.end, streak.family)
    if last is not None and _RUNNING.search(parse.text[clause[0] : streak.end]) and _past_clause(parse, clause, last):
        last = None  # "have risen for three weeks running, whereas in May ..."
    if last is not None and last.last == parse.ref and last.days > _OPEN_DAYS and streak.unit not in ("year", "winter"):
        last = None  # "since November": up to the report's day, which ends no unit
    unit, guessed = streak.unit, False
    nightly = unit in ("night", "day")
    whole = {"month": ("month", "span"), "quarter": ("quarter", "span"), "year": ("year", "span")}
    if last is None:
        if streak.frame == "trend" or unit == "month":
            return (_complete(parse.ref, streak) if streak.frame == "streak" else None), True
        if unit == "year":
            return _stretched(dates.year(parse.ref.year, parse.ref), streak), True
        if not (nightly or unit == "week"):
            return None, False
        spoken = next((m.period for m in parse.mentions if m.speech and m.period is not None), None)
        last, guessed = spoken if spoken is not None and spoken.days == 1 else Period.of_day(parse.ref), True
        if unit == "week" and parse.ref.weekday() != _SUNDAY:
            last = dates.week(parse.ref, -1)  # the week under way has not ended
    if nightly and last.days > 1:
        return last, last.days > 7  # some nights of that week: which ones, the ledger may say
    odd = last.granularity == "span" and (last.start.day != 1 or last.stop.day != 1)
    if unit in whole and (last.granularity not in whole[unit] or odd) and not _ends_unit(last, streak):
        return None, False  # which of the year's months the streak ends on is not said
    if unit == "month" and last.granularity == "month" and last.last == parse.ref and last.days < 25:
        return None, False  # a month just begun ends no streak of months
    if streak.frame == "trend":
        return last, guessed
    return _stretched(last, streak), guessed


#: Longer than this, a period that ends with the report's day is "since" something.
_OPEN_DAYS: Final = 40


def _ends_unit(last: Period, streak: _Streak) -> bool:
    """Whether the period named holds just as many months as the streak."""
    months = {"quarter": 3, "half": 6, "season": 3, "year": 12}.get(last.granularity)
    return streak.unit == "month" and months == streak.value


def _stretched(last: Period, streak: _Streak) -> Period:
    """`last` and the units before it, as many as the streak counts."""
    if last.granularity == "span" and streak.unit == "month" and last.days < 28 * (streak.value - 1):
        last = dates.last_unit(last, "month")  # "fell between March and April, the fourth month in a row"
    if last.granularity == "span" or _ends_unit(last, streak) or last.days == streak.value:
        return last
    count = int(streak.value) - 1
    unit = {"winter": "year", "summer": "year", "season": "year", "weekend": "week"}.get(streak.unit, streak.unit)
    if unit in ("night", "day"):
        return Period(last.start - count * dates.DAY, last.stop)
    if unit == "week" and last.days < 7:
        return Period(last.stop - 7 * (count + 1) * dates.DAY, last.stop)
    return Period(dates.back(last, unit, count).start, last.stop)


def _complete(ref: dt.date, streak: _Streak) -> Period | None:
    """ "each of the last 24 months": whole months up to the one before the report's."""
    if streak.unit != "month":
        return (
            dates.rolling(ref, int(streak.value), streak.unit)
            if streak.unit in ("week", "day", "night", "year")
            else None
        )
    last = dates.shifted_month(ref, -1)
    return Period(dates.shifted_month(ref, -int(streak.value)).start, last.stop)
