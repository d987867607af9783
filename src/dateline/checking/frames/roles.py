"""Roles: is the person in the office, or out of it, as the text says?"""

from __future__ import annotations

from datetime import date

from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence, unanswered
from dateline.checking.policy import Weighed
from dateline.checking.resolve import command
from dateline.ledgers.officials import OfficialsLedger, Term, office_words
from dateline.records.claim import Claim
from dateline.records.finding import Reading
from dateline.records.period import Period

PRODUCER = "officials"
#: Texts lag and lead handovers by days; an open term says little long after the table's last entry.
SETTLED_DAYS, KNOWN_BEYOND_DAYS = 3, 120
#: Whether the text is right, in words, and the rows that say so.
_Settled = tuple[bool, str, list[Term]]
#: Words that make another office of the one they stand before.
_QUALIFIERS = frozenset({"elect", "acting", "deputy", "vice", "interim", "designate", "candidate", "first"})


def weigh_role(claim: Claim, context: CheckContext) -> Evidence:
    """Terms of the person and of the office on the day; silence of the table is never a contradiction."""
    person, office = claim.dimensions.get("person", ""), claim.dimensions.get("office", "")
    country = claim.dimensions.get("country")
    if not person or not office or not context.ledgers.available("officials"):
        return unanswered("no_ledger", "the person and the office")
    ledger = context.ledgers.officials
    when = claim.period.last if claim.period is not None else context.report_date
    terms = [t for t in ledger.of_person(person) if country is None or t.country == country]
    if len({t.person for t in terms}) > 1:
        return unanswered("ambiguous_place", "the person's full name", ledger.coverage())
    wanted = office_words(office)
    if (when - ledger.coverage().end).days > KNOWN_BEYOND_DAYS:
        return unanswered("stale", f"terms of office up to {when}", ledger.coverage())
    held = [t for t in terms if _is_office(t, wanted)]
    settled = _settled(claim, ledger, terms, held, when)
    if settled is None:
        return unanswered("no_ledger", f"the terms of {person} as {office}", ledger.coverage())
    return _evidence(claim, context, settled, when)


def _is_office(term: Term, wanted: frozenset[str]) -> bool:
    return any(office_words(name) == wanted for name in term.offices)


def _settled(claim: Claim, ledger: OfficialsLedger, terms: list[Term], held: list[Term], when: date) -> _Settled | None:
    """Whether the text is right, in words, with the rows that say so; None where the table does not say."""
    country, office = claim.dimensions.get("country"), claim.dimensions.get("office", "")
    former = claim.dimensions.get("term") == "former"
    now = [t for t in held if t.covers(when)]
    if former:
        if now:
            return (False, f"in office since {now[0].start}", now) if _surely(now[0], ledger, when) else None
        past = [t for t in held if t.stop is not None and t.stop < when]
        return (True, f"in office until {past[-1].stop}", past) if past else None
    if now:
        return True, f"in office since {now[0].start}", now
    if held and office_words(office) & {"president"}:
        return None  # former presidents keep the title by courtesy
    if held and any(t.stop is not None and t.stop < when for t in held):
        last = max((t for t in held if t.stop is not None and t.stop < when), key=lambda t: t.stop or when)
        if last.stop is not None and (when - last.stop).days > SETTLED_DAYS and last.confidence == "high":
            return False, f"in office until {last.stop}", [last]
        return None
    return _incumbent(ledger, terms, when, country, office)


def _surely(term: Term, ledger: OfficialsLedger, when: date) -> bool:
    """In office beyond doubt: not in its first or last days, and not past what the table knows."""
    if term.confidence != "high" or term.start is None or (when - term.start).days < SETTLED_DAYS:
        return False
    if term.stop is not None:
        return (term.stop - when).days >= SETTLED_DAYS
    return (when - ledger.coverage().end).days <= KNOWN_BEYOND_DAYS


def _incumbent(
    ledger: OfficialsLedger, terms: list[Term], when: date, country: str | None, office: str
) -> _Settled | None:
    """Someone else held the very office that day, and the person another one of the same country."""
    if country is None or office_words(office) & _QUALIFIERS:
        return None
    others = [t for t in ledger.of_office(office, country) if t.covers(when) and t.confidence == "high"]
    elsewhere = [t for t in terms if t.covers(when)]
    if len({t.person for t in others}) != 1 or not elsewhere or not _unique(office):
        return None
    return False, f"{others[0].person} held that office; {elsewhere[0].person} was {elsewhere[0].office}", others


def _unique(office: str) -> bool:
    """Offices of which a country has one; advisers, envoys and commanders there are several of."""
    return bool(office_words(office) & {"president", "prime", "minister", "chancellor", "secretary"})


def _evidence(claim: Claim, context: CheckContext, settled: _Settled, when: date) -> Evidence:
    within, words, rows = settled
    reading = Reading(
        PRODUCER, "term of office on the day", Period.of_day(when), context.visible, "recorded", None, within, True,
        answer=words, basis="recorded", standing="independent", rows=len(rows),
    )  # fmt: skip
    producer = context.ledgers.producers[PRODUCER]
    sources = tuple(
        producer.source(
            f"{t.person}, {t.office}, {t.start} to {t.stop or 'now'}", t.source if "://" in t.source else ""
        )
        for t in rows[:3]
    )
    where = {key: claim.dimensions[key] for key in ("person", "office", "country") if claim.dimensions.get(key)}
    return Evidence(
        (Weighed(reading, PRODUCER, 0.0 if within else 1.0),), sources=sources,
        coverage=context.ledgers.officials.coverage(),
        query=command(claim, context, Period.of_day(when), where=where), relation="none",
    )  # fmt: skip
