"""Expressions of time in a sentence, resolved against the report's date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dateline.extracting import dates
from dateline.extracting.period_grammar import GRAMMAR
from dateline.extracting.period_readers import Context, Mention
from dateline.languages import en
from dateline.records.period import Period

__all__ = ["Mention", "mentions"]

#: No expression of time does without one of these: most sentences are spared the whole grammar.
_ANY = re.compile(
    r"\d|night|day|week|month|quarter|year|half|season|spring|summer|autumn|fall|winter|today|yesterday|morning"
    r"|record|to date|so far|ever|all time|war|invasion|conflict|fighting|hostilities|invaded|attack|raid|strike"
    r"|assault"
    r"|barrage|salvo|hours|Eve|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
    re.IGNORECASE,
)


def mentions(text: str, ref: dt.date, war_start: dt.date, future: bool = False) -> list[Mention]:
    """Expressions of time in `text`, in order, none overlapping. `future` lets a bare date lie ahead."""
    if _ANY.search(text) is None:
        return []
    context = Context(ref, war_start, future)
    found: list[Mention] = []
    for pattern, read in GRAMMAR:
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
    rf"\b(?:{en.SPEECH}|report|statement|post|bulletin|interview|speech|briefing)(?: \w+){{0,2}}? (?:on "
    rf"|in a \w+ on |late |early )?$",
    re.IGNORECASE,
)


#: "the invasion ordered in February 2022" dates the war and no figure.
_BACKGROUND = re.compile(
    r"\b(?:invasion|invaded|annexed|annexation|war|revolution|referendum|referendums)(?: [\w'’]+){0,4} (?:in |on "
    r"|of |since |from )$"
)
_ISSUED = re.compile(r"\b(?:issued|published|released|posted|printed|dated) (?:in|on|early in|late in) $")
_UTTERANCE = re.compile(
    r"(?:['’]s)? (?:evening |morning |nightly |daily |regular )?(?:report|statement|post|bulletin|briefing|update"
    r"|interview|address|message|summary|article)\b"
)


def _in_words_around(text: str, mention: Mention, context: Context) -> Mention:
    """Turns a plain period into "since" or the day of an utterance, by the words right before it."""
    before = text[max(0, mention.start - 40) : mention.start]
    since = _SINCE.search(before)
    if since is not None and mention.kind == "at" and mention.period is not None:
        anchor = mention.period
        if anchor.contains(context.war_start):
            anchor = Period(context.war_start, anchor.stop, anchor.granularity)  # "since February 2022"
        start = (
            anchor.stop
            if re.match(r" (?:ended|was over)", text[mention.end :]) or "end of" in since.group()
            else anchor.start
        )
        stop = max(context.ref + dates.DAY, start + dates.DAY)
        return replace(
            mention, start=mention.start - len(since.group()), kind="since", anchor=anchor, period=Period(start, stop)
        )
    if mention.kind == "at" and (_BACKGROUND.search(before) or _ISSUED.search(before)):
        return replace(mention, speech=True)
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
