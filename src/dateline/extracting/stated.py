"""The figures that a text states, by rules alone: numbers with their units, bounds and directions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from dateline.extracting import units
from dateline.extracting.numerals import DIGITS, WORDS, number
from dateline.extracting.units import Unit
from dateline.languages import en, en_figures, en_units

Change = Literal["=", "~", ">", "<", "up", "down"]
Kind = Literal["count", "percent", "points", "money", "measure", "duration", "age", "fraction", "multiple", "vague"]


@dataclass(frozen=True, slots=True)
class Stated:
    """`text[start:end]` is the number with its unit, `core_start:core_end` the bare number.

    `value` is None for ranges and vague words, which have `low` and `high` (None: open); "from 9 to 5" keeps its ends
    in the order stated. Fractions are fractions of one. `unit` is what the text calls the unit, "" where it names
    none or a noun that no table holds. `doubtful` marks a number that may be part of a name ("Apollo 11").
    """

    start: int
    end: int
    core_start: int
    core_end: int
    kind: Kind
    value: float | None
    low: float | None = None
    high: float | None = None
    change: Change = "="
    unit: str = ""
    name: str = ""
    doubtful: bool = False


_ONES_BIG: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_PARTS: Final = r"(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)"
_FRACTION: Final = (
    rf"(?:(?:two|three|four|five|six|seven|eight|nine)[- ]{_PARTS}s|(?:one|a)[- ]{_PARTS}(?=\s(?:of|as|more|less|fewer"
    rf"|larger|smaller|higher|lower)\b|-)|one-{_PARTS}|one[- ]half|half(?=\s(?:of|the|an?|its|his|her|their|our|all"
    rf"|that|this|those|these)\b)(?!\san?\s(?:dozen|hundred|thousand|million|billion|trillion)))(?!\w)"
)
_SHARE: Final = rf"(?:{_ONES_BIG}|\d+)\s(?:in\s(?:every\s)?|out\sof\s(?:every\s)?|of\s(?:every|each)\s)(?:{_ONES_BIG}|hundred|\d[\d,]*)(?![\w%]|\.\d)"
_VAGUE: Final = rf"(?:{'|'.join(sorted(en.VAGUE, key=len, reverse=True))})(?!\w)"
_MULTIPLE: Final = rf"(?:{'|'.join(sorted(en.MULTIPLE_WORDS, key=len, reverse=True))})(?!\w)"
_GLYPHS: Final = {"½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅛": 0.125, "⅕": 0.2}
_NUMBER = re.compile(
    rf"(?P<fraction>{_FRACTION})|(?P<share>{_SHARE})|(?P<vague>{_VAGUE})|(?P<multiple>{_MULTIPLE})"
    rf"|(?P<ratio>(?:\d+[ -])?\d+[/⁄]\d+)(?![\d/⁄])|(?P<glyph>\d*[{''.join(_GLYPHS)}])"
    rf"|(?P<digits>{DIGITS})(?!\d)|(?P<words>{WORDS})(?!\w)",
    re.IGNORECASE,
)
_STARTS: Final = sorted({*en.ONES, *en.TENS, "half", "a", "an", *(w.split()[0] for w in en.VAGUE), *en.MULTIPLE_WORDS})
#: Where a number may start. A decimal's and a date's later digits are jumped over by what is read first.
_TRIGGER = re.compile(rf"\d|[{''.join(_GLYPHS)}]|(?<![\w'’])(?:{'|'.join(_STARTS)})(?!\w)", re.IGNORECASE)
_MONTH: Final = r"(?:" + "|".join(m.capitalize() for m in sorted(en.MONTHS, key=len, reverse=True)) + r")\b\.?"
_CLOCK = re.compile(
    r"\d{1,2}(?::\d\d)+(?:\.\d+)?(?:Z\b|\s?[ap]\.?m\b\.?)?|\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.m\.?|[ap]m\b|o['’]clock)"
    r"|\d{4}\s?(?:hrs|GMT|UTC|BST|EST|EET)\b|\d{4}-\d\d?-\d\d?(?:T[\d:.]+Z?)?|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\b"
    r"|(?:480|720|1080|1440|2160)[pi]\b|[48]K\b(?=\s(?:video|tv|uhd|hdr|display|resolution|screen|monitor|stream)s?)"
    r"|\d+(?:[-.]\d+){2,}(?![\d%])|\d{13,}|\d+-to-\d+\b|\d{1,2}['’]\d{1,2}[\"”]"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?\s(?:of\s)?{_MONTH}(?:,?\s\d{{4}}\b)?",
    re.IGNORECASE,
)
_CLOCK_CASED: Final = re.compile(rf"{_MONTH}")
_ORDINAL = re.compile(r"\d+(?:,\d{3})*(?:st|nd|rd|th)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s\b|(?:\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d))?(?![\d,.]?\d|[-–/]\d))")
_AFTER_MONTH = re.compile(
    rf"(?:^|\W){_MONTH}\s(?:the\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:-|–|to|and|or)\s?)?$"
)
_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4}\b)?(?![\d.,]\d|\s?%)")
_NUMBERED = re.compile(rf"(?:^|\W)(?:{en_figures.NUMBERED})\s?$", re.IGNORECASE)
_PLAIN_AFTER = re.compile(rf"\s(?:[a-z-]+\s)?(?:{en_figures.COUNTED_PLAINLY})\b")
_LAST_WORD = re.compile(r"([^\W\d_][\w'’.&-]*)[ \u00a0]$")


def stated(text: str) -> list[Stated]:
    """Every figure of `text`, in order; years, dates, times, ordinals and the numbers of names are none."""
    found: list[Stated] = []
    at = 0
    while (trigger := _TRIGGER.search(text, at)) is not None:
        start = trigger.start()
        passed = _no_figure(text, start)
        if passed is not None:
            at = max(passed, start + 1)
            continue
        figure = _figure(text, start)
        if figure is None:
            at = _past(text, start)
            continue
        found.append(figure)
        at = max(figure.end, start + 1)
    return [_directed(text, f, found) for f in _listed(text, _joined(text, found))]


def _past(text: str, start: int) -> int:
    """The end of the run of digits or letters that starts at `start`."""
    end = start + 1
    while end < len(text) and (text[end].isdigit() or (text[end] in ".," and text[end - 1].isdigit())):
        end += 1
    return end


def _no_figure(text: str, start: int) -> int | None:
    """Where the date, time, ordinal or name ends whose digits start at `start`; None where they may be a figure."""
    if not text[start].isdigit():
        return None
    before = text[max(0, start - 16) : start]
    for pattern in (_CLOCK, _ORDINAL):
        match = pattern.match(text, start)
        if match is not None and _cased(match.group()):
            return match.end()
    if before and before[-1] not in " (":
        glued = before[-1]
        if glued in "_#:@'’‘" or (glued == "." and before[-2:-1].isalnum()) or (glued == "/" and before[-2:-1].isalnum()):
            return _past(text, start)
        lettered = glued.isalpha() or (glued in "-–" and before[-2:-1].isalpha())
        if lettered and units.money_before(text, start) is None and not _spelt_range(before):
            return _past(text, start)
    score = _SCORE.match(text, start)
    if score is not None and _is_score(text, score):
        return score.end()
    if _AFTER_MONTH.search(before) and (day := _DAY.match(text, start)) is not None:
        return day.end()
    year = _YEAR.match(text, start)
    return year.end() if year is not None and not _counts(text, start, year.end()) else None


_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![\w%.,-]*\d|\s?[%°]|-)")
_SCORE_BEFORE = re.compile(rf"\b(?:{en_figures.SCORED})\b[^.;]{{0,24}}$", re.IGNORECASE)
_SCORE_AFTER = re.compile(rf"\s(?:\w+\s)?(?:{en_figures.SCORED})\b", re.IGNORECASE)


def _is_score(text: str, match: re.Match[str]) -> bool:
    """Whether "3-1" is a score: falling or level, or beside a word of winning, and of no unit."""
    if _unit_after(text, match.end()) is not None or units.money_before(text, match.start()) is not None:
        return False
    near = _SCORE_BEFORE.search(text[: match.start()]) or _SCORE_AFTER.match(text, match.end())
    return int(match[1]) >= int(match[2]) or near is not None


def _cased(dated: str) -> bool:
    """A month's name begins with a capital: "5 may" is no date."""
    letters = re.sub(r"[^A-Za-z ]", "", dated).split()
    return not letters or letters[-1].lower() not in en.MONTHS or letters[-1][0].isupper()


def _spelt_range(before: str) -> bool:
    """Whether the letters before the dash are a number: "two-3 million", "10m-12m"."""
    match = re.search(r"([A-Za-z]+)[-–]$", before)
    return match is not None and number(match[1]) is not None


def _counts(text: str, start: int, end: int) -> bool:
    """Whether four digits that might be a year are an amount: by money before, a unit or a counted noun behind, or a
    bound in front."""
    if units.money_before(text, start) is not None or _PLAIN_AFTER.match(text, end):
        return True
    unit = _unit_after(text, end)
    if unit is not None and not (unit[1] - end > 1 and text[end] == "-" and unit[0].dimension == "time"):
        return True
    return end - start == 4 and _modifier(text, start) is not None and not re.search(
        r"\b(?:around|about|over|past|by|under|above|below)\s$", text[:start], re.IGNORECASE
    )


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
        kind, value = "fraction", _part(lower)
    elif match["share"]:
        kind, value = "fraction", _share(lower)
    elif match["ratio"]:
        kind, value = "fraction", _ratio(text, match)
    else:
        value = _plain(match, lower)
    if value is None and kind != "vague":
        return None
    if lower in ("one", "zero") and _pronoun(text, start, end):
        return None
    negative = _sign(text, start)
    if negative is not None and value is not None:
        start, value = negative, -value if text[negative] in "-−–" else value
    if match["digits"] and value is not None and _METRES.match(text, end - 1):
        end, value = end - 1, number(lower[:-1])  # "a 100m sprint" is run over metres
    if lower == "half" and (article := _ARTICLE.match(text, end)) and units.read(text, article.end()):
        end = article.end() - 1
    figure = Stated(start, end, start, end, kind, value, low, high)
    return _united(text, figure)


_ARTICLE = re.compile(r"\s(?:an?|the)\s")
_METRES = re.compile(rf"(?<=\d)m(?:[- ](?:{en_figures.METRES})\b|\s[x×])")


def _plain(match: re.Match[str], lower: str) -> float | None:
    if match["glyph"]:
        return float(lower[:-1] or 0) + _GLYPHS[lower[-1]]
    return number(match["digits"] or match["words"])


def _ratio(text: str, match: re.Match[str]) -> float | None:
    """ "3/4 of them", "1 1/2 cups": a fraction, where something says that it is no date and no score."""
    whole, _, part = re.sub(r"(?<=\d)-(?=\d)", " ", match.group()).rpartition(" ")
    above, below = (float(x) for x in re.split(r"[/⁄]", part))
    said = whole or "⁄" in part or re.match(r"\s(?:of\s|an?\s)|-(?=[a-z])", text[match.end() :])
    unit = _unit_after(text, match.end())
    if not below or not (said or unit) or (above >= below and not unit):
        return None
    return float(whole or 0) + above / below


def _part(text: str) -> float:
    if text == "half":
        return 0.5
    count, _, part = text.replace("-", " ").partition(" ")
    times = 1 if count in ("a", "one") else en.ONES[count]
    below = {"hundredth": 100, "thousandth": 1000, **en.DENOMINATORS}
    return times / below[part if part in below else part.rstrip("s")]


def _share(text: str) -> float | None:
    match = re.match(r"(\w+) (?:in|out of|of) (?:every |each )?(.+)", text)
    above, below = (number(match[1]), number(match[2]) or en.SCALES.get(match[2])) if match else (None, None)
    return above / below if above is not None and below and above <= below else None


_PRONOUN_BEFORE = re.compile(r"\b(?:no|any|every|some|each|this|that|which|the|another|last|next|only|good|bad|new|big"
                             r"|little|[a-z]+er|[a-z]+est|by)[ -]$", re.IGNORECASE)  # fmt: skip
_PRONOUN_AFTER = re.compile(r"(?: another| by one| thing\b| day,|['’]s\b| such| could| can\b| might| would| has to| must"
                            r"| should| who\b| that\b| is\b| was\b| to\b|[.,;:!?)]|$|-(?!year|month|week|day|night|hour"
                            r"|minute|mile|kilo|third|half|bed|time|off|way|man|drone|missile))", re.IGNORECASE)  # fmt: skip


def _pronoun(text: str, start: int, end: int) -> bool:
    """Whether "one" stands for a thing or a person and counts nothing."""
    if _PRONOUN_AFTER.match(text, end):
        return True
    return _PRONOUN_BEFORE.search(text[max(0, start - 12) : start]) is not None


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
    found = _unit_after(text, figure.end)
    if found is None:
        return _unnamed(text, figure)
    unit, end = found
    kind: Kind = _KIND.get(unit.dimension, "measure")
    if figure.kind in ("vague", "multiple"):
        kind = figure.kind
    surface = text[figure.end : end].strip(" -\u00a0")
    return _rated(text, replace(figure, end=end, kind=kind, unit=surface, name=unit.name))


_KIND: Final[dict[str, Kind]] = {"ratio": "percent", "points": "points", "money": "money", "time": "duration",
                                 "age": "age", "multiple": "multiple"}  # fmt: skip


def _money(text: str, figure: Stated, unit: Unit, start: int) -> Stated:
    surface = text[start : figure.start].strip()
    end = figure.end
    country = re.match(r"\s(?:US|AU|CA|NZ|HK|USD|AUD|CAD|NZD)\b", text[end : end + 5])
    if country is not None:
        end, surface = end + country.end(), f"{surface} {country.group().strip()}"
    # "$4.2b" and "£5m" are millions and billions; "$5 b" is read as the number alone.
    return _rated(text, replace(figure, start=start, end=end, kind="money", unit=surface, name=unit.name))


def _unit_after(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit behind a number that ends at `end`, and its end."""
    if end >= len(text):
        return None
    if text[end] == '"' and text.count('"', 0, end) % 2 == 0:
        return units.INCH, end + 1
    glued = text[end] not in " -\u00a0\u202f"
    at = end if glued else end + 1
    found = units.read(text, at)
    if found is None:
        return None
    surface = text[at : found[1]]
    follows = text[found[1] : found[1] + 1]
    if follows.isalnum() and surface[-1:].isalpha():
        return None
    if len(surface) == 1 and surface.isalpha() and not _letter_is_unit(text, surface, found[1], glued):
        return None
    if found[0].name == "south korean won" and not re.search(r"(?:\d{3}|illion|thousand)$", text[:end]):
        return None  # "the three won" is a verb
    return found


def _letter_is_unit(text: str, letter: str, end: int, glued: bool) -> bool:
    """One letter is a unit where it is glued to the number, or stands apart and no sentence could go on with it."""
    if glued:
        return letter not in "ABNRT"
    return letter in "mglLtsWVR" and re.match(r"[\s,.;)]|$", text[end:]) is not None


def _rated(text: str, figure: Stated) -> Stated:
    """With "a month", "per barrel", "/cm" taken in; "a year earlier" is no rate."""
    per = _PER.match(text, figure.end)
    if per is None:
        return figure
    found = units.read(text, per.end())
    if found is not None and found[0].dimension not in ("ratio", "age", "multiple"):
        name, end = found[0].name, found[1]
    elif (noun := _PER_NOUN.match(text, figure.end)) is not None:
        name, end = noun[1] or noun[2], noun.end()
    else:
        return figure
    if _AGO.match(text, end):
        return figure
    joined = text[figure.end : end]
    unit = f"{figure.unit}{joined if joined.startswith('/') else ' ' + joined.strip()}"
    return _rated(text, replace(figure, end=end, unit=unit, name=f"{figure.name} per {name}"))


_PER = re.compile(en_units.PER)
_PER_NOUN = re.compile(rf"\sper\s([a-z]+)|\san?\s({en_units.PER_NOUNS})\b")
_AGO = re.compile(r"\s(?:ago|earlier|later|before|after|previously|from now)\b")


def _unnamed(text: str, figure: Stated) -> Stated | None:
    """A number without a unit: an age, a count, or part of a name."""
    if figure.kind != "count" or figure.value is None:
        return figure
    before = text[max(0, figure.start - 40) : figure.start]
    if _is_age(before, text[figure.end : figure.end + 2], figure.value):
        return replace(figure, kind="age", name="year of age")
    whole = re.fullmatch(r"\d+(?:\.\d+)?", text[figure.core_start : figure.core_end]) is not None
    if _NUMBERED.search(before) and (whole or text[figure.start].isalpha()):
        return None
    word = _LAST_WORD.search(before)
    named = word is not None and not word[1].islower() and word[1].lower() not in en_figures.PLAIN_CAPITALS
    return replace(figure, doubtful=named and whole) if named else figure


def _is_age(before: str, after: str, value: float) -> bool:
    if not 0 < value < 120 or value != int(value):
        return False
    if re.search(r"\b(?:aged?|ages|age of|the age of)\s$", before, re.IGNORECASE):
        return True
    return bool(re.search(r"[A-Z][\w'’-]+,\s$", before)) and re.match(r"[,;.)]|\s[―—–-]|$", after) is not None and value > 4


_LIST = re.compile(r",\s|,?\s(?:and|or|by)\s|\s[x×]\s")


def _listed(text: str, found: list[Stated]) -> list[Stated]:
    """Figures of a list share the unit that only its last states ("5.4, 6.1 and 6.7 inches"), or its first ("aged 4, 7
    and 12")."""
    for i in range(len(found) - 2, -1, -1):
        first, second = found[i], found[i + 1]
        if _bare(first) and second.name and second.kind != "age" and _LIST.fullmatch(text, first.end, second.start):
            if not text[second.start].isdigit() and text[second.start] not in "-−":
                continue  # "2, $5": each has its own
            found[i] = replace(first, unit=second.unit, name=second.name, kind=second.kind, doubtful=False)
    for i in range(1, len(found)):
        first, second = found[i - 1], found[i]
        if _bare(second) and first.kind == "age" and _LIST.fullmatch(text, first.end, second.start):
            found[i] = replace(second, name=first.name, kind="age", doubtful=False)
    return found


def _bare(figure: Stated) -> bool:
    return figure.kind == "count" and not figure.name


_DASH = re.compile(r"\s?[-–—]\s?(?:to\s)?")
_TO = re.compile(r"\s(?:up\s)?to\s(?:(?:about|around|some|as much as|as many as|up to|nearly|almost|over)\s)?")
_AND = re.compile(r"\sand\s")
_OR = re.compile(r"\sor\s")
_BETWEEN = re.compile(r"\b(?:between|anywhere between)\s(?:about\s|around\s|the\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:(?:about|around|some|up to|nearly|just|an?|the|a record)\s)?$", re.IGNORECASE)


def _joined(text: str, found: list[Stated]) -> list[Stated]:
    """Two figures that are the ends of one range are one."""
    joined: list[Stated] = []
    for figure in found:
        pair = _range(text, joined[-1], figure) if joined else None
        if pair is not None:
            joined[-1] = pair
        else:
            joined.append(figure)
    return joined


def _range(text: str, first: Stated, second: Stated) -> Stated | None:
    if first.value is None or second.value is None or "fraction" in (first.kind, second.kind):
        return None
    if "multiple" in (first.kind, second.kind) and first.kind != "count":
        return None
    between, before = text[first.end : second.start], text[max(0, first.start - 40) : first.start]
    moved = _FROM.search(before) is not None and _TO.fullmatch(between) is not None
    same = first.name == second.name or not first.unit or second.name.startswith(f"{first.name} per ")
    low, high = _scaled(text, first, second)
    if moved:
        if not (same or not second.unit):
            return None
    elif not same or not (low < high):
        return None
    elif not (
        _DASH.fullmatch(between)
        or (_TO.fullmatch(between) and not _moved_to(before, first, second))
        or (_AND.fullmatch(between) and _BETWEEN.search(before))
        or (_OR.fullmatch(between) and high <= 2 * low and not first.unit)
    ):
        return None
    unit = second if second.unit or second.name else first
    return replace(unit, start=first.start, end=second.end, core_start=first.core_start, core_end=second.core_end,
                   value=None, low=low, high=high, doubtful=False)  # fmt: skip


def _scaled(text: str, first: Stated, second: Stated) -> tuple[float, float]:
    """ "89 to 93 billion" are billions both; "200 to 4 million" are not."""
    low, high = first.value or 0.0, second.value or 0.0
    word = re.search(r"(hundred|thousand|[mbtr]+illion|mln|mn|bn|tn|[mbk])$", text[second.core_start : second.core_end].lower())
    bare = text[first.core_start : first.core_end]
    if word is None or re.search(r"[a-z]$", bare) and number(bare.split()[-1]) is None:
        return low, high
    scale = en.SCALES[word[1]]
    return (low * scale if low <= high / scale * 1.0001 else low), high


#: Ends of a range are seldom further apart than this: "rose by 40 to 7,000" are two figures.
_FAR: Final = 4


def _moved_to(before: str, first: Stated, second: Stated) -> bool:
    """ "rose 5 percent to 30": by and to, not a range; but a bare "grew 5 to 10 percent" is one."""
    far = (second.value or 0.0) > _FAR * (first.value or 0.0)
    return (bool(first.unit) or far) and _TREND.search(before) is not None


_BEFORE = tuple(
    (re.compile(rf"(?:^|(?<=[\s(]))(?:{pattern})(?: (?:the|an?))?\s?$", re.IGNORECASE), op) for pattern, op in en.BEFORE
)
#: "10 cars and more" and "5 plus tax" are no bounds.
_AFTER = tuple(
    (re.compile(rf"(?!\s(?:plus|and\smore)\b)\s?(?:{pattern})(?!\w)", re.IGNORECASE), op) for pattern, op in en.AFTER
)
_MARK: Final[dict[str, Change]] = {"ge": ">", "gt": ">", "le": "<", "lt": "<", "nearly": "~", "approx": "~"}
_LINK: Final = r"(?:\s(?:by|of|another|an?|additional|further|extra|just|only|nearly|a further|some|its|his|their|about)){0,3}\s$"
_TREND = re.compile(rf"(?<![\w-])(?:(?P<up>{en_figures.UP})|(?P<down>{en_figures.DOWN})){_LINK}", re.IGNORECASE)


def _modifier(text: str, start: int) -> Change | None:
    before = text[max(0, start - 34) : start]
    if not before or not (before[-1].isspace() or before[-1] in "~≈<>"):
        return None
    for pattern, op in _BEFORE:
        if pattern.search(before):
            return _MARK[op]
    return None


#: What parts a figure from the same one in other units: "5 miles (8 km)".
_IN_BRACKETS = re.compile(r"\s?[(\[]\s?(?:or\s|about\s|around\s|~)?")


def _directed(text: str, figure: Stated, found: list[Stated]) -> Stated:
    """The figure with its bound, approximation or direction."""
    bracketed = next((f for f in found if f.end <= figure.start and _IN_BRACKETS.fullmatch(text, f.end, figure.start)), None)
    if bracketed is not None:
        return replace(figure, change=_directed(text, bracketed, []).change)
    change = _modifier(text, figure.start)
    if figure.low is not None and _FROM.search(text[max(0, figure.start - 40) : figure.start]):
        change = None  # "from up to 9 to 12": the bound is of one end
    if change is None:
        after = next((op for pattern, op in _AFTER if pattern.match(text, figure.end)), None)
        change = _MARK[after] if after else None
    if change is None:
        change = _trend(text, figure)
    return replace(figure, change=change) if change is not None else figure


def _trend(text: str, figure: Stated) -> Change | None:
    if figure.kind == "age":
        return None
    if figure.value is not None and text[figure.core_start] in "-−+" and figure.kind in ("percent", "points", "money"):
        return "up" if text[figure.core_start] == "+" else "down"
    before = text[max(0, figure.start - 48) : figure.start]
    match = _TREND.search(before)
    return None if match is None else "up" if match["up"] else "down"
