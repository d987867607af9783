"""Publishing: what stands in the way, what is frozen, which figures keep their address."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from dateline.site.accounts.models import User
from dateline.site.audit.appending import Immutable
from dateline.site.audit.models import Event
from dateline.site.checks.deciding import decide
from dateline.site.checks.keeping import kept
from dateline.site.newsroom.publishing import PublishingRefused, publish, withdraw
from dateline.site.newsroom.readiness import examine
from dateline.site.newsroom.saving import draft_of, save, settle
from dateline.site.newsroom.verifying import verify
from dateline.site.stories.models import Correction, Figure, Picture, Publication, State
from dateline.site.stories.writing import revise

from .desk_fixtures import HOLDS, WRONG, checked, editor, reporter, written

pytestmark = pytest.mark.django_db
__all__ = ["editor", "reporter"]


def test_a_checked_story_is_published_with_its_evidence(reporter: User, editor: User) -> None:
    story = written(reporter, HOLDS)
    checked(story)
    publication = publish(story, editor)
    assert story.state == State.PUBLISHED and story.publication == publication and story.published is not None
    assert publication.number == 1 and publication.by == editor
    assert publication.sha256 == hashlib.sha256(publication.evidence.encode()).hexdigest()
    assert kept(publication.evidence).claims[0].quote.exact == "468 square kilometres"
    figure = publication.figures.get()
    assert (figure.exact, figure.verdict, figure.decided_by) == ("468 square kilometres", "holds", "machine")
    assert "468 square kilometres" in publication.page["body"]
    event = Event.objects.get(what="story.published")
    assert event.by == editor and event.detail["sha256"] == publication.sha256


def test_nothing_is_published_unchecked(reporter: User, editor: User) -> None:
    story = written(reporter, HOLDS)
    with pytest.raises(PublishingRefused, match="Revision 1 has not been checked"):
        publish(story, editor)
    checked(story)
    revise(story, reporter, replace(draft_of(story.current), text=HOLDS + " More."), "")  # type: ignore[arg-type]
    with pytest.raises(PublishingRefused, match="Revision 2 has not been checked"):
        publish(story, editor)
    assert not Publication.objects.exists()


def test_a_contradicted_figure_waits_for_an_editor(reporter: User, editor: User) -> None:
    story = written(reporter, WRONG)
    check = checked(story)
    with pytest.raises(PublishingRefused, match="“868 square kilometres” is contradicted") as refused:
        publish(story, editor)
    assert [(h.step, h.claim) for h in refused.value.hindrances] == [("decide", check.claims[0].id)]
    decide(story, check.claims[0], "accept", editor)
    figure = publish(story, editor).figures.get()
    assert (figure.verdict, figure.decided_by) == ("contradicted", "Editor")


def test_a_figure_put_aside_is_not_published(reporter: User, editor: User) -> None:
    story = written(reporter, WRONG)
    decide(story, checked(story).claims[0], "dismiss", editor, reason="It is a quotation of what was refuted.")
    assert not publish(story, editor).figures.exists()


def test_every_lack_is_named_at_once(reporter: User, editor: User) -> None:
    story = written(reporter, HOLDS)
    story.section = None
    story.save()
    story.authors.clear()
    picture = Picture.objects.create(file="pictures/none.jpg", alternative=" ", width=1, height=1)
    revise(story, reporter, replace(draft_of(story.current), picture=picture), "")  # type: ignore[arg-type]
    hindrances, ready = examine(story)
    assert ready is None
    assert [h.step for h in hindrances] == ["write", "write", "write", "check"]
    with pytest.raises(PublishingRefused) as refused:
        publish(story, editor)
    assert "\n" not in str(refused.value)


def test_a_republication_says_what_was_corrected(reporter: User, editor: User) -> None:
    story = written(reporter, WRONG)
    decide(story, checked(story).claims[0], "accept", editor)
    first = publish(story, editor)
    revise(story, editor, replace(draft_of(story.current), text=HOLDS), "the right figure")  # type: ignore[arg-type]
    checked(story)
    with pytest.raises(PublishingRefused, match="write a correction"):
        publish(story, editor)
    second = publish(story, editor, correction="The area is 468 square kilometres, not 868.")
    assert second.number == 2 and story.updated is not None
    assert [c.text for c in Correction.objects.all()] == ["The area is 468 square kilometres, not 868."]
    assert second.figures.get().address == first.figures.get().address
    assert first.figures.get().exact == "868 square kilometres"


def test_a_typing_error_needs_a_reason_and_no_correction(reporter: User, editor: User) -> None:
    story = written(reporter, f"{HOLDS} The froont moved.")
    checked(story)
    before = publish(story, editor).figures.get().address
    revise(story, editor, replace(draft_of(story.current), text=f"A word first. {HOLDS} The front moved."), "")  # type: ignore[arg-type]
    checked(story)
    after = publish(story, editor, minor="a typing error")
    assert after.figures.get().address == before
    assert not Correction.objects.exists()
    assert Event.objects.filter(what="story.published").first().detail["minor"] == "a typing error"  # type: ignore[union-attr]


def test_the_same_is_not_published_twice(reporter: User, editor: User) -> None:
    story = written(reporter, HOLDS)
    checked(story)
    publish(story, editor)
    with pytest.raises(PublishingRefused, match="Nothing has changed since publication 1"):
        publish(story, editor)


def test_two_figures_of_the_same_words_keep_their_own_address(reporter: User, editor: User) -> None:
    july = "In July 2025, Russia launched 728 drones on the night of 9 July 2025."
    story = written(reporter, f"{HOLDS}\n\n{july}\n\nDeepState repeated it: in August 2025 Russia gained 468 km2.")
    check = checked(story)
    for claim in check.claims:
        if claim.finding is not None and claim.finding.verdict == "contradicted":
            decide(story, claim, "accept", editor)
    before = {f.claim["quote"]["prefix"][-12:] + f.exact: f.address for f in publish(story, editor).figures.all()}
    assert len(set(before.values())) == len(before) > 1
    moved = f"A new beginning.\n\n{story.current.text}"  # type: ignore[union-attr]
    revise(story, editor, replace(draft_of(story.current), text=moved), "")  # type: ignore[arg-type]
    for claim in checked(story).claims:
        if claim.finding is not None and claim.finding.verdict == "contradicted":
            decide(story, claim, "accept", editor)
    publish(story, editor, minor="a new beginning")
    last = {
        f.claim["quote"]["prefix"][-12:] + f.exact: f.address
        for f in Figure.objects.filter(publication=story.publication)
    }
    assert last == before


def test_what_is_withdrawn_says_why_for_good(reporter: User, editor: User) -> None:
    story = written(reporter, HOLDS)
    with pytest.raises(PublishingRefused, match="not published"):
        withdraw(story, editor, "It was a draft.")
    checked(story)
    publish(story, editor)
    with pytest.raises(PublishingRefused, match="Say why"):
        withdraw(story, editor, " ")
    withdraw(story, editor, "The source took it back.")
    assert story.state == State.WITHDRAWN
    correction = Correction.objects.get()
    assert correction.text == "Withdrawn: The source took it back."
    with pytest.raises(Immutable):
        correction.delete()
    with pytest.raises(PublishingRefused, match="write a correction"):
        publish(story, editor)
    publish(story, editor, correction="The source stands by it after all.")
    assert story.state == State.PUBLISHED


def test_a_publication_is_never_changed_and_shows_where_its_evidence_was(reporter: User, editor: User) -> None:
    story = written(reporter, HOLDS)
    checked(story)
    publication = publish(story, editor)
    assert verify(publication).holds
    publication.evidence = publication.evidence.replace("468", "469")
    with pytest.raises(Immutable):
        publication.save()
    found = verify(publication)
    assert not found.evidence_holds and found.report_holds and not found.holds


def test_a_published_story_is_checked_of_its_own_day_ever_after(reporter: User, editor: User) -> None:
    story = written(reporter, "Russia gained 468 square kilometres of Ukraine in August, according to DeepState.")
    revise(story, reporter, replace(draft_of(story.current), day=None), "no day")  # type: ignore[arg-type]
    day = checked(story).report.date
    assert settle(story, reporter) == story.current, "a draft is of the day on which it is checked"
    publish(story, editor)
    later = settle(story, reporter)
    assert later is not None and (later.number, later.day) == (3, day)
    assert settle(story, reporter) == later
    text = f"More. {story.current.text}"  # type: ignore[union-attr]
    saved = save(story, reporter, replace(draft_of(later), text=text, day=None), base=3)
    assert saved.day == day
