"""What stands beside a family's own answers in a check: reports that tile the days, the sum of a total's months, and
series that someone brought."""

from __future__ import annotations

from dataclasses import replace

from dateline.checking.answers import Answer, Answers, Question
from dateline.checking.asking.brought import brought
from dateline.checking.asking.casualties import CIVILIANS, SHORTEST_DAYS
from dateline.checking.asking.tolls import RECKONED, tolls
from dateline.ledgers import Ledgers

#: Reports of days are completed later: a text that differs from their sum by less than this share is not refuted.
_COMPLETED = 0.1


def beside(question: Question, ledgers: Ledgers, found: Answers) -> Answers:
    """The answers with those beside them. Where the family had none, these bear a figure out or differ from it, and
    cannot refute it alone: what they are sums of may have been revised since."""
    reckoned = _reckoned(question, ledgers, found)
    own = brought(question, ledgers)
    if not reckoned.found and not own:
        return found
    kept = tuple(a for a in found.found if not (reckoned.found and a.convention == "cumulative"))
    answers = (*kept, *reckoned.found, *own)
    alone = not kept
    narrower = found.narrower or (alone and all("population" in a.departs for a in answers))
    return replace(
        found, found=answers, blocked=None, needs="", gaps=(*found.gaps, *reckoned.gaps),
        whole=found.whole and not alone, narrower=narrower,
    )  # fmt: skip


def _reckoned(question: Question, ledgers: Ledgers, found: Answers) -> Answers:
    """Tolls that nobody published as such. Part of the days is no answer to a claim of all of them."""
    country = question.place is None or question.place.id == question.country
    if not question.measure.startswith("casualties.") or not country or found.blocked == "no_ledger":
        return Answers()
    if question.period.days < SHORTEST_DAYS or not ledgers.available("casualties"):
        return Answers()
    made, gaps = tolls(question, ledgers, found.found)
    # To the report's day without a date: the family gave the totals of the days before itself.
    given = "running" if question.to_report else "coverage"
    fit = [a for a in made if "coverage" not in a.departs and not a.convention.startswith(given)]
    whole = [_populated(_loose(a), question, ledgers) for a in fit]
    return Answers(tuple(whole), gaps=gaps if whole else ())


def _loose(answer: Answer) -> Answer:
    if answer.departs or answer.convention not in RECKONED:
        return answer
    low, high = sorted((answer.value * (1 - _COMPLETED), answer.value * (1 + _COMPLETED)))
    return replace(answer, basis="computed", low=low, high=high)


def _populated(answer: Answer, question: Question, ledgers: Ledgers) -> Answer:
    counts = ledgers.producers[answer.producer].population
    if question.population in CIVILIANS and counts not in ("", *CIVILIANS):
        return replace(answer, departs=("population", *answer.departs))
    return answer
