"""A brief is read and checked as any report is, and keeps only what that check confirms.

A sentence stays where each of its figures is found at its own words, is read as the measure that was meant, and holds.
What falls is named in the brief, without its number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline import desk
from dateline.briefing.asking import Desk
from dateline.briefing.draft import Draft, Section, Sentence, Settled
from dateline.briefing.markdown import words
from dateline.desk import Checked
from dateline.reading import read_text
from dateline.records.claim import Claim

#: A sentence that falls may change how its neighbours are read: so many rounds, then the rest falls with it.
_ROUNDS = 6


def settle(draft: Draft, asked: Desk) -> Settled:
    """The draft's sentences that its own check confirms."""
    titles, leads, sections = list(draft.titles), list(draft.leads), draft.sections
    fallen: dict[str, str] = {}
    for _ in range(_ROUNDS):
        title = titles[0]
        lead = next((s for s in leads if s.text.rstrip(".") != title.text), None)
        page = [title, *([lead] if lead else []), *(s for section in sections for s in section.sentences)]
        checked = checked_page(words(title, lead, sections, asked.as_of), asked)
        found = [_claims(sentence, start, checked) for sentence, start in _places(page, checked.report.text)]
        wrong = {id(s): why for s, (_, why) in zip(page, found, strict=True) if why}
        if not wrong:
            ids = tuple(claims for claims, _ in found)
            return Settled(title, lead, sections, checked, ids, tuple(fallen.items()))
        fallen |= {s.about: wrong[id(s)] for section in sections for s in section.sentences if id(s) in wrong}
        titles = [t for t in titles if id(t) not in wrong]
        leads = [s for s in leads if id(s) not in wrong]
        sections = tuple(replace(section, sentences=_standing(section, wrong)) for section in sections)
    raise AssertionError("a brief that states nothing has nothing to confirm")


def _standing(section: Section, wrong: Mapping[int, str]) -> tuple[Sentence, ...]:
    """The sentences that did not fall; where the producers differ, what is said instead."""
    kept = []
    for sentence in section.sentences:
        if id(sentence) not in wrong:
            kept.append(sentence)
        elif sentence.instead and wrong[id(sentence)] == "disputed":
            kept.append(Sentence((sentence.instead,), opens=sentence.opens))
    return tuple(kept)


def checked_page(text: str, asked: Desk) -> Checked:
    """The check of a brief's page, as known on its day."""
    report = desk.of_theatre(read_text(text, published=asked.as_of, markdown=True), asked.theatre.id)
    return desk.check(report, today=asked.as_of)


def _places(page: Sequence[Sentence], text: str) -> list[tuple[Sentence, int]]:
    """Where each sentence starts in the report's text, in order."""
    found, at = [], 0
    for sentence in page:
        start = text.index(sentence.text, at)
        found.append((sentence, start))
        at = start + len(sentence.text)
    return found


def _claims(sentence: Sentence, start: int, checked: Checked) -> tuple[tuple[str, ...], str]:
    """The claim of each figure, and why the sentence cannot stand; the latter is empty where it can."""
    end = start + len(sentence.text)
    own = [c for c in checked.claims if c.quote.start < end and c.quote.end > start]
    wrong = next((c.finding for c in own if c.finding is not None and c.finding.verdict != "holds"), None)
    if wrong is not None:
        return (), wrong.verdict
    if any(u.start < end and u.end > start for u in checked.unread):
        return (), "unread"
    ids: list[str] = []
    at = start
    for piece in sentence.pieces:
        length = len(piece if isinstance(piece, str) else piece.words)
        if not isinstance(piece, str):
            claim = next((c for c in own if c.quote.start < at + length and c.quote.end > at), None)
            if claim is None or claim.measure != piece.measure or not _same(claim, piece.value):
                return (), "unread"
            ids.append(claim.id)
        at += length
    return (tuple(ids), "") if len(own) == len(ids) else ((), "unread")


def _same(claim: Claim, value: float | None) -> bool:
    """Is the value read the one written, as far as its digits go?"""
    if value is None or claim.value is None:
        return True
    return abs(abs(claim.value) - abs(value)) <= max(0.5, abs(value) * 0.001)
