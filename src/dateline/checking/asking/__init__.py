"""Putting questions to the ledgers: one file a family."""

from __future__ import annotations

from dateline.checking.answers import Answers, Question, blocked
from dateline.checking.asking.beside import beside
from dateline.checking.asking.casualties import ask_casualties
from dateline.checking.asking.strikes import ask_strikes
from dateline.checking.asking.territory import ask_territory
from dateline.ledgers import Ledgers

#: Families that answer with numbers, by the first part of the measure's id.
_FAMILIES = {"territory": ask_territory, "strikes": ask_strikes, "casualties": ask_casualties}


def ask(question: Question, ledgers: Ledgers) -> Answers:
    """Every admissible answer to the question, from the ledgers as they stood on its day, with what stands beside the
    family's own; blocked with a reason where no ledger has one."""
    return beside(question, ledgers.as_of(question.as_of), ask_family(question, ledgers))


def ask_family(question: Question, ledgers: Ledgers) -> Answers:
    """The answers of the measure's own family alone."""
    ledgers = ledgers.as_of(question.as_of)
    family = question.measure.partition(".")[0]
    asked = _FAMILIES.get(family)
    if asked is None or not ledgers.available(family):
        return blocked("no_ledger", f"a ledger for {question.measure}")
    return asked(question, ledgers)
