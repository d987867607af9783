"""Meetings: the first direct talks since a date."""

from __future__ import annotations

from datetime import timedelta

from dateline.checking.context import CheckContext
from dateline.checking.evidence import Evidence, unanswered
from dateline.checking.phrases import label
from dateline.checking.policy import Weighed
from dateline.checking.resolve import command
from dateline.ledgers.talks import Meeting
from dateline.records.claim import Claim
from dateline.records.finding import Reading
from dateline.records.period import Period

PRODUCER = "talks"
#: An event without a date of its own is sought this far back from the report.
_RECENT_DAYS = 45


def weigh_meetings(claim: Claim, context: CheckContext) -> Evidence:
    """Only `first_since` is answered: the table is too thin to count rounds or name places by."""
    if not context.ledgers.available("talks") or claim.frame != "first_since" or claim.baseline is None:
        return unanswered("no_ledger", "a full record of meetings")
    ledger, report = context.ledgers.talks, context.report_date
    if claim.period is not None:
        near = claim.period.moved(-7, 7)
    else:
        near = Period.through(report - timedelta(days=_RECENT_DAYS), report)
    held = [m for m in ledger.direct() if m.start <= min(report, context.visible)]
    events = [m for m in held if near.contains(m.start)]
    if not events:
        return unanswered("no_ledger", "a record of the talks meant", ledger.coverage())
    event, named = events[0], claim.baseline.period
    between = [m for m in held if named.stop <= m.start < event.start]
    inside = [m for m in held if named.start <= m.start < min(named.stop, event.start)]
    if not between and not inside:
        return unanswered("no_ledger", f"a record of talks in {named}", ledger.coverage())
    return _evidence(claim, context, event, between, inside)


def _evidence(
    claim: Claim, context: CheckContext, event: Meeting, between: list[Meeting], inside: list[Meeting]
) -> Evidence:
    shown = between[-1] if between else inside[-1]
    words = f"{_day(event)}, {event.place}; {'also' if between else 'before that'} {_day(shown)}, {shown.place}"
    reading = Reading(
        PRODUCER, "direct talks held", Period.through(event.start, event.last), context.visible, "recorded", None,
        not between, True, words, "recorded", "independent", rows=1 + len(between) + len(inside),
    )  # fmt: skip
    producer = context.ledgers.producers[PRODUCER]
    sources = tuple(producer.source(f"Talks of {_day(m)}, {m.place}", m.source) for m in (event, shown))
    assert claim.baseline is not None
    return Evidence(
        (Weighed(reading, PRODUCER, 1.0 if between else 0.0),), sources=sources,
        coverage=context.ledgers.talks.coverage(),
        query=command(claim, context, Period.through(claim.baseline.period.start, event.last)), relation="none",
    )  # fmt: skip


def _day(meeting: Meeting) -> str:
    return label(Period.of_day(meeting.start))
