"""Times that the text reckons from the report's day without naming them: "two days after shells killed 14", "a month
into the truce", "by noon". They are guessed: a figure of such a time may hold and is never refuted."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import Mention, dates
from dateline.records.period import Period

_COUNT: Final = r"(?P<count>an?|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
#: "Two years to the day after gunmen killed 1,195", "three days after a raid in which 90 died". Of months and years
#: only those counted "to the day", and none that opens a stretch ("in the two days after the raid").
_AFTER: Final = when_asked(
    rf"(?<!the )(?<!first )(?<!in )(?<!within )(?<!for )(?<!than )(?<!about )\b{_COUNT} (?P<unit>day|week|month|year)s?"
    r"(?P<exact> to the day)? after (?P<event>[^;.:]*)$",
    re.IGNORECASE,
)
#: "three days after the raid, 90 people died": behind the comma the sentence is back at its own time.
_BACK: Final = when_asked(r",(?! (?:in which|where|which)\b)", re.IGNORECASE)
_ASIDE: Final = when_asked(r", (?:[\w-]+ ){1,4}(?:say|says|said|reported),")
_INTO: Final = when_asked(
    rf"^(?:(?:just|only|exactly) )?{_COUNT} (?P<unit>day|week|month|year)s? into (?:the|this|that|a|its) "
    r"(?P<event>(?:[\w-]+ ){0,2}[\w-]+),",
    re.IGNORECASE,
)
_PERFECT: Final = when_asked(r"\b(?:has|have|had)\b", re.IGNORECASE)
_BY_HOUR: Final = when_asked(
    r"^(?:by|at|around|shortly (?:before|after)) (?:[012]?\d[:.][0-5]\d|1?\d (?:[ap]\.?m\b\.?|o['’]clock)|noon|midday"
    r"|dawn|daybreak|dusk|nightfall|sunset|sunrise|mid-morning|mid-afternoon)(?!\w)",
    re.IGNORECASE,
)
_RUN: Final = when_asked(
    r"^for (?:the|an?) [\w-]+ (?:(?:consecutive|straight|successive) (?:day|night)"
    r"|(?:day|night) (?:running|in a row|in succession))\b",
    re.IGNORECASE,
)
_EVENING: Final = when_asked(r" (?:evening|night|dusk|nightfall)\b")
_RAISING: Final = when_asked(
    r"\b(?:taking|bringing|raising|pushing|lifting|driving) (?:the|its|their) (?:[\w-]+ ){0,2}?"
    r"(?:toll|total|tally|count) since\b[^,;.]*$",
    re.IGNORECASE,
)


#: "in a week", "in less than two days", "one year of war has": a stretch that ends with the report where the verb says
#: that it does.
_SPELL: Final = when_asked(
    r"\b(?:in|within|over|during|inside) (?:just |only |less than |under |about |nearly |almost |the space of "
    r"|the (?:first|past|last) )*"
    r"(?P<count>an?|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|eighteen)"
    r" (?P<unit>hour|day|week|month|year)s?(?! of (?!fighting|war|clashes|strikes|bombing|shelling|battles?)| or\b|\w)",
    re.IGNORECASE,
)
_OF_WAR: Final = when_asked(
    r"^(?:The |Just |Only )?(?P<count>an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)"
    r" (?P<unit>day|week|month|year)s? of (?:the )?(?:[\w-]+ )?(?:war|fighting|conflict|strikes"
    r"|bombing|siege|clashes|violence)"
    r"\b[^,;.]{0,40}? (?:has|have)\b",
    re.IGNORECASE,
)
#: "flew home over two days": so many of which the report's own day is the last.
_OVER_DAYS: Final = when_asked(r"\bover (?:the )?(?P<count>two|three|four|five) (?P<unit>day)s\b", re.IGNORECASE)
_DAY_HOURS: Final = 24


_RANKED: Final = when_asked(
    r"\b(?:(?:high|low|larg|bigg|small|heavi|deadli|bloodi|fast|slow|great|strong|few)est|most|least|worst|best|record)"
    r"\b[^,;:.]{0,40} $",
    re.IGNORECASE,
)


def spell(parse: Parse, start: int, *, loose: bool = False) -> Period | None:
    """ "Have died there in a week": so many days back from the report. `loose`: of "over two days", too, where no verb
    says that the days run to the report's."""
    a, b = parse.clause(start)
    perfect = _PERFECT.search(parse.text, a, b) is not None
    here = [m for m in parse.mentions if a <= m.start < b]
    dated = any(m.period is not None and m.kind == "at" and not m.speech for m in here)
    match = _SPELL.search(parse.text, a, b) if perfect or not dated else None
    if match is None and parse.words.theatre.war_start is None:
        match = _OF_WAR.match(parse.text)
    if match is not None and _RANKED.search(parse.text[: match.start()]):
        return None  # "the highest monthly count in three years": the window of a record
    match = match or (_OVER_DAYS.search(parse.text, a, b) if loose else None)
    if match is None:
        return None
    count = _amount(match["count"])
    if match["unit"].lower() == "hour":
        return dates.rolling(parse.ref, max(1, round(count / 24)), "day") if count >= _DAY_HOURS else None
    return dates.rolling(parse.ref, count, match["unit"].lower())


def counted_back(parse: Parse, start: int, end: int) -> Period | None:
    """The day of what happened so many days before the report: "two days after shells killed 14 people"."""
    match = _AFTER.search(parse.text[:start])
    if match is None or _BACK.search(_ASIDE.sub(" ", match["event"])):
        return None
    if match["unit"].lower() in ("month", "year") and not match["exact"]:
        return None
    dated = [m for m in parse.mentions if m.period is not None and m.kind in ("at", "since") and not m.speech]
    after = [m for m in dated if end <= m.start <= end + 40 and "," not in parse.text[end : m.start]]
    if after or any(match.start() <= m.start < end for m in dated):
        return None  # the event has a date of its own
    days = [m.period for m in dated if m.kind == "at" and m.end <= match.start()]
    if any(m.period is not None and m.period.days > 1 for m in dated if m.kind == "at" and m.end <= match.start()):
        return None
    base = days[-1] if days and days[-1] is not None else Period.of_day(parse.ref)
    return dates.back(Period.of_day(base.start), match["unit"].lower(), _amount(match["count"]))


def run_into(parse: Parse, start: int) -> Period | None:
    """ "A month into the truce, 242 have been killed": from so long ago to the report, or from the war's start."""
    match = _INTO.match(parse.text)
    if match is None or match.end() > start or _PERFECT.search(parse.text, *parse.clause(start)) is None:
        return None
    if re.search(r"\b(?:war|invasion|conflict)$", match["event"], re.IGNORECASE):
        began = parse.words.theatre.war_start
        return Period.through(began, parse.ref) if began is not None and began <= parse.ref else None
    began = dates.back(Period.of_day(parse.ref), match["unit"].lower(), _amount(match["count"])).start
    return Period.through(began, parse.ref)


def raised_on(parse: Parse, start: int, since: Period) -> Period:
    """ "Bombs fell on Thursday, taking the toll since Sunday to 416": up to the day of the blow that raised it."""
    raised = _RAISING.search(parse.text[:start])
    if raised is None:
        return since
    days = [m.period for m in parse.mentions if m.kind == "at" and not m.speech and m.end <= raised.start()]
    day = days[-1] if days else None
    single = day is not None and day.days == 1 and since.start <= day.start <= since.last
    return Period.through(since.start, day.last) if day is not None and single else since


def same_day(parse: Parse) -> Period | None:
    """The report's day for "by noon" and "for the sixth night running", where neither this sentence nor the one before
    names a day."""
    if _BY_HOUR.match(parse.text) is None and _RUN.match(parse.text) is None:
        return None
    told = [*parse.mentions, *(parse.before.last.mentions if parse.before.last is not None else ())]
    return Period.of_day(parse.ref) if all(m.period is None or m.speech for m in told) else None


def since_evening(parse: Parse, since: Mention) -> Period | None:
    """ "launched since Sunday evening", in a report of Monday: the night that ends on the report's day."""
    eve = since.anchor is not None and since.anchor.start == since.anchor.last == parse.ref - dates.DAY
    late = _EVENING.match(parse.text, since.end) or _EVENING.search(parse.text, since.start, since.end)
    return Period.of_day(parse.ref, "night") if eve and late else None


def _amount(words: str) -> int:
    return 1 if words.lower() in ("a", "an") else int(number(words) or 1)
