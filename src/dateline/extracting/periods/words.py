"""Words of time: the fragments that patterns are made of, and the families that tell which rules a sentence needs.

Month and weekday names keep their capitals ("may" is a verb); the rest of the words may stand at a sentence's start.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from dateline.extracting.amounts.numerals import number
from dateline.extracting.patterns import when_asked
from dateline.languages import en

MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b))"
)
DAY: Final = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
#: What a number before it counts, so that "in August 2000 drones" names no year.
COUNTED: Final = (
    r"(?! (?:(?!for |of |in |on |to |and |as |after |by |the |an? |its )[A-Za-z-]+ )?"
    r"(?:of (?:them|those|these|which|whom)|people|men|women|troops|soldiers|civilians|children"
    r"|fighters|square|drones|missiles|munitions|weapons|bombs|shells|rockets|strikes"
    r"|attacks|sorties|targets|casualties|deaths|houses|homes|buildings|villages|tons|tonnes|miles|meters|metres"
    r"|kilomet(?:er|re)s|km|dollars|euros|pounds|points|barrels|shares|percent|words|feet|votes|cases"
    r"|seconds|minutes|hours|days|nights|weeks|months|quarters|years|decades)\b)"
)
#: Numbers written like the years that reports are of, which count nothing right behind a month or a sentence's "In",
#: or before a people's name: "In 2025 strikes killed", "in August 2024 Russian drones".
_BEHIND_MONTH: Final = "".join(rf"(?<={name.title()} \d{{4}})|" for name in en.MONTHS)
_RECENT: Final = (
    rf"(?:20(?:1[4-9]|2\d)(?!\d)(?:(?<=(?-i:In) \d{{4}})|{_BEHIND_MONTH}"
    r"(?= (?-i:[A-Z][a-z]+(?:ian|ish|eli|ese)\b))))"
)
YEAR: Final = rf"(?:(?:(?:19|20)\d\d(?!\d){COUNTED})|{_RECENT})"
#: The year after a date, by its number or by where it stands to the report's. "Last year's" speaks of what follows it.
DATE_YEAR: Final = (
    rf"(?:(?:of )?{YEAR}"
    r"|(?i:(?:of )?(?:(?:last|this|next|the previous) year|the year before last)(?!['’-]|\w)))"
)
#: Years far back are read only where they stand alone.
OLD_YEAR: Final = rf"(?:(?:(?:1[5-9]|20)\d\d(?!\d){COUNTED})|{_RECENT})"
WEEKDAY: Final = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
TO: Final = r"(?:\s?[-–—/]\s?|\s(?:to|into|through|until|till)\s)"
AND: Final = r"(?:\s?[-–—/]\s?|\s(?:to|and|into|through|until|till)\s)"
NUMBER: Final = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)"
)
FEW: Final = r"(?:several|a few|few|a couple of|a couple)"
ORDINAL: Final = r"(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th))"
WAR: Final = (
    r"(?:full-scale |large-scale |all-out |\w+ian |\w+['’]s |whole |entire )*(?:war|invasion|conflict|fighting"
    r"|hostilities|special military operation)"
)

DATE_MDY: Final = (
    rf"(?:(?P<weekday>{WEEKDAY}),? )?(?P<month>{MONTH}) (?P<day>{DAY})(?!\d|[,.]\d)(?:,? (?P<year>{DATE_YEAR}))?"
)
DATE_DMY: Final = (
    rf"(?:(?P<weekday>{WEEKDAY}),? )?(?P<day>{DAY}) (?:of )?(?P<month>{MONTH})(?:,? (?P<year>{DATE_YEAR}))?(?!,\d)"
)
RANGE: Final = (
    rf"(?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<year1>{DATE_YEAR}))?{TO}(?:(?P<month2>{MONTH}) )?(?P<day2>{DAY})"
    rf"(?!\d|[,.]\d)(?:,? (?P<year>{DATE_YEAR}))?"
)
RANGE_DMY: Final = (
    rf"(?P<day>{DAY})(?: (?P<month>{MONTH}))?(?:,? (?P<year1>{DATE_YEAR}))?{TO}(?P<day2>{DAY}) (?P<month2>{MONTH})"
    rf"(?:,? (?P<year>{DATE_YEAR}))?"
)

#: Words that a pattern may begin with, as `rule` wants them.
MONTHS: Final = " ".join(en.MONTHS)
WEEKDAYS: Final = " ".join(en.WEEKDAYS)
NUMBERS: Final = " ".join(["0", *list(en.ONES)[1:], *en.TENS])
ORDINALS: Final = " ".join(
    ["0", *en.ORDINALS, "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twenty"]
)

#: Families of words; a rule needs one of some of them.
DATED: Final = 1  # names of months
WEEKLY: Final = 2  # names of weekdays
NIGHTLY: Final = 4
UNITS: Final = 8  # days, weeks, months and years as nouns
SEASONAL: Final = 16
WARLIKE: Final = 32
NUMBERED: Final = 64  # years, ordinals and dates in figures
POINTING: Final = 128  # "yesterday", "now", "on record"
RAIDS: Final = 256

_FAMILIES: Final = {
    NIGHTLY: "night nights overnight nightly dawn hours",
    UNITS: "hour hours day days night nights week weeks weekend weekends month months quarter quarters half year years"
    " decade decades century fiscal yearend midweek midyear period time stretch span",
    SEASONAL: "spring summer autumn fall winter",
    WARLIKE: "war invasion conflict fighting hostilities invaded operation",
    NUMBERED: "st nd rd th nineteen twenty twenties thirties forties fifties sixties seventies eighties nineties",
    POINTING: "today yesterday tomorrow tonight morning evening afternoon now currently current nowadays presently"
    " past present recently recent lately future soon record date far ever time moment eve new term christmas then"
    " previously formerly shortly ago",
    RAIDS: "attack raid strike assault barrage salvo",
}


def _triggers() -> dict[str, int]:
    found: dict[str, int] = {}
    for family, words in _FAMILIES.items():
        for word in words.split():
            for form in (word, word.capitalize(), word.upper()):
                found[form] = found.get(form, 0) | family
    for names, family in ((en.MONTHS, DATED), (en.WEEKDAYS, WEEKLY)):
        found.update({form: family for name in names for form in (name.capitalize(), name.upper())})
    figures = [*map(str, range(1500, 2100)), *(f"/{n}" for n in range(10))]
    figures += [f"{mark}{n}" for mark in "'’" for n in range(10)]
    figures += [f".{form}." for n in range(1, 13) for form in (str(n), f"{n:02}")]
    return found | dict.fromkeys(figures, NUMBERED)


#: A word to its families, as bits. "/7", ".07." and "'8" stand for dates and years written with these marks.
TRIGGERS: Final = _triggers()
#: Words and numbers as TRIGGERS and the first words of rules know them.
TOKEN: Final = when_asked(r"[A-Za-z]+|\d+|/\d|['’]\d|\.[01]?\d\.(?=\d)")


def i(pattern: str) -> str:
    """`pattern` in any case."""
    return f"(?i:{pattern})"


def count_of(text: str | None) -> int:
    """The number that the words write; 1 where they write none."""
    return int(number(text) or 1) if text else 1


def day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def year_number(text: str, ref: dt.date) -> int:
    """The year that `DATE_YEAR` found, for a report of the day `ref`."""
    said = text.lower().removeprefix("of ")
    if said[0].isdigit():
        return int(said)
    return ref.year - 2 if "before last" in said else ref.year + _FROM_THIS[said.split()[-2]]


_FROM_THIS: Final = {"previous": -1, "last": -1, "this": 0, "next": 1}


def month_number(text: str) -> int:
    return en.MONTHS[text.lower().rstrip(".")]


def ordinal_number(text: str) -> int | None:
    """ "third", "19th", "twenty-first"; None where the words are no ordinal."""
    text = text.lower()
    if text[0].isdigit():
        return day_number(text)
    tens, _, ones = text.rpartition("-")
    value = en.ORDINALS.get(ones) or _TEENS.get(ones)
    return value + en.TENS.get(tens, 0) if value else None


_TEENS: Final = {
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
}  # fmt: skip
