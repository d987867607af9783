"""Counts that came to nought: "no civilians were killed", "none of the drivers was hurt", "not one of the 43 lorries".

Nobody proves a nought: such a claim may hold and is never refuted.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts import things
from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.amounts.things import Thing
from dateline.extracting.belonging.locating import is_theirs, located
from dateline.extracting.belonging.scope import claim, points_back, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.belonging.tolltimes import toll_period
from dateline.extracting.belonging.whereabouts import whereabouts
from dateline.extracting.parse import FUTURE, Parse
from dateline.extracting.patterns import when_asked
from dateline.languages import en_people
from dateline.records.claim import Measure

_WHOM: Final = "|".join(pattern for pattern, _ in en_people.PEOPLE)
_HARMED: Final = (
    r"(?P<harm>kill(?:ed)?|dead|died|perished|injured|wounded|hurt|harmed)(?!\w)(?! (?:in|by) (?:that|the same) way\b)"
)
_BEEN: Final = r"(?:(?:was|were|has|have|had|been|is|are|being|also|yet|so far|reported|reportedly|either) )*"
_OF: Final = r" of (?:the|its|their|these|those|our|his)(?: (?P<whole>\d[\d,]*|[a-z]+))??"
#: "No child was reported killed", "nobody was hurt", "none of the drivers was injured".
_NOBODY: Final = when_asked(
    rf"(?<![\w-])(?P<who>(?:nobody|no[ -]one|not a soul|none(?: of (?:them|those))?)"
    rf"|(?:no|not (?:a single|one))(?: (?!more\b|fewer\b|less\b|longer\b)[a-z-]+){{0,1}}? (?P<whom>{_WHOM})"
    rf"|(?:none|not (?:a single )?one|neither){_OF} (?:[a-z-]+ ){{0,2}}?(?P<of>{_WHOM}))"
    rf"(?: (?:on board|aboard|inside|there))? {_BEEN}{_HARMED}",
    re.IGNORECASE,
)
#: "injured nobody", "killed no civilians".
_HARMING: Final = when_asked(
    rf"(?<![\w-])(?P<harm>kill(?:ed|ing)|injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?) "
    rf"(?P<who>(?:nobody|no[ -]one|no (?P<whom>{_WHOM})))(?![\w-])",
    re.IGNORECASE,
)
#: "There were no civilian deaths", "no injuries were reported".
_NO_TOLL: Final = when_asked(
    r"(?<![\w-])(?:there (?:were|was|have been|had been|are) no(?: \w+)??|(?P<told>no(?: \w+)??)) "
    r"(?P<toll>(?:civilian )?(?:deaths|fatalities|injuries|casualties))(?(told) (?:(?:was|were|has|have|had|been) )+"
    r"(?:\w+ly )?(?:reported|recorded|registered|confirmed|documented|noted)(?!\w))",
    re.IGNORECASE,
)
#: "Not one of the 43 lorries that crossed reached a depot", "none of its five bridges is open".
_NONE_OF: Final = when_asked(
    r"(?<![\w-])(?:none|not (?:a single )?one|neither) of (?:the|its|their|these|those|our|his) ", re.IGNORECASE
)
#: "Not a single lorry has entered".
_NOT_ONE: Final = when_asked(
    r"(?<![\w-])not (?:a single|one) (?!of\b|more\b|only\b|day\b|inch\b)(?=[a-z])", re.IGNORECASE
)
_HAS: Final = when_asked(r" (?:has|have|had|was|were|is|are|got|came|reached|entered|crossed|arrived)\b")
#: "has lost five towns and retaken none".
_VERB_NONE: Final = when_asked(
    r"\b(?:lost|retaken|retook|taken|took|won|regained|recaptured|captured|freed|released|found|hit|sank)"
    r" (?P<none>none)(?=[,.;:]|$)"
)
_UNSAID: Final = when_asked(
    r"\b(?:if|unless|until|so that|ensure|would|could|should|must|(?-i:may)|might|will|hop\w+|pray\w*|promis\w+"
    r"|wish\w*)\b",
    re.IGNORECASE,
)

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = r"\bno |\bnobody|\bno-one|\bnone|\bneither|\bnot (?:a single|one|a soul)"


def find(parse: Parse) -> None:
    """Adds a claim for each count that came to nought."""
    for match in (*_NOBODY.finditer(parse.text), *_HARMING.finditer(parse.text), *_NO_TOLL.finditer(parse.text)):
        if _stated(parse, match.start()):
            _nobody(parse, match)
    for match in (*_NONE_OF.finditer(parse.text), *_NOT_ONE.finditer(parse.text)):
        if _stated(parse, match.start()):
            _none_of(parse, match)
    for match in _VERB_NONE.finditer(parse.text):
        if _stated(parse, match.start("none")):
            _none_left(parse, match)


def _stated(parse: Parse, start: int) -> bool:
    """Whether nothing has been read there and the clause tells what was so."""
    a, b = parse.clause(start)
    at = parse.sentence.start + start
    if any(c.quote.start < at + _NEAR and at < c.quote.end for c in parse.found):
        return False
    return _UNSAID.search(parse.text, a, b) is None and FUTURE.search(parse.text, a, b) is None


_NEAR: Final = 8


def _nobody(parse: Parse, match: re.Match[str]) -> None:
    """Nobody harmed: of civilians or of a group where the words say so."""
    named = match.groupdict()
    words = (named.get("whom") or named.get("of") or named.get("toll") or "").lower()
    harm = (named.get("harm") or words).lower()
    injured = re.search(r"injur|wound|hurt|harm", harm) is not None
    measure: Measure = "casualties.injured" if injured else "casualties.killed"
    end = match.end("who") if named.get("who") else match.end("toll")
    dimensions = {"population": "civilians"} if "civilian" in match.group().lower() else {}
    group = _group(words)
    if group is not None:
        dimensions["subset"] = group
    if words == "casualties" or words.endswith(" casualties"):
        dimensions["victim"] = "both"
    start = match.start("who") if named.get("who") else match.start()
    period, _, until = toll_period(parse, start, end, len(parse.text), None)
    parse.used.update(i for i, a in enumerate(parse.amounts) if match.start() <= a.start < match.end())
    parse.found.append(
        claim(
            parse,
            start,
            end,
            "level",
            None if is_theirs(parse, start, end) or group == "military" else measure,
            value=0.0,
            unit="people",
            noun=words or None,
            period=period,
            place=whereabouts(parse, start, end, None),
            dimensions=dimensions | until,
            attribution=speaker(parse, start, points_back(parse)),
            inherited=True,
        )
    )


def _group(words: str) -> str | None:
    """The group that a noun names among the victims, "military" for soldiers; None for all and for civilians."""
    populations = [kind for pattern, kind in en_people.PEOPLE if words and re.fullmatch(pattern, words)]
    kind = populations[0] if populations else None
    return None if kind in (None, "civilians", "all") else "military" if kind == "military" else words


def _none_of(parse: Parse, match: re.Match[str]) -> None:
    """None of some things that no ledger holds."""
    after = next((i for i, a in enumerate(parse.amounts) if match.end() <= a.start <= match.end() + _NEAR), None)
    named = _named(parse, match, after)
    if named.kind != "other" or not named.noun:
        return
    single = match.re.pattern == _NOT_ONE.pattern
    if single and _HAS.match(parse.text, named.end) is None:
        return  # "not one step back"
    unit = named.unit or named.noun.rpartition(" ")[2].lower()
    parse.used.update(i for i, a in enumerate(parse.amounts) if match.start() <= a.start < match.end())
    parse.found.append(
        claim(
            parse,
            match.start(),
            named.end if single else match.start() + len(match.group().split(" of ")[0]),
            "level",
            None,
            value=0.0,
            unit=unit,
            noun=named.noun,
            period=period_of(parse, match.start(), named.end, ""),
            place=located(parse, match.start(), named.end),
            attribution=speaker(parse, match.start(), points_back(parse)),
            inherited=True,
        )
    )


def _none_left(parse: Parse, match: re.Match[str]) -> None:
    """None of what the sentence counted before."""
    start, end = match.span("none")
    told = [t for a, t in zip(parse.amounts, parse.things, strict=True) if a.end <= start]
    if not told or told[-1].kind != "other" or not told[-1].noun:
        return
    parse.used.update(i for i, a in enumerate(parse.amounts) if start <= a.start < end)
    parse.found.append(
        claim(
            parse,
            start,
            end,
            "level",
            None,
            value=0.0,
            unit=told[-1].unit or told[-1].noun.rpartition(" ")[2].lower(),
            noun=told[-1].noun,
            period=period_of(parse, start, end, ""),
            place=located(parse, start, end),
            attribution=speaker(parse, start, points_back(parse)),
            inherited=True,
        )
    )


def _named(parse: Parse, match: re.Match[str], after: int | None) -> Thing:
    """What the words behind "none of the" name, behind its number where it has one."""
    if after is not None:
        return parse.things[after]
    probe = Amount(match.start(), match.end() - 1, match.start(), match.end() - 1, "count", None)
    return things.thing(parse.text, probe, len(parse.text), parse.words)
