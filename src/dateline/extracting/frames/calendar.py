"""Weekdays beside dates, and how long a war or another event has lasted: "Saturday, May 31", "the fourth year of the
war", "four months into the siege"."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import Final

from dateline.extracting.amounts import numerals
from dateline.extracting.amounts.numerals import number, ordinal
from dateline.extracting.amounts.quantities import Skipped
from dateline.extracting.belonging.scope import claim, speaker
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import dates
from dateline.extracting.signs import Signs
from dateline.languages import en
from dateline.records.claim import Comparator
from dateline.records.period import Period

_WAR_WORD: Final = r"(?:war|conflict|invasion|special military operation)(?![\w-])"
_WAR: Final = (
    r"(?:the |this |its |a |their |\w+['’]s |full-scale |large-scale |all-out |grinding |brutal |bloody |devastating "
    rf"|ongoing |so-called |current |civil |\w+ian ){{0,4}}{_WAR_WORD}"
)
#: What else lasts or is counted from; nobody's calendar here holds the day on which it began.
_EVENT_WORD: Final = (
    r"(?:siege|blockade|encirclement|fighting|hostilities|offensive|counter-?offensive|incursion|operation|raid"
    r"|battle"
    r"|campaign|bombardment|bombing|assault|ceasefire|cease-fire|truce|uprising|revolution|coup|occupation|takeover"
    r"|massacre|attacks?|clashes|crisis|famine|blackout|evacuation|protests|agreement|accord|deal)(?![\w-])"
)
_EVENT: Final = rf"(?<![\w'’-])(?:the |this |its |a |their |\w+['’]s? |[\w-]+ ){{0,4}}?{_EVENT_WORD}"
_COUNT: Final = rf"(?P<count>\d[\d,]*(?:\.5)?|{numerals.WORDS}|an?)"
_UNIT: Final = r"(?P<unit>year|month|week|day)"
_ORDINAL: Final = rf"(?P<ordinal>{numerals.ORDINAL})"
_HALF: Final = r"(?:-and-a-half| and a half)?"

#: "the fourth year of the war", "the five-hundredth day of the invasion", "the 90th day of the blockade".
_YEAR_OF: Final = rf"(?:(?:the|its|a|their|his|this) )?{_ORDINAL} {_UNIT} (?:of|since|into) "
_DAY_OF: Final = r"\b(?P<unit>[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear) (?P<count>\d[\d,]*|one|two|three|four) of "
_ANNIVERSARY: Final = rf"(?:(?:the|its|a) )?{_ORDINAL} anniversary (?:of|since) "
_SPAN: Final = (
    rf"(?<![\d,.]){_COUNT}{_HALF} {_UNIT}s?(?P<exact> to the day)? (?:into|after|since|of|on from) "
    r"(?:the (?:start|beginning|outbreak|launch|onset) of )?"
)
#: "the six-month war", "the three-and-a-half-year-old conflict", "a 60-day siege".
_LONG: Final = (
    rf"(?<![\w,.-]){_COUNT}(?:-and-a-half)?[- ]{_UNIT}(?:s|-old|-long)?,? "
    r"(?:full-scale |brutal |grinding |bloody |\w+ian )?"
)
_BEGAN: Final = r"(?: (?:began|started|erupted|broke out))?(?!\w)"
#: "has lasted 500 days", "has been raging for three years", "is now 42 months old".
_LASTED: Final = (
    r"(?: (?:has|have|had)(?: now)? (?:lasted|gone on for|dragged on for|been \w+ing(?: on)? for|been under way for) "
    rf"|(?: is| are)(?: now)? )(?:more than |nearly |almost |over |some |about )?{_COUNT}{_HALF} {_UNIT}s?"
    r"(?: old)?(?!\w)"
)
_LASTING: Final = r"(?:siege|blockade|encirclement|offensive|campaign|bombardment|occupation|bombing campaign)(?![\w-])"


def _compiled(pattern: str) -> re.Pattern[str]:
    return when_asked(pattern, re.IGNORECASE)


#: Forms by how they count: ordinals name the running unit, anniversaries and spans those completed; and the sign of
#: `_SIGNS` without which each finds nothing.
_OF_WAR: Final = (
    (_compiled(_YEAR_OF + _WAR + r"(?!\w)"), "ordinal", "year_of"),
    (
        _compiled(
            rf"{_WAR}(?:[^.;,]{{0,30}}?|,? |, which (?:has |had )?(?:now )?)(?:is |now |was )?(?:in|into"
            rf"|entering|entered|enters|nears?|nearing"
            rf"|approach(?:es|ed|ing)|complet(?:es|ed|ing)|marks|ends|began|begins|beginning)"
            r"(?: the (?:end|start|middle|close|beginning) of)? (?:its|a|the) "
            rf"{_ORDINAL} (?P<unit>year|month|week)(?!\w)"
        ),
        "running",
        "running",
    ),
    (_compiled(_ANNIVERSARY + _WAR), "anniversary", "anniversary"),
    (
        _compiled(rf"{_WAR} (?:nears?|approach(?:es|ed)|marks|marked|reach(?:es|ed)) its {_ORDINAL} anniversary"),
        "span",
        "anniversary",
    ),
    (
        _compiled(rf"(?:the |its |this )?{_WAR}['’]s {_ORDINAL} (?:(?P<unit>year|month|day|week)|anniversary)(?!\w)"),
        "possessive",
        "possessive",
    ),
    (_compiled(_DAY_OF + _WAR), "ordinal", "day_of"),
    (_compiled(_SPAN + _WAR + _BEGAN), "span", "span"),
    (_compiled(_LONG + rf"(?:{_WAR_WORD})"), "guess", "long"),
    (_compiled(_WAR + _LASTED), "span", "lasted"),
)
_OF_EVENT: Final = (
    (_compiled(_YEAR_OF + _EVENT), "ordinal", "year_of"),
    (_compiled(_ANNIVERSARY + r"(?=\w)"), "anniversary", "anniversary"),
    (_compiled(_DAY_OF + _EVENT), "ordinal", "day_of"),
    (_compiled(_SPAN.replace("|of|", "|") + _EVENT + _BEGAN), "span", "span"),
    (_compiled(rf"(?<![\d,.]){_COUNT}{_HALF} {_UNIT}s?,? to the day,? (?:after|since)(?!\w)"), "span", "to_the_day"),
    (_compiled(rf"(?<![\d,.]){_COUNT}{_HALF} (?P<unit>year)s? (?:after|since)(?!\w)"), "span", "years_after"),
    (_compiled(_LONG + _LASTING), "span", "long"),
    (
        _compiled(
            rf"(?<![\d,.]){_COUNT}{_HALF} {_UNIT}s? (?:after|since) (?:[\w'’-]+ ){{1,5}}?(?:invaded|attacked"
            rf"|launched|seized"
            r"|collapsed|broke out)(?!\w)"
        ),
        "span", "after",
    ),
    (_compiled(_EVENT + _LASTED), "span", "lasted"),
    (_compiled(rf"{_EVENT},? (?:is |was |which is |which was )?(?:now )?(?:in|into|entering|entered) its"
        rf" {_ORDINAL} {_UNIT}(?!\w)"),
     "running", "running"),
    (
        _compiled(rf"^{_COUNT}{_HALF} {_UNIT}s? of (?:[\w-]+ )?(?:fighting|strikes|bombing|shelling|siege|blockade"
                  r"|violence|talks)(?!\w)"),
        "span", "of_strikes",
    ),
    (
        _compiled(rf"^(?:(?:more|less) than |nearly |almost |over |some |about |just )?{_COUNT}{_HALF} "
                  r"(?P<unit>year|month|week)s? after (?!that\b|the\b)(?:[\w'’-]+ ){1,6}?(?:\w+ed|took|fell|began|went"
                  r"|came|left|lost|won|struck|hit|broke|fled|seized|entered)(?!\w)"),
        "span", "began_with",
    ),
    (
        _compiled(rf"(?<![\d,.]){_COUNT}{_HALF} {_UNIT}s? into (?:the )?(?:[\w-]+ )?(?:talks|negotiations)(?!\w)"),
        "span", "span",
    ),
    (
        _compiled(rf"^(?:(?:more|less) than |nearly |almost |over |some |about |just )?{_COUNT}{_HALF} {_UNIT}s? after"
                  r" (?:the |its |his )(?:[\w-]+ )?(?:fall|capture|loss|seizure|death|killing|signing|start|end"
                  r"|collapse|departure|withdrawal|liberation|recapture|return|outbreak|disappearance) of(?!\w)"),
        "span", "began_with",
    ),
    (when_asked(r"^(?P<unit>Day) (?P<count>\d[\d,]*)(?= [a-z]|[:,.]| [–—-])"), "ordinal", "day"),
    (
        _compiled(
            rf"\bafter (?:more than |nearly |almost |over |some |about )?{_COUNT}{_HALF} {_UNIT}s?"
            rf"(?: of {_EVENT_WORD}|(?= ?[,;.:]|$))"
        ),
        "span", "behind",
    ),
    (
        when_asked(
            rf"^(?:[Aa]fter|[Ff]or) {_COUNT.replace('an?', '[Aa]n?')}{_HALF} {_UNIT}s?(?= [A-Z]| the | its | their )"
        ),
        "span", "opening",
    ),
    (
        _compiled(
            r"\b(?:has|have|had)(?: now)? (?:been |\w+ (?:[\w-]+ ){1,3}?)for (?:[a-z]+ (?:than )?)?"
            rf"{_COUNT}{_HALF} (?P<unit>year|month)s(?! (?:in|an?|at)\b)(?!\w)"
        ),
        "span", "for",
    ),
)  # fmt: skip
#: "Three years on, the city is empty": from when, the sentence does not say; where nothing else is named, the war.
_ON = _compiled(
    rf"(?:^|[,;:–—] ?|\b(?:now|but|and) ){_COUNT}{_HALF} (?P<unit>year|month|week)s?"
    r"(?: and (?:an?|\w+) (?:months?|weeks?|days?))? on(?= ?[,;.:–—])"
)
_UNITS: Final = r"(?:year|month|week|day)"
#: The end of any count, and the unit behind it.
_SO_MANY: Final = (
    rf"(?:[\pN,]|\ban?|half|quarter|hundred|dozen|thousand|(?:m|b|tr)illion"
    rf"|{'|'.join((*en.TENS, *en.ONES))})[- ]{_UNITS}"
)
#: What each form needs at least (re2): a second look, since most sentences that name a weekday hold none of them.
_SIGNS: Final = Signs(
    {
        "war": r"(?:war|conflict|invasion|special military operation)(?:[^\w-]|$)",
        "year_of": rf"{_UNITS} (?:of|since|into) ",
        "day_of": rf"{_UNITS} \S+ of ",
        "anniversary": "anniversary",
        "span": rf"{_SO_MANY}s?(?: to the day)? (?:into|after|since|of|on from) ",
        "long": rf"{_SO_MANY}(?:s|-old|-long)?,? (?:\S+ )?(?:war|conflict|invasion|special|siege|blockade"
        r"|encirclement|offensive|campaign|bomb|occupation)",
        "running": r"(?:in|to|ing|entered|enters|nears?|es|ed|marks|ends|began|begins)"
        r"(?: the (?:end|start|middle|close|beginning) of)? (?:its|a|the) ",
        "possessive": r"(?:war|conflict|invasion|operation)['’]s ",
        "lasted": r" (?:has|have|had)(?: now)? (?:lasted|gone on|dragged on|been \S+ (?:on |way )?for) "
        rf"| (?:is|are) (?s:.*){_SO_MANY}",
        "to_the_day": "to the day",
        "years_after": rf"{_SO_MANY}s? (?:after|since)",
        "after": rf"{_SO_MANY}s? (?:after|since) ",
        "day": "^day ",
        "behind": rf"after (?s:.*){_SO_MANY}",
        "opening": rf"^(?:after|for) (?s:.*){_SO_MANY}",
        "for": rf"(?:has|have|had) (?s:.*)for (?s:.*){_SO_MANY}s",
        "on": rf"{_SO_MANY}s?(?: and \S+ (?:month|week|day)s?)? on",
        "of_strikes": rf"^{_SO_MANY}s? of ",
        "began_with": rf"{_SO_MANY}s? after ",
    }
)
#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "|".join(
    (
        r"war\b|conflict|invasion|military operation|anniversary|(?:^|\W)day \d|to the day"
        r"|(?:year|month|week|day)s? (?:on|of|into|after|since)\b|after (?:\w|-)+ (?:year|month|week|day)"
        r"|lasted|(?:year|month|week|day)s old|for \S+ (?:day|week)s|\d(?:st|nd|rd|th) (?:day|week|month|year)"
        r"|-(?:year|month|week|day)|for [\w -]+ (?:year|month)s",
        *en.WEEKDAYS,
    )
)
_MODIFIERS: Final[tuple[tuple[re.Pattern[str], Comparator], ...]] = (
    (when_asked(r"\b(?:more than|over|beyond|well past|past|above) $", re.IGNORECASE), "gt"),
    (when_asked(r"\b(?:at least|no less than|no fewer than) $", re.IGNORECASE), "ge"),
    (when_asked(r"\b(?:less than|under|fewer than|short of) $", re.IGNORECASE), "lt"),
    (when_asked(r"\b(?:nearly|almost|about|around|some|roughly|approximately) $", re.IGNORECASE), "approx"),
)
_PAST_DAYS: Final = 45
_DAYS_IN: Final = {"years": 365.25, "months": 30.44, "weeks": 7.0, "days": 1.0}
_UNSAID: Final = "the event that the time is counted from"


def find(parse: Parse) -> None:
    """Adds weekday and elapsed claims. Only a war that the sentence does not set elsewhere is this theatre's."""
    for mention in parse.mentions:
        if mention.weekday and mention.period is not None:
            weekday = {"weekday": mention.weekday.capitalize()}
            at = (mention.start, mention.end)
            found = claim(parse, *at, "weekday", "calendar.weekday", period=mention.period, dimensions=weekday)
            parse.found.append(found)
    _late_on(parse)
    seen = _SIGNS(parse.text)
    if not seen:
        return
    foreign = parse.words.elsewhere.search(parse.text) is not None and not parse.words.defender.search(parse.text)
    if not foreign and "war" in seen:
        for pattern, form, sign in _OF_WAR:
            for match in pattern.finditer(parse.text) if sign in seen else ():
                if not _elsewhere_since(parse, match.end()):
                    _elapsed(parse, match, form)
    for pattern, form, sign in _OF_EVENT:
        for match in pattern.finditer(parse.text) if sign in seen else ():
            if not (foreign and re.search(_WAR_WORD, match.group())):
                _elapsed(parse, match, form, unsaid=True)
    for match in _ON.finditer(parse.text) if "on" in seen else ():
        _elapsed(parse, match, "guess", unsaid=foreign)


_PART_OF_DAY: Final = re.compile(rf"(?:late|early) on (?P<weekday>{'|'.join(en.WEEKDAYS)})", re.IGNORECASE)


def _late_on(parse: Parse) -> None:
    """ "Late on Tuesday, September 9": the part of the day and the date are read apart, and the weekday is of both."""
    for one, two in pairwise(parse.mentions):
        named = _PART_OF_DAY.fullmatch(parse.text[one.start : one.end])
        if named is None or parse.text[one.end : two.start] != ", " or two.period is None or two.period.days != 1:
            continue
        weekday = {"weekday": named["weekday"].capitalize()}
        at = (one.start + named.start("weekday"), two.end)
        # What begins late on a day is of the night that ends on the next; the weekday is of the day named.
        day = dates.back(Period.of_day(two.period.start), "day") if two.period.granularity == "night" else two.period
        parse.found.append(claim(parse, *at, "weekday", "calendar.weekday", period=day, dimensions=weekday))


def _elsewhere_since(parse: Parse, at: int) -> bool:
    """Whether the war meant is that of an area ("in the Donbas", "in the east"), which began earlier."""
    behind = re.match(r" (?:in|over|for) ", parse.text[at:])
    return behind is not None and parse.words.areas.match(parse.text, at + behind.end()) is not None


def _elapsed(parse: Parse, match: re.Match[str], form: str, unsaid: bool = False) -> None:
    """Adds the claim of one form. `unsaid`: counted from something whose day no calendar here holds."""
    parts = match.groupdict()
    value = ordinal(parts["ordinal"]) if parts.get("ordinal") else _counted(parts["count"], match.group())
    start, end = _span_of(parse, match)
    if value is None or value < 1 or _taken(parse, start, end):
        return
    ordinal_year = bool(parts.get("unit")) and (
        form in ("ordinal", "running") or (form == "possessive" and "ordinal" in parts)
    )
    unit = (parts.get("unit") or "year").lower() + "s"
    inside = [(i, a) for i, a in enumerate(parse.amounts) if a.core_start < end and start < a.core_end]
    comparator, said = _comparator(parse, match.start("count") if parts.get("count") else start)
    low = high = None
    if inside:
        amount = inside[0][1]
        comparator, low, high = amount.comparator, amount.low, amount.high
    start = min([start, said, *(a.start for _, a in inside)])
    parse.used.update(i for i, _ in inside)
    parse.skipped[:] = [s for s in parse.skipped if not (s.start < end and start < s.end)]
    began = None if unsaid else parse.words.theatre.war_start
    earlier = began is not None and unit == "years" and value >= (parse.ref - began).days / 365.25 + 2
    day = _its_day(parse) if unit == "days" and ordinal_year else None
    parse.found.append(
        claim(
            parse,
            start,
            end,
            "elapsed",
            "calendar.elapsed",
            value=value,
            low=low,
            high=high,
            unit=unit,
            comparator=comparator,
            period=Period(began, max(day or parse.ref, began) + dates.DAY) if began is not None else None,
            dimensions={"ordinal": "true"} if ordinal_year else {},
            attribution=speaker(parse, start),
            doubt="undefined_term" if unsaid else "ambiguous_period" if earlier else None,
            doubt_detail=_UNSAID if unsaid else "the text may count from an earlier beginning" if earlier else "",
            inherited=form == "guess"
            or (day is None and _tells_of_the_past(parse))
            or (form != "running" and _passed(parse, value, unit)),
        )
    )


def _its_day(parse: Parse) -> dt.date | None:
    """ "The 1,500th day of the war fell on 3 April": the one day that the sentence names, where it is past."""
    named = {m.period for m in parse.mentions if m.kind == "at" and m.period is not None}
    days = [p.start for p in named if p.days == 1]
    return days[0] if len(named) == 1 and days and days[0] <= parse.ref else None


def _tells_of_the_past(parse: Parse) -> bool:
    """Whether the sentence dates what it tells well before the report: how long it was then, no reader can say."""
    told = [m.period for m in parse.mentions if m.kind == "at" and m.period is not None and not m.speech]
    return any((parse.ref - period.last).days > _PAST_DAYS for period in told)


def _passed(parse: Parse, value: float, unit: str) -> bool:
    """Whether the war has lasted well beyond the count: "in the first month of the war" may tell of that month."""
    began = parse.words.theatre.war_start
    return began is not None and value < 0.9 * (parse.ref - began).days / _DAYS_IN[unit] - 1


def _counted(words: str, phrase: str) -> float | None:
    """The number of units, with its half where the phrase has one."""
    text = words.lower()
    count = 1.0 if text in ("a", "an") else number(text)
    halved = "half" not in text and re.search(r"and[ -]a[ -]half", phrase, re.IGNORECASE)
    return None if count is None else count + (0.5 if halved else 0.0)


def _span_of(parse: Parse, match: re.Match[str]) -> tuple[int, int]:
    """The stretch that makes the claim, without a mark or an "after" that a form begins with."""
    lead = re.match(r"(?:[\s,;:–—]|now |but |and |has |have )*", match.group(), re.IGNORECASE)
    start = match.start() + (lead.end() if lead else 0)
    if match.re.pattern.startswith((r"\b(?:has|have|had)", r"\bafter")):
        start = match.start("count")
    return start, match.start() + len(match.group().rstrip().removesuffix(" of"))


def _taken(parse: Parse, start: int, end: int) -> bool:
    a, b = parse.sentence.start + start, parse.sentence.start + end
    return any(c.frame == "elapsed" and c.quote.start < b and a < c.quote.end for c in parse.found)


def _comparator(parse: Parse, start: int) -> tuple[Comparator, int]:
    """What the words right before a count make of it, and where they start."""
    for pattern, comparator in _MODIFIERS:
        if (match := pattern.search(parse.text[:start])) is not None:
            return comparator, match.start()
    return "eq", start


def date_line(parse: Parse) -> list[Skipped]:
    """Of the page's own date line only the weekday is a claim."""
    find(parse)
    parse.found[:] = [c for c in parse.found if c.frame == "weekday"]
    return []
