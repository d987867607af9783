"""A decision finds its figure again in an edited draft, or says that it does not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dateline.editing import Decision, Decisions, apply, astray, mended
from dateline.records.claim import Claim, Quote

DRAFT = (
    "On the night of May 24-25, Russia launched 367 drones and missiles against Kyiv. Of those, 56 breached defenses. "
    "A week later it was 12 drones near Odesa, then 12 drones near Sumy, and 12 in all."
)


def claims_of(text: str, pattern: str = r"\d+ drones and missiles|\b56\b|12 drones") -> list[Claim]:
    """Claims at each match, with 32 characters of context, as an extractor would make them."""
    return [
        Claim(f"c{i}", text, Quote(m.group(), m.start(), m.end(), text[max(0, m.start() - 32) : m.start()],
                                   text[m.end() : m.end() + 32]), "level", "strikes.launched", 1.0)
        for i, m in enumerate(re.finditer(pattern, text), start=1)
    ]  # fmt: skip


def decide(claim: Claim, **kept: object) -> Decisions:
    return Decisions(None, (Decision(claim.quote, frame=claim.frame, number=1, **kept),))  # type: ignore[arg-type]


def test_a_mend_is_applied_to_the_same_draft_and_to_no_other_claim() -> None:
    claims = claims_of(DRAFT)
    decisions = decide(claims[0], mends={"value": "400"})
    after, dismissed = apply(claims, decisions)
    assert [c.value for c in after] == [400.0, 1.0, 1.0, 1.0]
    assert dismissed == []
    assert mended(claims, decisions) == {"c1"}
    assert astray(claims, decisions) == []


def test_no_decisions_change_nothing() -> None:
    claims = claims_of(DRAFT)
    assert apply(claims, None) == (claims, [])
    assert mended(claims, None) == frozenset()
    assert astray(claims, None) == []


@pytest.mark.parametrize(
    "edited",
    [
        "New first paragraph with 5 claims.\n\n" + DRAFT,
        DRAFT.replace("On the night of May 24-25, Russia", "Overnight Russia"),
        DRAFT.replace(" against Kyiv. Of those", " at the whole country. Of them"),
    ],
    ids=["moved", "before changed", "after changed"],
)
def test_a_decision_survives_edits_of_the_draft(edited: str) -> None:
    decisions = decide(claims_of(DRAFT)[0], dismiss="our own count")
    kept, dismissed = apply(claims_of(edited), decisions)
    assert [(c.quote.exact, why) for c, why in dismissed] == [("367 drones and missiles", "our own count")]
    assert len(kept) == 3
    assert astray(claims_of(edited), decisions) == []


def test_one_of_two_alike_is_told_apart_by_its_surroundings() -> None:
    claims = claims_of(DRAFT)
    assert [c.quote.exact for c in claims[2:]] == ["12 drones", "12 drones"]
    _, dismissed = apply(claims_of("Words before. " + DRAFT), decide(claims[3], dismiss="no"))
    assert [c.id for c, _ in dismissed] == ["c4"]


def test_an_anchor_that_is_gone_is_named_and_not_applied() -> None:
    decisions = decide(claims_of(DRAFT)[0], dismiss="no")
    edited = claims_of(DRAFT.replace("367 drones and missiles", "370 drones and missiles"))
    assert apply(edited, decisions) == (edited, [])
    (sentence,) = astray(edited, decisions)
    assert "367 drones and missiles" in sentence
    assert "no claim has these words" in sentence


def test_the_same_words_in_another_context_are_not_taken_for_it() -> None:
    decisions = decide(claims_of(DRAFT)[1], dismiss="no")
    other = claims_of("The regiment's commander is 56 years old and comes from Poltava.")
    assert apply(other, decisions) == (other, [])
    assert "another context" in astray(other, decisions)[0]


def test_two_places_that_fit_equally_well_are_not_guessed_between() -> None:
    twice = "They sent 12 drones in the night. They sent 12 drones in the night. "
    claims = claims_of(twice * 2)
    decision = Decision(replace(claims[1].quote, start=-1, end=-1), dismiss="no", number=3)
    assert apply(claims, Decisions(None, (decision,))) == (claims, [])
    assert "equally well" in astray(claims, Decisions(None, (decision,)))[0]


def test_in_an_unchanged_draft_the_position_tells_twins_apart() -> None:
    claims = claims_of("They sent 12 drones in the night. " * 6)
    _, dismissed = apply(claims, decide(claims[3], dismiss="no"))
    assert [c.id for c, _ in dismissed] == ["c4"]


def test_a_hand_written_entry_needs_no_surroundings_where_the_words_are_unique() -> None:
    claims = claims_of(DRAFT)
    entry = Decision(Quote("367 drones and missiles", -1, -1), dismiss="no", number=1)
    assert [c.id for c, _ in apply(claims, Decisions(None, (entry,)))[1]] == ["c1"]
    twin = Decision(Quote("12 drones", -1, -1), dismiss="no", number=1)
    assert apply(claims, Decisions(None, (twin,)))[1] == []


def test_two_claims_at_one_span_are_told_apart_by_frame() -> None:
    one = claims_of(DRAFT)[0]
    twins = [one, replace(one, id="c9", frame="rank")]
    assert mended(twins, decide(twins[1], mends={"value": "2"})) == {"c9"}


def test_a_dismissed_claim_is_not_counted_as_mended() -> None:
    claims = claims_of(DRAFT)
    assert mended(claims, decide(claims[0], mends={"value": "2"}, dismiss="no")) == frozenset()
