"""Figures that ledgers count: the questions of a check, put for any period, alone and in parts."""

from __future__ import annotations

from dateline.checking.answers import Answer, Question
from dateline.checking.changes import change
from dateline.checking.context import CheckContext
from dateline.checking.shares import usual_whole
from dateline.figures.flags import flags
from dateline.figures.forms import Formed, formed
from dateline.figures.parts import allowed, parted, ranked
from dateline.figures.ranks import ranks, records, rivals
from dateline.figures.shape import Asked, Change, Figure, FigureError
from dateline.figures.streams import several
from dateline.ledgers import MEASURES, Ledgers
from dateline.records.finding import Source
from dateline.records.series import Series
from dateline.theatres.loader import Theatre


def counted(asked: Asked, home: Theatre, context: CheckContext) -> Figure:
    """The figure from the ledgers of areas, strikes, casualties and series.

    A whole that no ledger answers may still have parts that do: then `value` is None, as where a definition changes
    inside. Raises FigureError where neither has an answer, and for a part or filter that the measure does not have.
    """
    allowed(asked)
    where = asked.where
    question = Question(
        asked.measure, asked.period, asked.place, asked.as_of, home.country.id,
        where.get("weapon"), where.get("victim"), where.get("population"), asked.producer,
    )  # fmt: skip
    whole = formed(question, asked, context)
    found = ranked(whole, asked)
    parts = list(parted(question, asked, context, behind=not found)) if asked.by else []
    behind = [part.answer for part in parts if part.answer is not None]
    if not found and not behind:
        raise FigureError(_none(question, whole, asked))
    choice = several(found) if asked.reading is None else ()
    first = found[0] if found and not choice and (not whole.broken or asked.reading is not None) else None
    unit = _unit(asked, context.ledgers)
    flagged = flags(question, asked, whole, context)
    return Figure(
        measure=asked.measure,
        unit=unit,
        period=asked.period,
        place=asked.place or home.country,
        as_of=asked.as_of,
        value=first.value if first else None,
        low=first.low if first else None,
        high=first.high if first else None,
        readings=tuple(found),
        series=Series(
            asked.measure, unit, tuple(part.point for part in parts), MEASURES[asked.measure].name,
            (found or behind)[0].producer,
        ),
        flags=flagged,
        coverage=whole.answers.coverage,
        sources=_sources(found or behind),
        definition=MEASURES[asked.measure].definition,
        query=asked.query,
        form=asked.form,
        change=_change(whole, asked, first),
        rank=ranks(question, asked, context) if asked.form == "rank" else None,
        record=records(question, asked, context) if asked.form == "record" else None,
        said=_said(whole, unit, choice),
        rivals=rivals(question, asked, context) if asked.form in ("rank", "record") else (),
    )  # fmt: skip


def _none(question: Question, found: Formed, asked: Asked) -> str:
    answers = found.answers
    if answers.found and asked.reading is not None:
        others = "; ".join(dict.fromkeys(a.definition for a in answers.found))
        return f"--reading {asked.reading!r}: {question.measure} has no such reading; it has {others}"
    if answers.found:
        others = ", ".join(dict.fromkeys(a.producer for a in answers.found))
        return f"{asked.producer} gives no {question.measure} for {question.period}; who does: {others}"
    if found.broken:
        days = ", ".join(map(str, found.broken))
        return f"the definition of {asked.measure} changes on {days}: the two periods cannot be compared"
    if asked.form == "share" and answers.blocked is None:
        return f"--of {asked.of or usual_whole(asked.measure)}: no ledger here counts that whole for {asked.measure}"
    if found.base is not None and answers.blocked is None:
        return f"no {question.measure} of one producer for both {found.base} and {question.period} in these terms"
    return f"no {question.measure} for {question.period}: it would take {answers.needs or 'entries for it'}"


def _change(whole: Formed, asked: Asked, first: Answer | None) -> Change | None:
    """Both amounts behind the change, under the definition of its first reading."""
    if whole.base is None or first is None or len(whole.plain) < 2:
        return None
    before, now = whole.plain
    for one in now.found:
        for two in before.found:
            same = one.producer == two.producer and one.convention == two.convention
            if same and first.definition.removesuffix(", a day") == one.definition and first.producer == one.producer:
                return Change(
                    whole.base, two.value, one.value, one.value - two.value,
                    change(one.value, two.value, "percent"), change(one.value, two.value, "times"),
                )  # fmt: skip
    return None


def _said(whole: Formed, unit: str, choice: tuple[str, ...]) -> tuple[str, ...]:
    if choice:
        return (f"{len(choice)} definitions overlap and are not added: choose one with --where kind=... or --reading.",)
    if not whole.broken:
        return ()
    days = ", ".join(str(day) for day in whole.broken)
    return (
        f"The definition changes on {days}: no sum or share reaches over that day; its parts stand below ({unit}).",
    )


def _sources(found: list[Answer]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for answer in found for source in answer.sources))


def _unit(asked: Asked, ledgers: Ledgers) -> str:
    if asked.form == "share" or asked.into == "percent":
        return "%"
    if asked.into in ("times", "times-less"):
        return "x"
    unit = asked.into or MEASURES[asked.measure].unit
    weapon = asked.where.get("weapon")
    if asked.measure.startswith("strikes.") and weapon is not None:
        line = (weapon, *ledgers.weapons.above(weapon))
        unit = "drones" if "drone" in line else "missiles" if "missile" in line else unit
    return f"{unit}/{asked.per}" if asked.per and asked.form != "change" else unit
