"""Plans, predictions and opinions: stated, and not for data to settle."""

from __future__ import annotations

import re
from typing import Final

from dateline.extracting.parse import Parse
from dateline.extracting.scope import claim, speaker
from dateline.languages import en
from dateline.records.claim import Frame

#: Without one of these words the frame finds nothing (re2, see `signs`).
TRIGGER: Final = rf"{en.PLANS}|{en.PREDICTIONS}"
_PLAN = re.compile(rf"(?<![\w-])(?:{en.PLANS})(?!\w)", re.IGNORECASE)
_PREDICTION = re.compile(
    rf"(?<![\w-])(?:(?:do|does|did) not |don't |doesn't )?(?:{en.PREDICTIONS})(?!\w)", re.IGNORECASE
)
_TALKS = re.compile(
    r"\b(?:another |a new |a further |the next |more |fresh )?(?:round of )?(?:peace |direct )?(?:talks"
    r"|negotiations|meeting|summit|ceasefire|truce)\b",
    re.IGNORECASE,
)


def find(parse: Parse) -> None:
    """Adds at most one claim a sentence, and takes the amounts that belong to the plan or the forecast with it."""
    prediction = _PREDICTION.search(parse.text)
    plan = _PLAN.search(parse.text)
    future = any(m.period is not None and m.kind == "at" and m.period.start > parse.ref for m in parse.mentions)
    if prediction is not None and _about_the_future(parse, prediction, future):
        _add(parse, "prediction", prediction)
    elif plan is not None and (future or _amount_after(parse, plan)):
        _add(parse, "plan", plan)


def _about_the_future(parse: Parse, match: re.Match[str], future: bool) -> bool:
    """A forecast is a claim where it carries a figure or names a time."""
    timed = any(m.kind in ("at", "duration") and not m.speech for m in parse.mentions if m.start > match.start() - 60)
    hypothetical = re.match(r"(?i)would be", match.group()) and not any(a.digits for a in parse.amounts)
    return (timed or future or _amount_near(parse, match)) and not hypothetical and not _arithmetic(parse, match)


def _arithmetic(parse: Parse, match: re.Match[str]) -> bool:
    """ "That would be 1 percent of the country" restates a figure; it foretells nothing."""
    return (
        match.group().lower() == "would be"
        and re.match(r"(?i)(?:that|this|it|which)\b", parse.text[: match.start()].strip() or "x") is not None
    )


def _amount_after(parse: Parse, match: re.Match[str]) -> bool:
    return any(a.start >= match.start() for a in parse.amounts)


def _amount_near(parse: Parse, match: re.Match[str]) -> bool:
    start, end = parse.clause(match.start())
    return any(start <= a.start < end or a.start >= match.end() for a in parse.amounts)


def _add(parse: Parse, frame: Frame, match: re.Match[str]) -> None:
    start, end = _span(parse, match)
    for index, amount in enumerate(parse.amounts):
        in_clause = parse.clause(amount.start) == parse.clause(match.start())
        if (start <= amount.start < end) or amount.start >= match.start() or (in_clause and frame == "prediction"):
            parse.used.add(index)
            start, end = min(start, amount.start), max(end, parse.things[index].end)
    measure = "talks.meetings" if frame == "plan" and _TALKS.search(parse.text[start:end]) else None
    period = next(
        (
            m.period
            for m in parse.mentions
            if m.kind == "at" and not m.speech and m.period is not None and m.period.start > parse.ref
        ),
        None,
    )
    period = period or next(
        (m.period for m in parse.mentions if m.kind == "at" and not m.speech and start <= m.start < end), None
    )
    parse.found.append(claim(parse, start, end, frame, measure, period=period, attribution=speaker(parse, start)))  # type: ignore[arg-type]


def _span(parse: Parse, match: re.Match[str]) -> tuple[int, int]:
    """From the cue to the end of its clause, without the closing mark."""
    _, end = parse.clause(match.start())
    piece = parse.text[match.start() : end].rstrip(' .,;"”')
    return match.start(), match.start() + len(piece)
