"""Lines that say who wrote a page and when: bylines, names, date lines and stamps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.reading.dates import AMBIGUOUS, WEEKDAY, find_dates

_LABEL = re.compile(
    r"\b(?:(?P<updated>(?:last )?(?:updated|modified|edited|revised)|update)|"
    r"(?P<published>(?:first |originally )?(?:published|posted|issued|created)|publication "
    r"date))\b(?: (?:on|at))?\s*:?",
    re.IGNORECASE,
)
_NOISE = re.compile(
    rf"\b\d{{1,2}}[:.h]\d\d(?::\d\d)?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?(?:\s*\(?(?:[A-Z]{{2,4}}T?|Z|"
    rf"(?:GMT|UTC)?\s?[+-]\d{{1,2}}:?(?:\d\d)?)\)?(?!\w))?|"
    rf"\b\d{{1,2}}\s*[ap]\.?m\b\.?|\b(?:{WEEKDAY})(?=\W|$)|"
    r"\b\d+\s*[- ]?min(?:ute)?s?\.? read\b|\b\d+ (?:minutes?|hours?|days?|mins?|hrs?) ago\b|"
    r"\b(?:GMT|UTC|EDT|EST|CET|CEST|EET|EEST|BST|PDT|PST|Kyiv time|local time)\b|\b(?:date|dated)\s*:|"
    r"\bat\b|\bon\b(?= *$)",
    re.IGNORECASE,
)
_BULLETS = re.compile(r"\s*(?:[•·|/,;:()\[\]]|(?<!\S)[–—-]+(?!\S))[\s•·|/,;:()\[\]–—-]*")
_BY = re.compile(r"\W*by\b", re.IGNORECASE)
_PARTICLES = frozenset(("de", "da", "di", "del", "der", "den", "van", "von", "al", "el", "la", "le", "bin", "ibn"))
#: Words of sections and menus, days and months.
_NOT_NAMES = frozenset(
    """
    about account africa all america americas analysis and app april asia august business change climate comment
    comments contact corrections culture data day december defence defense east economy editorial education
    energy english environment europe explainer features february film friday gaza global group health help home
    in international january july june live log main march markets may media menu middle monday more most music
    my news newsletter newsletters north november october of on opinion our podcasts politics popular privacy
    read related russia saturday science search section sections september share show sign south sport sports
    stories story sunday support tech technology the thursday today top travel trending tuesday uk ukraine up us
    video videos war watch weather wednesday west world your
    """.split()  # noqa: SIM905 - a list of a hundred words reads better as words
)


_DESK_WORDS = 7


@dataclass(frozen=True, slots=True)
class MetaLine:
    """What a line says beside the story. `stated` is a date without a label, `stamped` whether the line says
    published or updated, `names` the writers it names."""

    published: date | None = None
    updated: date | None = None
    stated: date | None = None
    stamped: bool = False
    names: tuple[str, ...] = ()


def is_name(words: str) -> bool:
    """Whether the words look like a person's name: two to five capitalised words, none of them a section's."""
    parts = words.split()
    if not 2 <= len(parts) <= 5 or any(ch.isdigit() for ch in words):
        return False
    if any(part.strip(".").lower() in _NOT_NAMES for part in parts):
        return False
    return all(
        part in _PARTICLES or (re.fullmatch(r"[^\W\d_](?:[\w'’.-]*)", part) and part[0].isupper()) for part in parts
    )


def split_names(words: str) -> tuple[str, ...]:
    """The persons in "By Ann Lee, Kyiv, and Bob Roy"; empty where the first is not a name."""
    words = re.sub(r"^\s*(?:by|from)\s+", "", words, flags=re.IGNORECASE)
    pieces = re.split(r"\s*(?:,|;|\||&|•|·|\band\b|\bin\b|\bfor\b)\s*", words)
    names = [piece.strip(" .") for piece in pieces if piece.strip()]
    names = [name.title() if name.isupper() else name for name in names]
    if not names or not is_name(names[0]):
        return ()
    return tuple(dict.fromkeys(name for name in names if is_name(name)))


def read_meta_line(words: str) -> MetaLine | None:
    """What the line states of writers and dates, or None where it says anything else.

    Labels, dates, times and names are taken away: a line of which more than a few words are left is prose, whatever
    it starts with.
    """
    if len(words) > 200:
        return None
    labels = list(_LABEL.finditer(words))
    rest, dates = _without_dates(words)
    unread = AMBIGUOUS.search(rest) is not None
    if not (labels or dates or unread or _BY.match(words)):
        return None
    rest = AMBIGUOUS.sub(" ", rest)
    rest = " ".join(_BULLETS.sub(", ", _NOISE.sub(" ", _LABEL.sub(" ", rest))).split()).strip(" .,")
    by = re.search(r"(?:^|\s)by\s+(?=\S)", rest, re.IGNORECASE)
    names = split_names(rest[by.end() :]) if by and by.start() < 2 else ()
    if by and not names:
        # "By the data team, 12 September 2025": a desk has no name, and its date is the report's all the same.
        return MetaLine(stated=dates[0][2]) if dates and not labels and len(rest.split()) <= _DESK_WORDS else None
    stamped = bool(labels) and (bool(dates) or unread or "ago" in words.lower() or len(labels) > 1 or bool(names))
    timed = len(_NOISE.sub("", words)) < len(words)
    left = 0 if names else len(re.findall(r"\w+", rest))
    if (names and len(rest.split()) > 14) or not (stamped or dates or names or unread or (labels and timed)):
        return None
    if left > (3 if stamped and labels[0].start() < 12 else 0):
        return _with_place(rest, dates) if not stamped else None
    published, updated = _labelled(labels, dates)
    stated = _stated(words, dates) if dates and not labels else None
    return MetaLine(published, updated, stated, bool(labels) or unread, names)


_TO = re.compile(r"\s*(?:[–—-]|to|until|through)\s*", re.IGNORECASE)


def _stated(words: str, dates: list[tuple[int, int, date]]) -> date:
    """The day of a date line; of "1 February 2025 – 28 February 2025", the days that a bulletin is of, the last."""
    spans = len(dates) == 2 and _TO.fullmatch(words[dates[0][1] : dates[1][0]]) is not None
    return dates[-1][2] if spans else dates[0][2]


def _with_place(rest: str, dates: list[tuple[int, int, date]]) -> MetaLine | None:
    """A letter's head, "Kyiv, 30 May 2025", or a name beside the date, "Ann Lee | 30 May 2025"."""
    if not dates or len(rest.split()) > 4 or not all(part[:1].isupper() for part in rest.split()):
        return None
    return MetaLine(stated=dates[0][2], names=(rest,) if is_name(rest) else ())


def _without_dates(words: str) -> tuple[str, list[tuple[int, int, date]]]:
    dates = find_dates(words)
    rest = words
    for start, end, _ in reversed(dates):
        # A stamp's clock ("T10:15:00Z") goes with its date.
        clock = re.match(r"T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?", rest[end:])
        rest = rest[:start] + " " + rest[end + (clock.end() if clock else 0) :]
    return rest, dates


def _labelled(labels: list[re.Match[str]], dates: list[tuple[int, int, date]]) -> tuple[date | None, date | None]:
    """Each label owns the first date between it and the next label."""
    published = updated = None
    for number, label in enumerate(labels):
        stop = labels[number + 1].start() if number + 1 < len(labels) else 10_000
        day = next((day for start, _, day in dates if label.end() <= start < stop), None)
        if label["updated"]:
            updated = updated or day
        else:
            published = published or day
    return published, updated
