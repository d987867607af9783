"""What editors decide, and for how long it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.records.check import Check
from dateline.records.claim import Claim
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.audit.models import Event
from dateline.site.checks.deciding import DecidingError, decide, decided, undecided
from dateline.site.checks.models import Decision
from dateline.site.stories.models import Story

from .drafts import RIGHT, WRONG, account, checked, story_of

pytestmark = pytest.mark.django_db
SOURCE = "https://example.org/figures"


@pytest.fixture
def editor() -> User:
    return account(Role.EDITOR)


@pytest.fixture
def story(editor: User) -> Story:
    return story_of(WRONG, editor)


@pytest.fixture
def figure() -> Claim:
    return checked(WRONG).claims[0]


def now(text: str = WRONG) -> Check:
    return decided(checked(text), Decision.objects.all())


def test_nobody_has_decided_yet(figure: Claim) -> None:
    assert figure.finding is not None and figure.finding.verdict == "contradicted"
    assert undecided(now()) == [figure]
    assert undecided(now(RIGHT)) == []


def test_who_accepts_a_finding_answers_for_it(story: Story, figure: Claim, editor: User) -> None:
    decide(story, figure, "accept", editor)
    (claim,) = now().claims
    assert claim.finding is not None and figure.finding is not None
    assert (claim.finding.verdict, claim.finding.decided_by) == ("contradicted", "Example Editor")
    assert claim.finding.readings == figure.finding.readings
    assert undecided(now()) == []


def test_what_is_dismissed_is_put_aside_with_the_reason(story: Story, figure: Claim, editor: User) -> None:
    decide(story, figure, "dismiss", editor, reason="another war")
    check = now()
    assert (check.claims, check.dismissed) == ((), ((figure, "another war"),))
    assert undecided(check) == []


def test_an_override_says_who_why_and_on_what(story: Story, figure: Claim, editor: User) -> None:
    decide(story, figure, "override", editor, reason="the group revised it", verdict="holds", source=SOURCE)
    (claim,) = now().claims
    found = claim.finding
    assert found is not None and figure.finding is not None
    assert (found.verdict, found.summary, found.decided_by) == ("holds", "the group revised it", "Example Editor")
    assert found.sources[0].url == SOURCE
    assert found.sources[1:] == figure.finding.sources
    assert "the group revised it" in check_page(now())


def check_page(check: Check) -> str:
    from dateline import publishing

    return publishing.render(check, "html")


def test_the_last_word_stands_and_can_be_taken_back(story: Story, figure: Claim, editor: User) -> None:
    decide(story, figure, "dismiss", editor, reason="another war")
    decide(story, figure, "accept", editor)
    assert now().dismissed == () and undecided(now()) == []
    decide(story, figure, "withdraw", editor)
    assert undecided(now()) == [figure]
    assert [event.what for event in Event.objects.filter(kind="story", what__contains=".").order_by("id")][-3:] == [
        "finding.dismissed", "finding.accepted", "decision.withdrawn",
    ]  # fmt: skip


def test_a_decision_follows_its_figure_through_the_text(story: Story, figure: Claim, editor: User) -> None:
    decide(story, figure, "accept", editor)
    assert undecided(now(f"The month was over.\n\n{WRONG}\n\nIt rained.")) == []


@pytest.mark.parametrize("kind", ["accept", "dismiss", "override"])
@pytest.mark.parametrize(
    "text", [WRONG.replace("August", "July"), WRONG.replace("gained", "lost"), WRONG.replace("868", "968")]
)
def test_a_decision_says_nothing_of_what_the_figure_says_now(
    story: Story, figure: Claim, editor: User, kind: str, text: str
) -> None:
    decide(story, figure, kind, editor, reason="it was so", verdict="holds", source=SOURCE)
    check = now(text)
    assert check == checked(text)


def test_an_accepted_figure_that_data_contradict_later_is_undecided(story: Story, editor: User) -> None:
    """The words are the same and the verdict is another: who accepted the one has not seen the other."""
    figure = checked(WRONG).claims[0]
    decision = decide(story, figure, "accept", editor)
    Decision.objects.filter(pk=decision.pk)._raw_delete("default")  # type: ignore[attr-defined]
    decision.pk, decision.found = None, "holds"
    decision.save(force_insert=True)
    assert undecided(now()) == [figure]


def test_of_two_figures_in_the_same_words_one_is_meant(story: Story, editor: User) -> None:
    text = f"{WRONG}\n\nIn July 2025, Russia gained 868 square kilometres of Ukraine, according to DeepState."
    first, second = checked(text).claims
    decide(story, second, "accept", editor)
    assert undecided(now(text)) == [first]


Refused = Callable[[Story, Claim, User], object]


@pytest.mark.parametrize(
    ("field", "attempt"),
    [
        ("reason", lambda s, c, e: decide(s, c, "dismiss", e, reason="  ")),
        ("reason", lambda s, c, e: decide(s, c, "dismiss", e, reason="x" * 601)),
        ("reason", lambda s, c, e: decide(s, c, "override", e, verdict="holds", source=SOURCE)),
        ("source", lambda s, c, e: decide(s, c, "override", e, reason="so", verdict="holds")),
        ("source", lambda s, c, e: decide(s, c, "override", e, reason="so", verdict="holds", source="javascript:1")),
        ("verdict", lambda s, c, e: decide(s, c, "override", e, reason="so", verdict="true", source=SOURCE)),
        ("kind", lambda s, c, e: decide(s, c, "forget", e)),
    ],
)
def test_what_is_missing_is_said(story: Story, figure: Claim, editor: User, field: str, attempt: Refused) -> None:
    with pytest.raises(DecidingError, match=r"^[^\n]+$") as caught:
        attempt(story, figure, editor)
    assert caught.value.field == field
    assert not Decision.objects.exists()
