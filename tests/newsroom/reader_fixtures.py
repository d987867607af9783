"""Published stories for the tests of what readers see."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.newsroom.publishing import publish
from dateline.site.stories.models import Story
from dateline.site.stories.writing import revise

from .desk_fixtures import DAY, HOLDS, checked, person, written

__all__ = ["DAY", "HOLDS", "author", "corrected", "get", "story"]


@pytest.fixture
def author(db: None) -> User:
    """An editor with a biography, who writes and publishes."""
    user = person(Role.EDITOR, "mira")
    user.biography = "Mira counts what is <left>."
    user.save()
    return user


@pytest.fixture
def story(author: User) -> Story:
    """A published story of three figures."""
    text = f"{HOLDS}\n\nOn the night of 28 August 2025 Russia launched *598 drones*."
    return out(author, text, "The front in August", standfirst="Russia gained 468 square kilometres in August 2025.")


def out(by: User, text: str, title: str, **more: object) -> Story:
    """A story written, checked and published."""
    made = written(by, text, title, **more)
    checked(made)
    publish(made, by)
    return made


def corrected(story: Story, by: User, text: str, correction: str) -> None:
    """Publishes the story again with other words."""
    from dataclasses import replace

    from dateline.site.newsroom.saving import draft_of

    assert story.current is not None
    revise(story, by, replace(draft_of(story.current), text=text), "put right")
    checked(story)
    publish(story, by, correction=correction)


def get(path: str, status: int = 200) -> str:
    """A page as somebody sees it who is not logged in."""
    response: HttpResponse = Client().get(path)
    assert response.status_code == status, (path, response.status_code)
    return response.content.decode()
