"""The query of a finding gives that finding's figure again, whatever its frame."""

from __future__ import annotations

import json
import shlex

import pytest

from dateline.cli.guard import run
from dateline.records.claim import Claim
from dateline.records.finding import DECISIVE

from .checked import NAMES, check


def decided(name: str) -> list[Claim]:
    return [c for c in check(name).claims if c.finding is not None and c.finding.verdict in DECISIVE]


@pytest.mark.parametrize("name", NAMES)
def test_every_decisive_query_gives_the_figure_computed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {}
    claims = decided(name)
    for claim in claims:
        assert claim.finding is not None
        code = run([*shlex.split(claim.finding.query)[1:], "--format", "json"])
        said = capsys.readouterr()
        if code:
            wrong[claim.finding.query] = said.err
        elif claim.finding.computed is not None:
            value = json.loads(said.out)["value"]
            if value is None or value != pytest.approx(claim.finding.computed, rel=1e-6, abs=1e-4):
                wrong[claim.finding.query] = f"{value} and not {claim.finding.computed}"
    assert wrong == {}
    assert len([c for c in claims if c.finding is not None and c.finding.computed is not None]) >= 8
