"""The figures that a text states, by rules alone: numbers with their units, bounds and directions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extracting.amounts import directions, passing, ranges, units
from dateline.extracting.amounts.figure import KIND_OF, Kind, Stated
from dateline.extracting.amounts.numerals import DIGITS, FRACTION, HALF, SHARE, WORDS, fraction, number, share
from dateline.extracting.amounts.units import Unit
from dateline.extracting.patterns import when_asked
from dateline.languages import en, en_figures, en_units

_VAGUE: Final = rf"(?:{'|'.join(sorted(en.VAGUE, key=len, reverse=True))})(?!\w)"
_MULTIPLE: Final = rf"(?:{'|'.join(sorted(en.MULTIPLE_WORDS, key=len, reverse=True))})(?!\w)"
_GLYPHS: Final = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅛": 0.125, "⅕": 0.2}
_NUMBER = when_asked(
    rf"(?P<fraction>{FRACTION}|{HALF})|(?P<share>{SHARE})|(?P<vague>{_VAGUE})|(?P<multiple>{_MULTIPLE})"
    rf"|(?P<ratio>(?:\d+[ -])?\d+[/⁄]\d+)(?![\d/⁄])|(?P<glyph>\d*[{''.join(_GLYPHS)}])|(?P<point>\.\d+)"
    rf"|(?P<digits>{DIGITS})(?!\d)|(?P<words>{WORDS})(?!\w)",
    re.IGNORECASE,
)
_PLAIN = when_asked(rf"(?P<digits>{DIGITS})(?!\d)|(?P<words>{WORDS})(?!\w)", re.IGNORECASE)
_STARTS: Final = sorted({*en.ONES, *en.TENS, "half", "a", "an", *(w.split()[0] for w in en.VAGUE), *en.MULTIPLE_WORDS})
#: Where a number may start. A decimal's and a date's later digits are jumped over by what is read first.
_TRIGGER = when_asked(
    rf"\d|(?<![\w.])\.(?=\d)|[{''.join(_GLYPHS)}]|(?<![\w'’])(?:{'|'.join(_STARTS)})(?!\w)", re.IGNORECASE
)
_NUMBERED = when_asked(rf"(?:^|\W)(?:{en_figures.NUMBERED})\s?$", re.IGNORECASE)
_LAST_WORD = when_asked(r"([^\W\d_][\w'’.&-]*)[ \u00a0]$")


def stated(text: str) -> list[Stated]:
    """Every figure of `text`, in order; years, dates, times, ordinals and the numbers of names are none."""
    found: list[Stated] = []
    at = 0
    while (trigger := _TRIGGER.search(text, at)) is not None:
        start = trigger.start()
        passed = passing.no_figure(text, start)
        if passed is not None:
            at = max(passed, start + 1)
            continue
        figure = _figure(text, start)
        if figure is None:
            at = passing.past_digits(text, start)
            continue
        if found and figure.start < found[-1].end:  # in "0$0" the sign is the first's
            figure = replace(figure, start=max(figure.core_start, found[-1].end))
        found.append(figure)
        at = max(figure.end, start + 1)
    found = ranges.listed(text, ranges.joined(text, found))
    return [directions.directed(text, f, found) for f in found]


def _figure(text: str, start: int) -> Stated | None:
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    end, low, high = match.end(), None, None
    kind: Kind = "count"
    lower = " ".join(match.group().lower().split())
    value: float | None
    if match["vague"]:
        kind, value, (low, high) = "vague", None, en.VAGUE[lower]
    elif match["multiple"]:
        kind, value = "multiple", en.MULTIPLE_WORDS[lower]
    elif match["fraction"]:
        kind, value = "fraction", fraction(lower)
    elif match["share"]:
        kind, value = "fraction", share(lower)
        if value is None:  # "five in two tries"
            match = _PLAIN.match(text, start) or match
            kind, value, end, lower = "count", number(match.group()), match.end(), match.group().lower()
    elif match["ratio"]:
        kind, value = "fraction", _ratio(text, match)
    else:
        value = _plain(match, lower)
    if value is None and kind != "vague":
        return None
    if lower in ("one", "zero") and passing.is_pronoun(text, start, end):
        return None
    negative = _sign(text, start)
    if negative is not None and value is not None:
        start, value = negative, -value if text[negative] in "-−–" else value
    if text[start].isdigit() and value is not None and _METRES.match(text, end - 1):
        end, value = end - 1, number(lower[:-1])  # "a 100m sprint" is run over metres
    if lower == "half" and (article := _ARTICLE.match(text, end)) and units.read(text, article.end()):
        end = article.end() - 1
    figure = Stated(start, end, start, end, kind, value, low, high)
    return _united(text, figure)


_ARTICLE = re.compile(r"\s(?:an?|the)\s")
_METRES = when_asked(rf"(?<=\d)m(?:[- ](?:{en_figures.METRES})\b|\s[x×])")


def _plain(match: re.Match[str], lower: str) -> float | None:
    if match["point"]:
        return float(lower)
    if match["glyph"]:
        return float(lower[:-1] or 0) + _GLYPHS[lower[-1]]
    return number(match["digits"] or match["words"])


def _ratio(text: str, match: re.Match[str]) -> float | None:
    """ "3/4 of them", "1 1/2 cups": a fraction, where something says that it is no date and no score."""
    whole, _, part = re.sub(r"(?<=\d)-(?=\d)", " ", match.group()).rpartition(" ")
    above, below = (float(x) for x in re.split(r"[/⁄]", part))
    said = whole or "⁄" in part or re.match(r"\s(?:of\s|an?\s)|-(?=[a-z])", text[match.end() :])
    unit = units.after(text, match.end())
    if not below or not (said or unit) or (above >= below and not unit):
        return None
    return float(whole or 0) + above / below


def _sign(text: str, start: int) -> int | None:
    """Where the minus or plus of the number at `start` stands, if it has one; a dash between words is none."""
    if start == 0 or text[start - 1] not in "-−–+" or not text[start].isdigit():
        return None
    return start - 1 if start == 1 or text[start - 2] in " (" else None


def _united(text: str, figure: Stated) -> Stated | None:
    """The figure with the unit or currency beside it; None where its number belongs to a name."""
    money = units.money_before(text, figure.start)
    if money is not None and figure.kind == "count":
        return _money(text, figure, *money)
    found = units.after(text, figure.end)
    if found is None:
        return _unnamed(text, figure)
    unit, end = found
    kind: Kind = KIND_OF.get(unit.dimension, "measure")
    if figure.kind in ("vague", "multiple"):
        kind = figure.kind
    surface = text[figure.end : end].strip(" -\u00a0")
    return _rated(text, replace(figure, end=end, kind=kind, unit=surface, name=unit.name))


def _money(text: str, figure: Stated, unit: Unit, start: int) -> Stated:
    surface = text[start : figure.start].strip()
    end = figure.end
    country = re.match(r"\s(?:US|AU|CA|NZ|HK|USD|AUD|CAD|NZD)\b", text[end : end + 5])
    if country is not None:
        end, surface = end + country.end(), f"{surface} {country.group().strip()}"
    # "$4.2b" and "£5m" are millions and billions; "$5 b" is read as the number alone.
    return _rated(text, replace(figure, start=start, end=end, kind="money", unit=surface, name=unit.name))


def _rated(text: str, figure: Stated) -> Stated:
    """With "a month", "per barrel", "/cm", "daily" taken in; "a year earlier" is no rate."""
    adverb = _ADVERB.match(text, figure.end)
    if adverb is not None:
        name = f"{figure.name} per {en_figures.RATE_ADVERBS[adverb[1]]}"
        return replace(figure, end=adverb.end(), unit=f"{figure.unit} {adverb[1]}", name=name)
    per = _PER.match(text, figure.end)
    if per is None:
        return figure
    found = units.read(text, per.end()) if text[per.end() : per.end() + 1].isalpha() else None
    if found is not None and found[0].dimension not in ("ratio", "age", "multiple"):
        name, end = found[0].name, found[1]
    elif (noun := _PER_NOUN.match(text, figure.end)) is not None:
        name, end = noun[1] or noun[2], noun.end()
    else:
        return figure
    if _AGO.match(text, end):
        return figure
    joined = text[figure.end : end]
    unit = f"{figure.unit}{joined if joined.startswith('/') else ' ' + joined.strip(' -')}"
    return _rated(text, replace(figure, end=end, unit=unit, name=f"{figure.name} per {name}"))


_ADVERB = re.compile(rf"\s({'|'.join(en_figures.RATE_ADVERBS)})\b")
_PER = when_asked(en_units.PER)
_PER_NOUN = when_asked(rf"\sper\s([a-z]+)|\san?\s({en_units.PER_NOUNS})\b")
_AGO = when_asked(r"\s(?:ago|earlier|later|before|after|previously|from now)\b")


def _unnamed(text: str, figure: Stated) -> Stated | None:
    """A number without a unit: an age, a count, or part of a name."""
    if figure.kind != "count" or figure.value is None:
        return figure
    if text[figure.end : figure.end + 1].isalpha():
        return None  # "3D", "2go"
    before = text[max(0, figure.start - 40) : figure.start]
    if _is_age(before, text[figure.end : figure.end + 2], figure.value):
        return replace(figure, kind="age", name="year of age")
    whole = re.fullmatch(r"\d+(?:\.\d+)?", text[figure.core_start : figure.core_end]) is not None
    if _NUMBERED.search(before) and (whole or text[figure.start].isalpha()):
        return None
    word = _LAST_WORD.search(before)
    named = word is not None and not word[1].islower() and word[1].lower() not in en_figures.PLAIN_CAPITALS
    spelt = text[figure.core_start].isupper()
    return replace(figure, doubtful=named and (whole or spelt))


#: Below this age a comma must close it: "Team B, 2." is a score or a rank sooner than a child.
_CHILD: Final = 5


def _is_age(before: str, after: str, value: float) -> bool:
    if not 0 < value < 120 or value != int(value):
        return False
    if re.search(r"\b(?:aged?|ages|age of|the age of)\s$", before, re.IGNORECASE):
        return True
    return (
        bool(re.search(r"[A-Z][\w'’-]+\.?,\s$", before))
        and re.match(r"," if value < _CHILD else r"[,;.)]|\s[―—–-]|$", after) is not None
    )
