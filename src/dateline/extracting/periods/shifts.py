"""Stretches told by another time, which the words do not name: "a year earlier", "two days later", "that night"; and
what dates nothing ("recently")."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.periods import dates
from dateline.extracting.periods.mention import Context, Kind, Mention, Rule, at, rule
from dateline.extracting.periods.words import FEW, NUMBER, NUMBERS, POINTING, RAIDS, UNITS, count_of, i
from dateline.records.period import Period


def shift(match: re.Match[str], context: Context) -> Mention | None:
    parts = match.groupdict()
    unit = (parts.get("by") or parts.get("unit") or "year").lower().rstrip("s")
    unit = "year" if unit == "weekend" else unit
    stated = parts.get("year")
    anchor = dates.year(int(stated), context.ref) if stated else None
    return Mention(match.start(), match.end(), "shift", None, anchor, count_of(parts.get("count")), unit)


def ago(match: re.Match[str], context: Context) -> Mention | None:
    """ "three days ago" is that day. Of longer spells the words tell the figure's own time only roughly where they open
    a clause ("Two years ago, ..."); elsewhere they are what a figure is compared with."""
    count, unit = count_of(match["count"]), match["unit"].lower()
    if unit in ("day", "night"):
        # Two nights ago is the night before last or the one that began two days ago: named by its first day, as every
        # night may be, it is either.
        return at(match, Period.of_day(context.ref - count * dates.DAY, "day" if unit == "day" else "night"))
    opening = re.search(
        r"(?:^|[,;:–—.\"“(] ?)(?:(?:about|almost|nearly|just|only|more than|over|some) )?$", _before(match)
    )
    kind: Kind = "ago" if opening else "shift"
    return Mention(match.start(), match.end(), kind, count=count, unit=unit)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 20) : match.start()]


def later(match: re.Match[str], context: Context) -> Mention | None:
    parts = match.groupdict()
    return Mention(match.start(), match.end(), "later", count=count_of(parts.get("count")), unit=match["unit"].lower())


def that(match: re.Match[str], context: Context) -> Mention | None:
    return Mention(match.start(), match.end(), "that", unit=match["unit"].lower())


def end_of(match: re.Match[str], context: Context) -> Mention | None:
    unit = (match.groupdict().get("unit") or "year").lower()
    return Mention(match.start(), match.end(), "that", unit=f"end of {unit}")


def vague(match: re.Match[str], context: Context) -> Mention | None:
    return Mention(match.start(), match.end(), "vague", unit=match.lastgroup or "")


_UNIT: Final = r"(?P<unit>day|night|week|weekend|month|quarter|year)"

RULES: Final[tuple[Rule, ...]] = (
    rule(
        "the same corresponding equivalent like",
        UNITS,
        i(
            r"(?:the )?(?:same|corresponding|equivalent|like) (?:month|period|stretch|time|week|quarter|night"
            r"|span|day|date|months)(?:(?: of| in)? (?P<year>(?:19|20)\d\d)|(?: of| in| a| the| last| one"
            r"| previous)* (?P<by>year)(?: (?:before|earlier|ago|prior|previous))?)"
            r"|(?:(?<=than )|(?<=from )|(?<=against )|(?<=versus )|(?<=with )|(?<=to )|(?<=in )|(?<=over )|(?<=for ))"
            r"(?:the )?(?:corresponding|equivalent|like) (?:month|period|stretch|week|quarter|span|months)"
            r"|(?:(?<=than )|(?<=from )|(?<=against )|(?<=versus )|(?<=with ))(?:in )?"
            r"(?:the )?same (?:month|period|stretch|time|week|quarter|span|months)"
        ),
        shift,
    ),
    rule(
        f"a an {NUMBERS}",
        UNITS,
        i(
            rf"(?:an?|(?P<count>{NUMBER})) (?P<unit>day|night|week|month|quarter|year|decade)s?"
            r" (?:earlier|before|prior|previously)"
        ),
        shift,
    ),
    rule(
        f"a an {NUMBERS}",
        UNITS,
        i(rf"(?:an?|(?P<count>{NUMBER})) (?P<unit>day|night|week|month|quarter|year|decade)s? ago"),
        ago,
    ),
    rule(
        "several a few some years decades months weeks days",
        UNITS,
        i(rf"(?P<past>(?:(?:{FEW}|some|a week or so) )?(?:years|decades|months|weeks|days) (?:ago|earlier))"),
        vague,
    ),
    rule("the", UNITS, i(rf"the {_UNIT} (?:before|prior)(?! (?:last|yesterday))"), shift),
    rule(
        "the year month week quarter",
        UNITS,
        i(
            r"(?P<unit>year|month|week)[- ](?:on|over)[- ](?:year|month|week)|(?:the )?(?P<by>year|month|week|quarter)-"
            r"(?:ago|earlier)(?: (?:period|quarter|month|level|figure|total))?"
        ),
        shift,
    ),
    rule(
        "in the previous preceding prior",
        UNITS,
        i(
            r"(?:(?<=than )|(?<=from )|(?<=against )|(?<=over )|(?<=versus )|(?<=with )"
            r"|(?<=to ))(?:in )?(?:the )?(?:previous|preceding|prior) (?P<unit>day|night|week|month|quarter"
            r"|year)"
        ),
        shift,
    ),
    rule(
        "the next",
        UNITS,
        i(r"the following (?P<unit>day|night|week|month|quarter|year)|(?:the )?next (?P<day>day|night|morning)"),
        lambda match, context: Mention(
            match.start(), match.end(), "later", unit=(match["unit"] or match["day"]).lower().replace("morning", "day")
        ),
    ),
    rule("the", UNITS, i(r"the (?P<unit>day|night|week|month|year) after"), later),
    rule(
        f"a an {NUMBERS}",
        UNITS,
        i(
            rf"(?:an?|(?P<count>{NUMBER})) (?P<unit>day|night|week|month|quarter|year|decade)s?"
            r" (?:later|afterwards?|after(?= ?[.,;]|$))"
        ),
        later,
    ),
    rule("the", UNITS, i(r"the (?:end|close) of (?:the|that) (?P<unit>month|week|year)"), end_of),
    rule("year yearend", UNITS, i(r"year[- ]?end"), end_of),
    rule(
        "that the same",
        UNITS | RAIDS,
        i(
            r"(?:that|the same|the) (?P<unit>night|attack|raid|strike|assault|barrage|day|week|month|quarter|year"
            r"|salvo)(?!s| of | on | with | when | in which | that |-"
            r"| and (?:the )?(?:night|day)\b)"
        ),
        that,
    ),
    rule(
        "now currently current nowadays presently at these",
        POINTING | UNITS,
        i(r"(?P<present>now|currently|nowadays|presently|at present|at the moment|these days|current)"),
        vague,
    ),
    rule(
        "recently lately recent in the most that back then previously formerly long",
        POINTING | UNITS,
        i(
            r"(?P<past>recently|lately|previously|formerly|long ago|the past(?= ?[.,;:]|$)"
            r"|(?:the )?(?:most )?recent (?:hours|days|weeks|months|quarters|years|decades)"
            rf"|in the past(?! (?:{NUMBER} |{FEW} )?(?:hour|day|night|week|month|quarter|year|decade|century))"
            r"|(?<=at )(?:the|that) time|back then|(?<=since )then|the recent past)"
        ),
        vague,
    ),
    rule(
        "soon shortly the near foreseeable immediate not future in",
        POINTING | UNITS,
        i(
            r"(?P<future>(?<!as )soon(?! after| as)|shortly(?! after| before)"
            r"|(?:the )?(?:near |foreseeable |immediate |not-too-distant )?future(?! of)"
            r"|the (?:near|short|long) term|the coming (?:hours|days|weeks|months|years))"
        ),
        vague,
    ),
)
