"""Numbers that are no figures: dates, times, years, ordinals, scores, names, and "one" for a person or a thing."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts import directions, units
from dateline.extracting.amounts.numerals import number
from dateline.extracting.patterns import when_asked
from dateline.languages import en, en_figures

_MONTH: Final = r"(?:" + "|".join(m.capitalize() for m in sorted(en.MONTHS, key=len, reverse=True)) + r")\b\.?"
_CLOCK = when_asked(
    r"\d{1,2}(?::\d\d)+(?:\.\d+)?(?:Z\b|\s?[ap]\.?m\b\.?)?|\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.m\.?|[ap]m\b|o['’]clock)"
    r"|\d{4}\s?(?:hrs|GMT|UTC|BST|EST|EET)\b|\d{4}-\d\d?-\d\d?(?:T[\d:.]+Z?)?|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\b"
    r"|(?:480|720|1080|1440|2160)[pi]\b|[48]K\b(?=\s(?:video|tv|uhd|hdr|display|resolution|screen|monitor|stream)s?)"
    r"|(?!\d{1,3}(?:\.\d{3})+(?:,\d|\b(?!\.)))\d+(?:[-.]\d+){2,}(?![\d%])|\d{13,}|\d+-to-\d+\b|\dx\d\b|\d{1,2}['’]\d{1,2}[\"”]"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}}\b)?",
    re.IGNORECASE,
)
#: "13st" is a weight in stones.
_ORDINAL = when_asked(r"\d*(?:,\d{3})*(?:(?<!\d)1st|(?<=[02-9])1st|2nd|3rd|(?<=\d)th)\b", re.IGNORECASE)
#: "In his 40s", "the mid-30s"; and "a 4x4".
_DECADE = when_asked(r"\d?0s\b")
_OF_DECADE = when_asked(r"\b(?:his|her|their|my|our|your|the|early|mid|late|low|high|upper|lower)[ -]$", re.IGNORECASE)
_YEAR = when_asked(r"(?:1[5-9]|20)\d\d(?:s\b|(?:\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d))?(?![\d,.]?\d|[-–/]\d))")
#: Four digits that are a year for the word before them: "by 2120", "in 1066".
_SOME_YEAR = when_asked(r"[12]\d{3}(?![\d,.]?\d|[-–/]\d)(?!\s(?!(?:is|was|has|its|this|as)\b)[a-z]{2,}s\b)")
_IN_YEAR = when_asked(r"\b(?:in|by|since|until|till|year|circa)\s$", re.IGNORECASE)
_AFTER_MONTH = when_asked(rf"(?:^|\W){_MONTH}\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:-|–|to|and|or)\s?)?$")
_DAY = when_asked(r"\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4}\b)?(?![\d.,]\d|\s?%)")
_PLAIN_AFTER = when_asked(rf"\s(?:[a-z-]+\s)?(?:{en_figures.COUNTED_PLAINLY})\b")
#: "12 Station Road", "9 E 40th St", "3 Rue Cler": the number of a house.
_HOUSE = when_asked(
    rf"\d{{1,5}}[A-Za-z]?\s(?:(?:(?:[A-Z][\w'’.-]*|\d+(?:st|nd|rd|th))\s){{1,3}}(?:(?:{en_figures.STREETS})\b(?!['’])"
    rf"|(?:{en_figures.STREETS_LAST})\b(?=[,.;)]|$))|(?:{en_figures.STREETS_FIRST})\s(?=[A-Z]))"
)
_SCORE = when_asked(r"(\d{1,4})[-–](\d{1,3})(?![\w%.,-]*\d|\s?[%°]|-)")
_SCORE_BEFORE = when_asked(rf"\b(?:{en_figures.SCORED})\b[^.;]{{0,24}}$", re.IGNORECASE)
#: "lost 20-30 drones" is no score.
_PLURAL_AFTER = when_asked(r"\s(?:[a-z-]+\s)?[a-z]{2,}s\b")
_SCORE_AFTER = when_asked(rf"\s(?:\w+\s)?(?:{en_figures.SCORED})\b", re.IGNORECASE)


def no_figure(text: str, start: int) -> int | None:
    """Where the date, time, ordinal or name ends whose digits start at `start`; None where they may be a figure."""
    if not text[start].isdigit():
        return None
    before = text[max(0, start - 16) : start]
    for pattern in (_CLOCK, _ORDINAL, _HOUSE):
        match = pattern.match(text, start)
        if match is not None and _cased(match.group()):
            return match.end()
    if before and before[-1] not in " (":
        glued = before[-1]
        if (
            glued in "_#:@'’‘"
            or (glued == "." and before[-2:-1].isalnum())
            or (glued == "/" and before[-2:-1].isalnum())
        ):
            return past_digits(text, start)
        lettered = glued.isalpha() or (glued in "-–" and before[-2:-1].isalpha())
        if lettered and units.money_before(text, start) is None and not _spelt_range(before):
            return past_digits(text, start)
    decade = _DECADE.match(text, start)
    if decade is not None and _OF_DECADE.search(before):
        return decade.end()
    score = _SCORE.match(text, start)
    if score is not None and _is_score(text, score):
        return score.end()
    if _AFTER_MONTH.search(before) and (day := _DAY.match(text, start)) is not None:
        return day.end()
    year = _YEAR.match(text, start) or (_SOME_YEAR.match(text, start) if _IN_YEAR.search(before) else None)
    return year.end() if year is not None and not _counts(text, start, year.end()) else None


def past_digits(text: str, start: int) -> int:
    """The end of the run of digits or letters that starts at `start`."""
    end = start + 1
    while end < len(text) and (text[end].isdigit() or (text[end] in ".," and text[end - 1].isdigit())):
        end += 1
    return end


def _is_score(text: str, match: re.Match[str]) -> bool:
    """Whether "3-1" is a score: falling or level, or beside a word of winning, and of no unit."""
    if units.after(text, match.end()) is not None or units.money_before(text, match.start()) is not None:
        return False
    near = _SCORE_AFTER.match(text, match.end()) or (
        _SCORE_BEFORE.search(text[: match.start()]) and not _PLURAL_AFTER.match(text, match.end())
    )
    return int(match[1]) >= int(match[2]) or bool(near)


def _cased(dated: str) -> bool:
    """A month's name begins with a capital: "5 may" is no date."""
    letters = re.sub(r"[^A-Za-z ]", "", dated).split()
    return not letters or letters[-1].lower() not in en.MONTHS or letters[-1][0].isupper()


def _spelt_range(before: str) -> bool:
    """Whether the letters before the dash are a number: "two-3 million", "10m-12m"."""
    match = re.search(r"([A-Za-z]+)[-–]$", before)
    return match is not None and number(match[1]) is not None


_BY_HOW_MANY = re.compile(r"\s?[x×]\s?\d")


def _counts(text: str, start: int, end: int) -> bool:
    """Whether four digits that might be a year are an amount: by money before, a unit or a counted noun behind, or a
    bound in front."""
    if units.money_before(text, start) is not None or _PLAIN_AFTER.match(text, end):
        return True
    if _BY_HOW_MANY.match(text, end):
        return True
    unit = units.after(text, end)
    if unit is not None and not (unit[1] - end > 1 and text[end] == "-" and unit[0].dimension == "time"):
        return True
    return (
        end - start == 4
        and directions.modifier(text, start) is not None
        and not re.search(
            r"\b(?:around|about|over|past|by|under|above|below|beyond|than)\s(?:the\s)?$", text[:start], re.IGNORECASE
        )
    )


_PRONOUN_BEFORE = re.compile(r"\b(?:no|any|every|some|each|this|that|which|the|another|last|next|only|good|bad|new|big"
                             r"|little|[a-z]+er|[a-z]+est|by)[ -]$", re.IGNORECASE)  # fmt: skip
_PRONOUN_AFTER = when_asked(r"(?: another| by one| thing\b| day,|['’]s\b| such| could| can\b| might| would| has to"
                            r"| must| should| who\b| that\b| is\b| was\b| to\b|[.,;:!?)]|$"
                            r"|-(?!year|month|week|day|night"
                            r"|hour|minute|mile|kilo|bed|drone|missile))",
                            re.IGNORECASE)  # fmt: skip


def is_pronoun(text: str, start: int, end: int) -> bool:
    """Whether "one" stands for a thing or a person and counts nothing."""
    if _PRONOUN_AFTER.match(text, end):
        return True
    return _PRONOUN_BEFORE.search(text[max(0, start - 12) : start]) is not None
