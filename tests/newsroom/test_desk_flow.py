"""From a check to a correction, as a browser without scripts goes through it."""

from __future__ import annotations

import hashlib
import json

import pytest
from django.test import Client
from django.urls import reverse

from dateline.site.accounts.models import User
from dateline.site.audit.models import Event
from dateline.site.checks.drift import Drift
from dateline.site.checks.models import Decision, Run, RunState
from dateline.site.checks.running import perform
from dateline.site.newsroom.models import PlannedCorrection
from dateline.site.newsroom.planning import plan
from dateline.site.newsroom.publishing import publish
from dateline.site.newsroom.readiness import basis
from dateline.site.newsroom.views import correcting
from dateline.site.stories.models import Correction, Figure, Publication, State, Story

from .desk_fixtures import HOLDS, WRONG, checked, editor, reporter, written

pytestmark = pytest.mark.django_db
__all__ = ["editor", "reporter"]


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def page(desk: Client, name: str, *args: object, **query: object) -> str:
    """A page as text; it must be there."""
    answer = desk.get(reverse(name, args=args), query)
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def press(desk: Client, name: str, *args: object, **values: object) -> tuple[int, str]:
    """A form sent: the status, and the page that it ends on."""
    answer = desk.post(reverse(name, args=args), values, follow=True)
    return answer.redirect_chain[0][1] if answer.redirect_chain else answer.status_code, answer.content.decode()


def test_a_check_is_asked_for_followed_and_shown(desk: Client, reporter: User) -> None:
    story = written(reporter, HOLDS)
    assert "has not been checked" in page(desk, "desk-story", story.slug)
    assert press(desk, "desk-check", story.slug)[0] == 302
    waiting = page(desk, "desk-progress", story.slug)
    assert "Waiting for a worker" in waiting and '<noscript><meta http-equiv="refresh"' in waiting
    run = Run.objects.get()
    assert desk.get(reverse("desk-progress-json", args=[story.slug])).json()["open"]
    press(desk, "desk-check", story.slug)
    assert Run.objects.count() == 1, "one check of a revision at a time"
    perform(run.pk, "a test")
    assert desk.get(reverse("desk-progress", args=[story.slug])).status_code == 302
    assert not desk.get(reverse("desk-progress-json", args=[story.slug])).json()["open"]
    shown = page(desk, "desk-story", story.slug)
    assert 'popovertarget="c1"' in shown and 'id="c1" popover' in shown
    assert "Nothing waits for a decision" in shown


def test_a_check_that_failed_says_why(desk: Client, reporter: User) -> None:
    story = written(reporter, "Росія запустила 367 дронів по Україні минулої ночі, повідомили Повітряні сили.")
    press(desk, "desk-check", story.slug)
    perform(Run.objects.get().pk, "a test")
    assert Run.objects.get().state == RunState.FAILED
    for name in ("desk-story", "desk-progress", "desk-publish"):
        assert "reads English" in page(desk, name, story.slug), name


def test_findings_are_shown_by_verdict(desk: Client, reporter: User) -> None:
    story = written(reporter, f"{HOLDS}\n\n{WRONG.replace('August', 'July')}")
    checked(story)
    rows = {show: page(desk, "desk-story", story.slug, show=show).count('id="row-') for show in
            ("", "holds", "contradicted", "pressing", "aside", "nonsense")}  # fmt: skip
    assert rows == {"": 2, "holds": 1, "contradicted": 1, "pressing": 1, "aside": 0, "nonsense": 0}


def test_what_an_editor_decides_stands_until_it_is_undone(desk: Client, reporter: User) -> None:
    story = written(reporter, WRONG)
    checked(story)
    args = (story.slug, "c1")
    assert "1 figure that the data contradict" in page(desk, "desk")
    assert press(desk, "desk-decide", *args, kind="accept", revision=1)[0] == 302
    assert "Decided by Editor" in page(desk, "desk-finding", *args)
    assert "No figure waits for a decision" in page(desk, "desk")
    press(desk, "desk-decide", *args, kind="withdraw", revision=1)
    assert "before somebody decides" in page(desk, "desk-finding", *args)
    press(desk, "desk-decide", *args, kind="dismiss", reason="Misread.", revision=1)
    assert "Put aside: Misread." in page(desk, "desk-finding", *args)
    assert "Put aside 1" in page(desk, "desk-story", story.slug)
    press(
        desk, "desk-decide", *args, kind="override", reason="The map of 3 September.", verdict="holds",
        source="https://example.org/map", revision=1,
    )  # fmt: skip
    assert "The map of 3 September." in page(desk, "desk-story", story.slug)
    assert [e.what for e in Event.objects.filter(what__regex="^(finding|decision)").order_by("id")] == [
        "finding.accepted", "decision.withdrawn", "finding.dismissed", "finding.overridden",
    ]  # fmt: skip


def test_after_a_decision_the_editor_is_where_the_next_one_waits(desk: Client, reporter: User) -> None:
    story = written(reporter, f"{WRONG}\n\n{WRONG.replace('August', 'July')}\n\n{HOLDS}")
    checked(story)

    def led(claim: str, **values: str) -> str:
        answer = desk.post(reverse("desk-decide", args=[story.slug, claim]), {"revision": 1, **values})
        return str(answer["Location"]).removeprefix(reverse("desk-story", args=[story.slug]))

    assert led("c1", kind="accept", next="list") == "#row-c1"
    assert led("c1", kind="withdraw") == "findings/c1/"
    assert led("c1", kind="accept") == "findings/c2/"
    assert led("c2", kind="accept") == ""


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "dismiss"}, "dismiss-error"),
        ({"kind": "override", "verdict": "holds", "source": "https://example.org/"}, "override-error"),
        ({"kind": "override", "verdict": "holds", "reason": "The map."}, "source-error"),
        ({"kind": "override", "verdict": "holds", "reason": "The map.", "source": "javascript:1"}, "source-error"),
        ({"kind": "override", "reason": "The map.", "source": "https://example.org/"}, "verdict-error"),
        ({"kind": "praise"}, "is no decision"),
    ],
)
def test_half_a_decision_is_none(desk: Client, reporter: User, values: dict[str, str], field: str) -> None:
    story = written(reporter, WRONG)
    checked(story)
    status, shown = press(desk, "desk-decide", story.slug, "c1", revision=1, **values)
    assert status == 422 and field in shown
    assert all(value in shown for value in values.values())
    assert not Decision.objects.exists()


def test_a_decision_on_another_revision_is_not_kept(desk: Client, reporter: User) -> None:
    story = written(reporter, WRONG)
    checked(story)
    desk.post(reverse("desk-edit", args=[story.slug]), {"title": "T", "text": f"More. {WRONG}", "base": 1})
    story.refresh_from_db()
    checked(story)
    _, shown = press(desk, "desk-decide", story.slug, "c1", kind="accept", revision=1)
    assert "saved again in the meantime" in shown and not Decision.objects.exists()


def test_the_corrected_sentence_is_shown_then_taken_and_checked(desk: Client, reporter: User) -> None:
    story = written(reporter, f"It rained.\n\n{WRONG}")
    checked(story)
    shown = page(desk, "desk-sentence", story.slug, "c1")
    assert "</span>868</del>" in shown and "</span>467.8</ins>" in shown
    _, late = press(desk, "desk-sentence", story.slug, "c1", revision=7)
    assert "Nothing was changed" in late and story.revisions.count() == 1
    press(desk, "desk-sentence", story.slug, "c1", revision=1)
    story.refresh_from_db()
    assert story.current is not None and story.current.number == 2
    assert story.current.text == f"It rained.\n\n{WRONG.replace('868', '467.8')}"
    assert Run.objects.filter(revision=story.current, state=RunState.WAITING).exists()


def test_publishing_waits_shows_and_happens(desk: Client, reporter: User) -> None:
    story = written(reporter, WRONG)
    checked(story)
    blocked = page(desk, "desk-publish", story.slug)
    assert "is contradicted by the data" in blocked
    assert f'href="{reverse("desk-finding", args=[story.slug, "c1"])}#decide"' in blocked
    status, shown = press(desk, "desk-publish-now", story.slug, revision=1)
    assert status == 409 and "Not published" in shown and not Publication.objects.exists()
    press(desk, "desk-decide", story.slug, "c1", kind="accept", revision=1)
    preview = page(desk, "desk-story-preview", story.slug)
    assert "Preview: nobody else sees this" in preview and "868 square kilometres" in preview
    story.refresh_from_db()
    assert story.state == State.DRAFT and not Publication.objects.exists() and not Figure.objects.exists()
    assert press(desk, "desk-publish-now", story.slug, revision=2)[0] == 302 and not Publication.objects.exists()
    press(desk, "desk-publish-now", story.slug, revision=1)
    assert Publication.objects.get().number == 1
    assert Client().get(story.get_absolute_url()).status_code == 200


def test_a_reporter_writes_and_does_not_publish(client: Client, reporter: User) -> None:
    story = written(reporter, WRONG)
    checked(story)
    client.force_login(reporter)
    shown = page(client, "desk-finding", story.slug, "c1")
    assert "An editor decides" in shown and 'name="kind"' not in shown
    assert "An editor publishes" in page(client, "desk-publish", story.slug)


def test_history_says_who_wrote_what_and_goes_back(desk: Client, reporter: User) -> None:
    story = written(reporter, "It rained in May.")
    change = {"title": "The front in August", "text": "It rained in June.", "base": 1, "reason": "the month"}
    desk.post(reverse("desk-edit", args=[story.slug]), change)
    shown = page(desk, "desk-history", story.slug)
    assert "the month" in shown and "Reporter" in shown
    between = page(desk, "desk-difference", story.slug, **{"from": 1, "to": 2})
    assert "</span>May</del>" in between and "</span>June</ins>" in between
    assert desk.get(reverse("desk-difference", args=[story.slug]), {"from": 1, "to": 9}).status_code == 404
    assert "Nothing was changed" in press(desk, "desk-restore", story.slug, 1, revision=1)[1]
    press(desk, "desk-restore", story.slug, 1, revision=2, reason="the first was right")
    story.refresh_from_db()
    assert story.current is not None
    assert (story.current.number, story.current.text) == (3, "It rained in May.")
    assert story.current.reason == "back to revision 1: the first was right"


def test_the_evidence_is_downloaded_as_it_was_frozen(desk: Client, reporter: User, editor: User) -> None:
    story = written(reporter, HOLDS)
    checked(story)
    publication = publish(story, editor)
    answer = desk.get(reverse("desk-evidence", args=[story.slug, 1]))
    assert hashlib.sha256(answer.content).hexdigest() == publication.sha256 and json.loads(answer.content)
    assert "still have their hashes" in page(desk, "desk-publication", story.slug, 1)


def test_then_and_today_stand_side_by_side(desk: Client, reporter: User) -> None:
    story = written(reporter, HOLDS)
    checked(story)
    assert "Check as of today" in page(desk, "desk-compare", story.slug)
    press(desk, "desk-check", story.slug, as_of="today", next="compare")
    assert "Being checked" in page(desk, "desk-compare", story.slug)
    perform(Run.objects.get(as_of="today").pk, "a test")
    shown = page(desk, "desk-compare", story.slug)
    assert "figures read" in shown and shown.count('<th scope="row"') == 1


def test_a_published_figure_that_changed_is_corrected(desk: Client, reporter: User, editor: User) -> None:
    """The figure held when it was published; what is known now is stood in by the finding on another text."""
    story = written(reporter, HOLDS)
    checked(story)
    first = publish(story, editor)
    now = checked(written(reporter, WRONG, "Another")).claims[0].finding
    revision = plan(story, editor, first.figures.get(), now)
    assert revision is not None and revision.number == 2 and "467.8 square kilometres" in revision.text
    planned = PlannedCorrection.objects.get()
    assert planned.text.startswith("The story said “468 square kilometres”. Data show otherwise: 46")
    assert Run.objects.filter(revision=revision, as_of="today").exists()
    perform(Run.objects.get(revision=revision).pk, "a test")
    shown = page(desk, "desk-publish", story.slug)
    assert "Nothing stands in the way" in shown and "The story said “468 square kilometres”." in shown
    press(desk, "desk-publish-now", story.slug, revision=2, correction="It was 467.8 square kilometres.")
    assert Correction.objects.get().text == "It was 467.8 square kilometres."
    assert not PlannedCorrection.objects.exists()
    story.refresh_from_db()
    assert basis(story) == "today"  # else the next check would contradict what was corrected
    after = page(desk, "desk-story", story.slug)
    assert "Nothing waits for a decision" in after and "being prepared" not in after
    assert Figure.objects.get(publication__number=2).address == first.figures.get().address
    assert "It was 467.8 square kilometres." in page(desk, "desk-corrections")


def test_one_click_leads_from_what_has_changed_to_a_correction(
    desk: Client, reporter: User, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = written(reporter, HOLDS)
    checked(story)
    figure = publish(story, editor).figures.get()
    then = checked(story).claims[0].finding
    now = checked(written(reporter, WRONG, "Another")).claims[0].finding
    assert then is not None and now is not None
    drift = Drift(figure, then, now, "Data show otherwise since a new map came in.")
    monkeypatch.setattr(correcting, "drifted", lambda publication, today: [drift])
    shown = page(desk, "desk-changes")
    assert "since a new map came in" in shown and f'value="{figure.address}"' in shown
    press(desk, "desk-plan", story.slug, address=figure.address)
    story.refresh_from_db()
    assert story.current is not None and "467.8 square kilometres" in story.current.text
    assert "A correction is being prepared" in page(desk, "desk-changes")
    gone = press(desk, "desk-plan", story.slug, address="unknown")[1]
    assert "reads as it did" in gone and story.revisions.count() == 2


def test_a_correction_can_be_given_up(desk: Client, reporter: User, editor: User) -> None:
    story = written(reporter, HOLDS)
    checked(story)
    publish(story, editor)
    press(desk, "desk-plan", story.slug)
    assert "A correction is being prepared" in page(desk, "desk-story", story.slug)
    press(desk, "desk-plan-drop", story.slug)
    assert "A correction is being prepared" not in page(desk, "desk-story", story.slug)
    assert [e.what for e in Event.objects.filter(what__startswith="correction")] == [
        "correction.dropped", "correction.begun",
    ]  # fmt: skip


def test_what_has_changed_lists_nothing_where_nothing_has(desk: Client, reporter: User, editor: User) -> None:
    assert "Nothing has been published yet" in page(desk, "desk-changes")
    story = written(reporter, HOLDS)
    checked(story)
    publish(story, editor)
    assert "reads as it did" in page(desk, "desk-changes")


def test_a_story_is_withdrawn_with_a_reason(desk: Client, reporter: User, editor: User) -> None:
    story = written(reporter, HOLDS)
    checked(story)
    publish(story, editor)
    assert press(desk, "desk-withdraw", story.slug)[0] == 422
    press(desk, "desk-withdraw", story.slug, reason="The source took it back.")
    assert Story.objects.get().state == State.WITHDRAWN
    assert Client().get(story.get_absolute_url()).status_code == 410


def test_the_audit_trail_is_asked_by_person_deed_and_story(desk: Client, reporter: User) -> None:
    one, two = written(reporter, HOLDS, "One"), written(reporter, HOLDS, "Two")
    press(desk, "desk-check", one.slug)

    def rows(**query: str) -> int:
        return page(desk, "desk-audit", **query).count("<tr>") - 1

    assert rows() == Event.objects.count()
    assert rows(by="reporter") == 4
    assert rows(what="story.begun") == 2
    assert rows(story=two.slug) == 2
    assert rows(story=one.slug) == 3
    assert "Nothing is kept of that" in page(desk, "desk-audit", story="no-such-story")
