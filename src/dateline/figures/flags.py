"""What a reader must know of the days behind a figure, in words of one list."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

from dateline.checking.answers import Answers, Question
from dateline.checking.context import CheckContext
from dateline.figures.forms import Formed
from dateline.figures.shape import Asked
from dateline.ledgers import MEASURES
from dateline.records.finding import Gap
from dateline.records.period import Period

#: Every flag that a series or a figure can carry, and what it means.
FLAGS = MappingProxyType({
    "gap": "no file, bulletin or report for these days",
    "frozen": "a file that repeats the day before: no quiet day",
    "jump": "the day on which the map catches up after such a pause",
    "redraw": "a step that may be a redraw or a retreat; polygons alone cannot tell",
    "cut-off": "an end was moved to the nearest day that has an answer",
    "definition-break": "the producer's definition changes on this day; nothing is added across it",
    "stale": "the last day of the ledger lies before the end of what was asked",
    "partial": "the ledger does not reach over the whole period",
})  # fmt: skip
#: Flags that leave open where a change ends or begins: a map that was not drawn that day.
UNSURE = frozenset({"gap", "frozen", "jump"})
#: Measures that are what one map shows more than another.
_CHANGES = frozenset({"territory.net_change", "territory.gained", "territory.lost"})
#: More flags than this are counted and not listed one by one.
LISTED = 12


def flags(question: Question, asked: Asked, found: Formed, context: CheckContext) -> tuple[str, ...]:
    """The flags of the period with their dates; more than LISTED are counted by kind."""
    gaps = [*inside(question.period, found.answers, asked.measure), *_silent(question, context)]
    if found.base is not None and found.plain:
        gaps += inside(found.base, found.plain[0], asked.measure)
    said = [_dated(g) for g in gaps[:LISTED]]
    for kind in FLAGS:
        more = sum(g.flag == kind for g in gaps[LISTED:])
        said += [f"{kind} on {more} more stretches of days"] if more else []
    said += [f"definition-break {day}" for day in found.broken if f"definition-break {day}" not in said]
    said += _moved(question, found) + _ends(question, asked, found)
    return tuple(dict.fromkeys(said))


def kinds(question: Question, found: Formed) -> tuple[str, ...]:
    """The flags of one part, without their dates."""
    measure = question.measure
    said: list[str] = [gap.flag for gap in inside(question.period, found.answers, measure)]
    said += ["definition-break"] if found.broken else []
    if not found.answers.found:
        said.append("gap")
    elif all("coverage" in a.departs for a in found.answers.found):
        said.append("partial")
    return tuple(dict.fromkeys(said))


def inside(period: Period, answers: Answers, measure: str) -> list[Gap]:
    """The flagged stretches that touch the period; of a change of area those of the day on which it ends too, and a
    jump on the day after that, which shows what had happened before."""
    gaps = (*answers.gaps, *(answers.coverage.gaps if answers.coverage else ()))
    breaks = MEASURES[measure].breaks
    return [
        g
        for g in dict.fromkeys(gaps)
        if g.start <= (_end(period, g) if measure in _CHANGES else period.last)
        and period.start <= g.last
        and (breaks or g.flag != "definition-break")
    ]


def _end(period: Period, gap: Gap) -> date:
    return period.stop + timedelta(days=1) if gap.flag == "jump" else period.stop


def _silent(question: Question, context: CheckContext) -> list[Gap]:
    """Nights of the period without a bulletin: nothing flew, or nothing was kept."""
    if not question.measure.startswith("strikes.") or not context.ledgers.available("strikes"):
        return []
    nights = context.ledgers.strikes.nights
    first, last = max(question.period.start, nights[0]), min(question.period.last, nights[-1], question.as_of)
    known, found = set(nights), list[Gap]()
    day = first
    while day <= last:
        if day not in known:
            if found and (day - found[-1].last).days == 1:
                found[-1] = Gap(found[-1].start, day)
            else:
                found.append(Gap(day, day))
        day += timedelta(days=1)
    return found


def _moved(question: Question, found: Formed) -> list[str]:
    """Ends that the standard reading moved to a day that has an answer."""
    computed = [a for a in found.answers.found if a.basis == "computed"]
    standard = next((a for a in computed if not a.departs), None)
    standard = standard or next((a for a in computed if a.departs == ("cut_off",)), None)
    if standard is None or found.base is not None or found.broken:
        return []
    used, period = standard.period, question.period
    if question.measure == "territory.held":
        return [] if used.contains(min(period.last, question.as_of)) else [f"cut-off {used.start}"]
    said = [f"cut-off {used.start}"] if used.start != period.start else []
    late = not question.measure.startswith("strikes.") and used.stop != period.stop
    return [*said, f"cut-off {used.stop}"] if late and used.stop <= question.as_of else said


def _ends(question: Question, asked: Asked, found: Formed) -> list[str]:
    coverage, period = found.answers.coverage, question.period
    if coverage is None or asked.measure.startswith(("casualties.", "events.")):
        return []
    end, said = min(coverage.end, question.as_of), []
    if period.start < coverage.start:
        said.append(f"partial {period.start} to {coverage.start - timedelta(days=1)}")
    if period.last > end:
        said.append(f"partial {end + timedelta(days=1)} to {period.last}")
        said += [f"stale {coverage.end}"] if coverage.end < min(period.last, question.as_of) else []
    return said


def _dated(gap: Gap) -> str:
    return f"{gap.flag} {gap.start}" if gap.start == gap.last else f"{gap.flag} {gap.start} to {gap.last}"
