"""How much of the gold sentences is read rightly: floors, and never below them.

A floor is lowered only here, by hand, with the reason beside it; raise them as the reading gets better.
"""

from __future__ import annotations

import pytest

import own_gold
from scoring import rows_of

#: In percent, over all gold sentences. Lowered: never yet.
FLOORS = {"found": 95.0, "whole": 88.0}
#: At most this many hard negatives may come back decided. Raised: never yet.
DECIDED = 0


@pytest.fixture(scope="module")
def score() -> own_gold.Score:
    return own_gold.run([line for file in sorted(own_gold.FOLDER.glob("*.jsonl")) for line in rows_of(file)])


def test_the_set_is_as_large_and_as_hard_as_it_should_be(score: own_gold.Score) -> None:
    assert score.lines >= 400
    assert score.negatives >= score.lines / 3


def test_claims_are_found(score: own_gold.Score) -> None:
    found = sum(x.claim is not None for x in score.labels)
    assert 100 * found / len(score.labels) >= FLOORS["found"]


def test_fields_are_right(score: own_gold.Score) -> None:
    found = [x for x in score.labels if x.claim is not None]
    assert 100 * sum(not x.wrong for x in found) / len(found) >= FLOORS["whole"]


def test_nothing_is_decided_where_nothing_can_be(score: own_gold.Score) -> None:
    decided = sorted({line["id"] for line, _ in score.decided})
    assert len(decided) <= DECIDED, decided


def test_quotes_stand_once_in_their_sentences() -> None:
    for file in sorted(own_gold.FOLDER.glob("*.jsonl")):
        for line in rows_of(file):
            for claim in line["claims"]:
                assert line["sentence"].count(claim["quote"]) == 1, (line["id"], claim["quote"])
