"""Published figures that would read differently now."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from django.db import connection

from dateline import desk
from dateline.records.check import Check
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.checks import drift
from dateline.site.checks.deciding import decide, decided
from dateline.site.checks.drift import drifted, look_again, see_to_all
from dateline.site.checks.keeping import keep
from dateline.site.checks.models import Decision, Recheck
from dateline.site.stories.models import Figure, Publication, State, Story

from .drafts import RIGHT, account, do_all, story_of

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 6, 1)
DAY = dt.date(2025, 5, 15)
#: 209 on the report's day, 221 since: a later report of the mission says so.
APRIL = "In April 2025, 209 civilians were killed in Ukraine, the U.N. Human Rights Monitoring Mission said."


@pytest.fixture
def editor() -> User:
    return account(Role.EDITOR)


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drift.timezone, "localdate", lambda: TODAY)


def check_of(text: str) -> Check:
    return desk.check(desk.read(text, published=DAY, theatre="ukraine"), today=DAY)


def published(editor: User, text: str, check: Check | None = None) -> Publication:
    """The text as readers see it, frozen with its check."""
    story = story_of(text, editor)
    check = check or check_of(text)
    evidence = keep(check)
    publication = Publication.objects.create(
        story=story, revision=story.current, number=1, by=editor, page={}, evidence=evidence,
        sha256=hashlib.sha256(evidence.encode()).hexdigest(),
    )  # fmt: skip
    for claim in check.claims:
        assert claim.finding is not None
        Figure.objects.create(
            publication=publication, address=f"{story.pk}-{claim.id}", key=claim.id, exact=claim.quote.exact,
            verdict=claim.finding.verdict, decided_by=claim.finding.decided_by, claim={}, card="",
        )  # fmt: skip
    Story.objects.filter(pk=story.pk).update(publication=publication, state=State.PUBLISHED)
    return publication


def test_a_revised_figure_is_found_with_what_is_known_now(editor: User) -> None:
    publication = published(editor, APRIL)
    (found,) = drifted(publication, TODAY)
    assert found.figure.exact == "209 civilians"
    assert (found.then.verdict, found.then.computed) == ("holds", 209)
    assert found.now.verdict == "qualified" and 221 in [reading.value for reading in found.now.readings]
    assert "209" in found.summary and "221" in found.summary and found.summary.endswith(".")
    assert drifted(publication, DAY) == []


def test_what_reads_as_it_did_is_no_drift(editor: User) -> None:
    text = "In April 2025, 221 civilians were killed in Ukraine, the U.N. Human Rights Monitoring Mission said."
    check = desk.check(desk.read(text, published=DAY, theatre="ukraine"), as_of="today", today=TODAY)
    assert drifted(published(editor, text, check), TODAY) == []


def test_a_dismissed_figure_is_not_looked_at(editor: User) -> None:
    check = check_of(APRIL)
    decide(story_of(APRIL, editor, "Another"), check.claims[0], "dismiss", editor, reason="another war")
    assert drifted(published(editor, APRIL, decided(check, Decision.objects.all())), TODAY) == []


@pytest.mark.parametrize(("text", "count"), [(APRIL, 1), (RIGHT.replace("August", "April"), 0)])
def test_an_editors_verdict_stays_as_long_as_its_figure_does(editor: User, text: str, count: int) -> None:
    check = check_of(text)
    decide(
        story_of(text, editor, "Another"), check.claims[0], "override", editor, reason="as the mission says",
        verdict="disputed", source="https://example.org/",
    )  # fmt: skip
    after = decided(check, Decision.objects.all())
    assert after.claims[0].finding is not None and after.claims[0].finding.verdict == "disputed"
    assert len(drifted(published(editor, text, after), TODAY)) == count


def test_what_was_worked_out_is_kept_until_something_new_is_known(
    editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    publication = published(editor, APRIL)
    first = drifted(publication, TODAY)
    monkeypatch.setattr(drift, "recheck_kept", lambda *_, **__: pytest.fail("worked out again"))
    assert drifted(publication, TODAY) == first
    monkeypatch.undo()
    monkeypatch.setattr(drift, "knowledge", lambda: "after an import")
    assert drifted(publication, TODAY) == first
    assert Recheck.objects.get().knowledge == "after an import"


def test_a_worker_sees_to_every_publication_once(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drift, "_AT_ONCE", 1)
    seen = [published(editor, APRIL), published(editor, RIGHT)]
    withdrawn = published(editor, APRIL)
    Story.objects.filter(pk=withdrawn.story_id).update(state=State.WITHDRAWN)
    assert see_to_all()
    assert not see_to_all()  # it is asked already
    assert do_all() == 2
    assert set(Recheck.objects.values_list("publication", flat=True)) == {p.pk for p in seen}
    assert not see_to_all()
    monkeypatch.setattr(drift, "knowledge", lambda: "after an import")
    assert see_to_all()


def test_evidence_that_cannot_be_read_stops_nobody(editor: User) -> None:
    good = published(editor, APRIL)
    bad = published(editor, RIGHT)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE stories_publication SET evidence = '{}' WHERE id = %s", [bad.pk])
    assert look_again.call() == 2
    assert len(drifted(good, TODAY)) == 1
    bad.refresh_from_db()
    assert drifted(bad, TODAY) == []
    assert "check again" in Recheck.objects.get(publication=bad).error
