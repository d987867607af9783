"""Shares without a number: "a small but significant portion", "most of the 127 drones"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.amounts.quantities import Amount
from dateline.extracting.belonging.locating import is_theirs, located
from dateline.extracting.belonging.scope import claim, governing, speaker
from dateline.extracting.belonging.timing import period_of
from dateline.extracting.claiming.tollshares import toll_share
from dateline.extracting.lexicon import STRIKE_VERBS
from dateline.extracting.measuring.strikes import STOPPED
from dateline.extracting.parse import Parse
from dateline.extracting.patterns import when_asked

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = "(?:portion|share|fraction|part|proportion|percentage|minority|majority|number|most|bulk|half) of"


def find(parse: Parse) -> None:
    """Adds a claim for each part that a share would settle."""
    for pattern, read in _READERS:
        for match in pattern.finditer(parse.text):
            start = parse.sentence.start + match.start()
            if not any(c.quote.start < start + 8 and start < c.quote.end for c in parse.found):
                read(parse, match)


_SIZE: Final = (
    r"(?:small|tiny|large|significant|sizeable|substantial|growing|considerable|big|limited|minor|fair|noticeable"
    r"|notable|meaningful|modest)"
)
_VAGUE_PART = when_asked(
    rf"(?<!\w)(?:an? )?(?P<size>{_SIZE}(?:,?(?: but| and| yet| if| though)?(?: not| still| very)? {_SIZE})*)"
    r" (?:portion|share|fraction|part|proportion|percentage|minority"
    r"|majority|number) of (?P<of>[^,;.]+)",
    re.IGNORECASE,
)
_MOST_OF = when_asked(
    r"(?<!\w)(?P<size>[Mm]ost|[Tt]he (?:vast |overwhelming |great )?(?:majority|bulk)|[Mm]ore than half"
    r"|[Oo]ver half) of (?=(?:the |those |these |all )?(?:\d|drones|missiles|them|weapons|shaheds))"
)


def _undefined(parse: Parse, match: re.Match[str]) -> None:
    """ "A small but significant portion": a share that nobody can measure until it is given a number."""
    predicate = governing(parse, match.start(), match.end("of"), STRIKE_VERBS) or next(
        (p for p in parse.predicates if p.family in STOPPED and p.start > match.start()), None
    )
    weapons = re.search(r"weapons|drones|missiles|them|those|shaheds", match["of"], re.IGNORECASE)
    if predicate is None or weapons is None or predicate.family not in STOPPED:
        return
    end = match.start("of") + weapons.end()
    period = period_of(parse, match.start(), end, "strikes")
    parse.found.append(
        claim(
            parse,
            match.start(),
            end,
            "share",
            STOPPED[predicate.family],
            unit="%",
            period=period,
            dimensions={"of": "launched"},
            attribution=speaker(parse, match.start()),
            doubt="undefined_term",
            doubt_detail=f'"{match["size"]}" names no number',
        )
    )


def _most(parse: Parse, match: re.Match[str]) -> None:
    counted = next(
        (
            t
            for a, t in zip(parse.amounts, parse.things, strict=True)
            if a.start >= match.end() - 1 and a.start <= match.end() + 6
        ),
        None,
    )
    end = counted.end if counted is not None else match.end() + 8
    predicate = governing(parse, match.start(), end, STRIKE_VERBS - {"launched"}) or next(
        (p for p in parse.predicates if p.start > match.end() and p.family in STOPPED), None
    )
    if counted is not None and counted.kind != "weapon":
        return  # "most of the 500 lorries were turned back"
    if predicate is None or predicate.family not in STOPPED or is_theirs(parse, match.start(), end):
        return
    dimensions = {"of": "launched"}
    if counted is not None and counted.weapon:
        dimensions["weapon"] = counted.weapon
    period = period_of(parse, match.start(), end, "strikes")
    parse.found.append(
        claim(
            parse,
            match.start(),
            match.end() - 1 if match.group().endswith(" ") else match.end(),
            "share",
            STOPPED[predicate.family],
            value=50.0,
            unit="%",
            comparator="gt",
            period=period,
            dimensions=dimensions,
            attribution=speaker(parse, match.start()),
        )
    )


_MOST_OF_THEM = when_asked(
    r"(?<!\w)(?:most|(?:the |a )?(?:vast |overwhelming |great |large )?majority|(?:the )?bulk)(?= of (?:them|whom|those"
    r"|these)(?!\w| killed| injured| wounded| dead| who))",
    re.IGNORECASE,
)


def _most_of_them(parse: Parse, match: re.Match[str]) -> None:
    """ "60 people died, most of them women": a share of those counted before."""
    start, end = match.span()
    index = sum(a.end <= start for a in parse.amounts)
    amount = Amount(start, end, start, end, "fraction", 50.0, "gt", digits=False)
    if (claim_ := toll_share(parse, index, amount)) is not None:
        parse.found.append(claim_)


_MOST_VICTIMS = re.compile(
    r"(?<!\w)(?P<size>most|(?:the )?(?:vast |overwhelming )?(?:majority|bulk)|more than half|over half) of (?:the "
    r"|all |these"
    r" |those )?(?P<who>(?:civilian )?(?:victims|dead|deaths|casualties|fatalities|injured|wounded)|(?:people "
    r"|those )?killed"
    r")(?!\w)",
    re.IGNORECASE,
)


def _most_victims(parse: Parse, match: re.Match[str]) -> None:
    """ "Most of the victims were over 60": a share of the harm, by kind, which no ledger parts."""
    if is_theirs(parse, match.start(), match.end()):
        return
    hurt = re.search(r"injured|wounded", match["who"], re.IGNORECASE) is not None
    civilians = re.search(r"\bcivilian", parse.text, re.IGNORECASE) is not None
    parse.found.append(
        claim(
            parse,
            match.start(),
            match.end(),
            "share",
            "casualties.injured" if hurt else "casualties.killed",
            value=50.0,
            unit="%",
            comparator="gt",
            period=period_of(parse, match.start(), match.end(), "casualties"),
            place=located(parse, match.start(), match.end()),
            dimensions={"population": "civilians"} if civilians else {},
            attribution=speaker(parse, match.start()),
        )
    )


_READERS: Final = (
    (_VAGUE_PART, _undefined),
    (_MOST_OF, _most),
    (_MOST_VICTIMS, _most_victims),
    (_MOST_OF_THEM, _most_of_them),
)
