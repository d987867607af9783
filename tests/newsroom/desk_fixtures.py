"""People, stories and checks for the desk's tests."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.records.check import Check
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.checks.keeping import kept
from dateline.site.checks.models import Run, RunState
from dateline.site.checks.running import ask, perform
from dateline.site.newsroom.readiness import basis
from dateline.site.stories.models import Section, Story
from dateline.site.stories.writing import Draft, begin

#: Of the starter's figures: what holds, and what the data show otherwise.
HOLDS = "In August 2025, Russia gained 468 square kilometres of Ukraine, according to DeepState."
WRONG = "In August 2025, Russia gained 868 square kilometres of Ukraine, according to DeepState."
DAY = dt.date(2025, 9, 2)


def person(role: Role, name: str = "") -> User:
    """An account of this role, whose name is the role's."""
    slug = name or role.value
    return User.objects.create_user(
        username=slug, email=f"{slug}@example.org", role=role.value, name=slug.capitalize(), slug=slug
    )


@pytest.fixture
def reporter(db: None) -> User:
    return person(Role.REPORTER)


@pytest.fixture
def editor(db: None) -> User:
    return person(Role.EDITOR)


def written(by: User, text: str, title: str = "The front in August", **more: object) -> Story:
    """A draft in a section, dated."""
    section, _ = Section.objects.get_or_create(slug="ukraine", defaults={"name": "War in Ukraine"})
    return begin(by, Draft(title, text, day=DAY, **more), section)  # type: ignore[arg-type]


def checked(story: Story, as_of: str = "") -> Check:
    """The story's current revision checked, here and now."""
    assert story.current is not None
    run = ask(story.current, None, as_of or basis(story))
    perform(run.pk, "a test")
    done = Run.objects.get(pk=run.pk)
    assert done.state == RunState.FINISHED, done.error
    return kept(done.result)
