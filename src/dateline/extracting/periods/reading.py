"""Finds the expressions of time in a sentence: every word that may begin one is tried against the rules that begin
so, and only the rules whose kind of word the sentence holds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline.extracting.patterns import when_asked
from dateline.extracting.periods import (
    dates,
    days,
    feasts,
    listed,
    months,
    nights,
    quarters,
    relative,
    shifts,
    war,
    weekdays,
    years,
)
from dateline.extracting.periods.mention import Context, Mention, Rule
from dateline.extracting.periods.words import MONTH, TOKEN, TRIGGERS, WEEKDAY
from dateline.extracting.signs import Openings
from dateline.languages import en
from dateline.records.period import Period

#: Earlier rules win over later ones where both begin at the same word.
RULES: Final[tuple[Rule, ...]] = (
    *war.RULES,
    *listed.NIGHTS,
    *nights.RULES,
    *weekdays.WEEKS,
    *months.RUNS,
    *feasts.RULES,
    *listed.RULES,
    *days.RULES,
    *weekdays.RULES,
    *months.RULES,
    *quarters.RULES,
    *years.RULES,
    *shifts.RULES,
    *relative.RULES,
)


def _by_first_word() -> dict[str, int]:
    needs: dict[str, int] = {}
    for r in RULES:
        for word in r.first:
            needs[word] = needs.get(word, 0) | r.needs
    return needs


#: A word that may begin an expression of time, to the families of words that its rules need.
_STARTS: Final = _by_first_word()
_SOME: Final = frozenset(TRIGGERS)


@lru_cache(maxsize=1)
def _openings() -> Openings:
    """Most words that may begin an expression of time begin none: one look of re2 tells which rules may match."""
    return Openings([r.source for r in RULES])


def mentions(text: str, ref: dt.date, war_start: dt.date, future: bool = False) -> list[Mention]:
    """Expressions of time in `text`, in order, none overlapping. `future` lets a bare date lie ahead."""
    words = TOKEN.findall(text)
    if _SOME.isdisjoint(words):
        return []
    families = 0
    for word in words:
        families |= TRIGGERS.get(word, 0)
    context = Context(ref, war_start, future)
    found = [_in_words_around(text, m, context) for m in _read(text, families, context)]
    return _up_to_saying(_overnight_on(_apart(found), text, ref), text, ref)


def _apart(found: list[Mention]) -> list[Mention]:
    """Without those that "since the fighting resumed on 18 March" holds within itself."""
    events = [m for m in found if m.kind == "since"]
    return [m for m in found if not any(e is not m and e.start <= m.start and m.end <= e.end for e in events)]


def _read(text: str, families: int, context: Context) -> Iterator[Mention]:
    at, openings = 0, _openings()
    for token in TOKEN.finditer(text):
        word = token.group().lower()
        if word not in _STARTS and not word[0].isalpha():
            word = "0"
        if not _STARTS.get(word, 0) & families:
            continue
        start = token.start()
        if start < at or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
            continue
        for r in map(RULES.__getitem__, openings(text, start)):
            if word not in r.first or not r.needs & families:
                continue
            match = r.pattern.match(text, start)
            if match is not None and (mention := r.read(match, context)) is not None:
                at = mention.end
                yield mention
                break


_SINCE: Final = when_asked(
    r"\b(?:since|counting from|starting (?:from|on|with)|beginning (?:on|with))"
    r" (?:at least |about |around |the (?:end|start|beginning) of |the |in |early |late |mid-?)?$",
    re.IGNORECASE,
)
#: "since the hostilities resumed on 18 March", "since Kyiv's surprise raid in late August".
_SINCE_EVENT: Final = when_asked(
    rf"\bsince (?!then\b)(?:(?!{en.SPEECH}|{MONTH}|{WEEKDAY}|\d{{4}}|yesterday|and\b|but\b|when\b|while\b)"
    r"[\w'’-]+ ){1,8}?"
    r"(?:on|in|of|at the (?:start|end|beginning) of|late in|early in|in late|in early) (?:the )?$",
    re.IGNORECASE,
)
#: "The war, which began in March 2011, has killed 388,000": what a running event has done is of all of it.
_BEGUN: Final = when_asked(
    r"\b(?:war|conflict|fighting|offensive|campaign|uprising|siege|insurgency|rebellion|hostilities|clashes|blockade"
    r"|bombardment)(?:,? (?:which|that))?(?: (?:first|itself))? (?:began|erupted|broke out|started|launched|begun"
    r"|resumed|flared up) (?:(?:late |early )?(?:on|in)|at the (?:start|end|beginning) of) (?:late |early |mid-)?$",
    re.IGNORECASE,
)
_HAS: Final = when_asked(r",? (?:(?:has|have) )(?!been (?:over|ended))")
#: "(from 19:00 on 11 November)": the hours of a night that the sentence names by its day.
_HOURS: Final = when_asked(
    r"\(\s*(?:(?:from|since|starting|beginning) )?(?:at )?\d{1,2}[:.]\d\d "
    r"(?:(?:a\.m\.|p\.m\.|local time) )?(?:on |of )?$",
    re.IGNORECASE,
)
#: "LONDON, Sept 8 (Agency) -": where and when a report was filed; nothing happened on that day.
_FILED: Final = re.compile(
    rf"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]+[ ,]+){{1,4}}(?:\d{{1,2}} (?:{MONTH})|(?:{MONTH}) \d{{1,2}})(?:,? \d{{4}})?"
    r"(?: \([^)]{2,40}\))?,? ?[-–—]{1,2} ",
)
#: So far into a sentence such a head goes.
_HEAD: Final = 40
#: "which began late on Tuesday": a night is of the day on which it ends.
_INTO_NIGHT: Final = when_asked(
    r"\b(?:raid|attack|assault|strike|barrage|bombardment|salvo|wave)\w*\b[^.;]{0,40}?\b(?:began|begun|beginning|started"
    r"|starting|launched|opened) (?:late (?:on |in the evening of )?(?:\w+day, )?|(?:on|in) the (?:late )?evening of "
    r"|at dusk on |at nightfall on |after dark on )$",
    re.IGNORECASE,
)
_SPEECH: Final = when_asked(
    rf"\b(?:{en.SPEECH}|report|statement|post|bulletin|interview|speech|briefing)(?: \w+){{0,2}}? (?:on "
    rf"|in a \w+ on |late |early )?$",
    re.IGNORECASE,
)
#: "the invasion ordered in February 2022" dates the war and no figure.
_BACKGROUND: Final = when_asked(
    r"\b(?:invasion|invaded|annexed|annexation|war|revolution|referendum|referendums)(?: [\w'’]+){0,4} (?:in |on "
    r"|of |since |from )$"
)
_ISSUED: Final = when_asked(r"\b(?:issued|published|released|posted|printed|dated) (?:in|on|early in|late in) $")
_UTTERANCE: Final = when_asked(
    r"(?:['’]s)? (?:evening |morning |nightly |daily |regular )?(?:report|statement|post|bulletin|briefing|update"
    r"|interview|address|message|summary|article)\b"
)


def _in_words_around(text: str, mention: Mention, context: Context) -> Mention:
    """Turns a plain period into "since" or the day of an utterance, by the words right before it."""
    if mention.kind not in ("at", "within") or mention.period is None:
        return mention
    before = text[max(0, mention.start - 80) : mention.start]
    since = (
        _SINCE.search(before)
        or _after(mention, before, context)
        or (mention.period.start <= context.ref and _SINCE_EVENT.search(before))
        or None
    )
    if since is not None:
        return _since(text, mention, since, context)
    if mention.period.start <= context.ref and _BEGUN.search(before) and _HAS.match(text, mention.end):
        stop = context.ref + dates.DAY
        return replace(mention, kind="since", anchor=mention.period, period=Period(mention.period.start, stop))
    if _HOURS.search(before) or (mention.start < _HEAD and _FILED.match(text)):
        return replace(mention, kind="vague", period=None, unit="present")
    if _BACKGROUND.search(before) or _ISSUED.search(before):
        return replace(mention, speech=True)
    day_long = mention.period.days == 1 and mention.period.granularity == "day"
    into = before + ("late on " if text.startswith("late ", mention.start) else "")
    if day_long and mention.period.last < context.ref and _INTO_NIGHT.search(into):
        after = mention.period.start + dates.DAY
        return replace(mention, period=Period.of_day(after, "night"), weekday="")
    said = _SPEECH.search(before)
    counted = said is not None and re.search(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b", said.group())
    if day_long and ((said and not counted) or _UTTERANCE.match(text, mention.end)):
        return replace(mention, speech=True)
    return mention


#: "Most of the deaths came after 16 September": from the next day on.
_AFTER: Final = when_asked(r"\b(?:came|happened|occurred|fell|were (?:recorded|reported|killed)|died|dated?) after $")


def _after(mention: Mention, before: str, context: Context) -> re.Match[str] | None:
    past = mention.period is not None and mention.period.last < context.ref
    return _AFTER.search(before) if past else None


def _since(text: str, mention: Mention, since: re.Match[str], context: Context) -> Mention:
    anchor = mention.period
    assert anchor is not None
    if anchor.contains(context.war_start):
        anchor = Period(context.war_start, anchor.stop, anchor.granularity)  # "since February 2022"
    over = re.match(r" (?:ended|was over)", text[mention.end :]) or re.search(r"end of|after $", since.group())
    start = anchor.stop if over else anchor.start
    stop = max(context.ref + dates.DAY, start + dates.DAY)
    return replace(
        mention, start=mention.start - len(since.group()), kind="since", anchor=anchor, period=Period(start, stop)
    )


#: "More than on 5 June, and unlike the attack of 3 June": the day of what is compared with.
_COMPARED: Final = when_asked(
    r"\b(?:than|compared (?:with|to)|versus|from|against|unlike|as|since|after|before)\b[^,;.]{0,40}$", re.IGNORECASE
)
#: "Last night" keeps its own date beside a day further back than this.
_JUST_NOW: Final = 2


def _another(text: str, day: Mention) -> bool:
    """Whether the day is another event's: "making Thursday's raid", "more than the 300 on Sunday"."""
    return text.startswith(("'s ", "’s "), day.end) or _COMPARED.search(text[: day.start]) is not None


def _overnight_on(found: list[Mention], text: str, ref: dt.date) -> list[Mention]:
    """A bare "overnight" in a sentence that names one day is the night that ends on it; one compared with is not."""
    if all(m.unit != "overnight" for m in found):
        return found
    night = next(m.start for m in found if m.unit == "overnight")
    days = [
        m
        for m in found
        if m.kind == "at"
        and m.period is not None
        and m.period.days == 1
        and m.unit != "overnight"
        and not (m.start > night and _another(text, m))  # "overnight, ..., making Thursday's raid"
    ]
    if len(days) != 1 or days[0].period is None or _COMPARED.search(text[: days[0].start]):
        return found
    named = Period(days[0].period.start, days[0].period.stop, "night")
    far = (ref - named.start).days > _JUST_NOW and not days[0].speech
    return [replace(m, period=named) if m.unit == "overnight" and not (far and _last(text, m)) else m for m in found]


def _last(text: str, mention: Mention) -> bool:
    return text[mention.start : mention.end].lower() == "last night"


#: What parts a statement from what others say or what the reporter adds.
_PARTED: Final = when_asked(r";|,? (?:while|whereas|but|although|though) ")


def _up_to_saying(found: list[Mention], text: str, ref: dt.date) -> list[Mention]:
    """ "Said on 22 July that so many had been killed since October": what is told on an earlier day than the report's
    runs to that day."""
    if all(m.kind not in ("since", "war") for m in found):
        return found
    days = [m for m in found if m.kind == "at" and m.period is not None and m.period.days == 1]
    said = [m for m in days if (m.speech and not _BACKGROUND.search(text[: m.start])) or _day_of_saying(text, m)]
    if len(said) != 1 or said[0].period is None or said[0].period.last >= ref:
        return found
    return [_until(m, said[0], text, ref) for m in found]


#: "On 22 July the ministry put": a day that opens the sentence, and who then gives a figure.
_GIVES: Final = when_asked(rf",? (?:(?!and |but |when |after |before |since )[\w'’.-]+ ){{1,7}}?(?:{en.SPEECH})(?!\w)")


def _day_of_saying(text: str, day: Mention) -> bool:
    return re.fullmatch(r"(?:On )?", text[: day.start]) is not None and _GIVES.match(text, day.end) is not None


def _until(mention: Mention, day: Mention, text: str, ref: dt.date) -> Mention:
    running, said = mention.period, day.period
    if running is None or said is None or mention.kind not in ("since", "war") or running.last != ref:
        return mention
    between = text[min(mention.end, day.end) : max(mention.start, day.start)]
    if running.start >= said.start or _PARTED.search(between):
        return mention
    return replace(mention, period=Period(running.start, said.stop, running.granularity))
