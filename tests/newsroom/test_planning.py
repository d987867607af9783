"""Corrections begun from what a source says now."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline import desk
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.checks import drift
from dateline.site.checks.drift import drifted
from dateline.site.newsroom.models import PlannedCorrection
from dateline.site.newsroom.planning import plan

from .drafts import account
from .test_drift import APRIL, DAY, published

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 1)


@pytest.fixture
def editor() -> User:
    return account(Role.EDITOR)


def test_a_figure_that_fits_only_what_was_known_then_is_put_right(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The published figure still matches the producer's earlier report, so that it is not contradicted; the story is to
    say the newer one all the same."""
    monkeypatch.setattr(drift.timezone, "localdate", lambda: TODAY)
    publication = published(editor, APRIL)
    (found,) = drifted(publication, TODAY)
    assert found.now.verdict == "qualified"
    revision = plan(publication.story, editor, found.figure, found.now)
    assert revision is not None
    assert revision.text == APRIL.replace("209", "221")
    said = PlannedCorrection.objects.get().text
    assert "“209 civilians”" in said and "221" in said
    (claim,) = desk.check(
        desk.read(revision.text, published=DAY, theatre="ukraine"), as_of="today", today=TODAY
    ).claims  # fmt: skip
    assert claim.finding is not None and claim.finding.verdict == "holds"


def test_a_figure_that_nothing_newer_replaces_is_left_to_the_editor(editor: User) -> None:
    publication = published(editor, APRIL)
    figure = publication.figures.get()
    holds = desk.check(desk.read(APRIL, published=DAY, theatre="ukraine"), today=DAY).claims[0].finding
    assert holds is not None
    assert plan(publication.story, editor, figure, holds) is None
