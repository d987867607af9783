"""What the rest of the site stands on: rows that stay, revisions that add up, a table of roles."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import ACTIONS, Role, may
from dateline.site.audit.appending import Immutable
from dateline.site.audit.models import Event
from dateline.site.stories.models import Revision
from dateline.site.stories.writing import Draft, begin, revise, roll_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter() -> User:
    return User.objects.create_user(
        username="reporter",
        email="reporter@example.org",
        role=Role.REPORTER.value,
        name="A Reporter",
        slug="a-reporter",
    )


def test_the_migrations_are_what_the_models_say() -> None:
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


def test_a_rollback_is_a_new_revision_that_says_what_the_old_one_said(reporter: User) -> None:
    story = begin(reporter, Draft("The night", "Russia launched 367 drones."))
    revise(story, reporter, Draft("The night", "Russia launched 299 drones."), "the drones alone")
    roll_back(story, 1, reporter, "")
    said = list(story.revisions.order_by("number").values_list("number", "text", "reason"))
    assert said == [
        (1, "Russia launched 367 drones.", ""),
        (2, "Russia launched 299 drones.", "the drones alone"),
        (3, "Russia launched 367 drones.", "back to revision 1"),
    ]
    story.refresh_from_db()
    assert story.current is not None and story.current.number == 3
    assert [e.what for e in Event.objects.filter(kind="story")] == ["story.revised"] * 2 + [
        "story.begun",
        "story.revised",
    ]


def test_what_was_written_stays(reporter: User) -> None:
    story = begin(reporter, Draft("The night", "Russia launched 367 drones."))
    revision = story.revisions.get()
    revision.text = "Russia launched none."
    for change in (
        revision.save,
        revision.delete,
        Revision.objects.all().delete,
        lambda: Revision.objects.update(text=""),
    ):
        with pytest.raises(Immutable):
            change()
    assert story.revisions.get().text == "Russia launched 367 drones."


def test_two_stories_of_one_title_have_two_addresses(reporter: User) -> None:
    draft = Draft("The night", "Russia launched 367 drones.")
    assert [begin(reporter, draft).slug for _ in range(3)] == ["the-night", "the-night-2", "the-night-3"]


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_each_role_may_do_all_that_those_before_it_may(action: str) -> None:
    permitted = [may(role, action) for role in Role]
    assert permitted == sorted(permitted)
    assert permitted[-1]
