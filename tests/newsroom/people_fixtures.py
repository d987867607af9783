"""People of every role, and a published story with comments under it."""

from __future__ import annotations

from django.utils import timezone

from dateline.site.accounts.keeping import create
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role
from dateline.site.comments.models import Comment, Visibility
from dateline.site.stories.models import Figure, Publication, Section, State, Story, Tag
from dateline.site.stories.writing import Draft, begin

PASSWORD = "a long way to Tipperary"


def person(role: Role, name: str = "") -> User:
    """Somebody of this role, their address confirmed: `NAME@example.org`, the role's name if none is given."""
    name = name or role.value
    return create(name.title(), f"{name}@example.org", PASSWORD, role)


def everyone() -> dict[Role, User]:
    """One person of each role."""
    return {role: person(role) for role in Role}


def published(by: User, title: str = "The night") -> Story:
    """A story that readers see, drawn by hand."""
    section, _ = Section.objects.get_or_create(slug="war", defaults={"name": "War"})
    tag, _ = Tag.objects.get_or_create(slug="drones", defaults={"name": "Drones"})
    story = begin(by, Draft(title, "Russia launched 367 drones."), section)
    page = {"title": title, "standfirst": "", "body": "<p>Russia launched 367 drones.</p>", "summary": ""}
    story.publication = Publication.objects.create(
        story=story, revision=story.current, number=1, by=by, evidence="{}", sha256="0" * 64, page=page
    )
    story.state, story.published = State.PUBLISHED, timezone.now()
    story.save()
    story.tags.add(tag)
    return story


def figure(story: Story, address: str = "f-one") -> Figure:
    """One figure of the story's publication."""
    return Figure.objects.create(
        publication=story.publication,
        address=address,
        key="c1",
        exact="367 drones",
        measure="strikes.launched",
        verdict="holds",
        decided_by="Dateline",
        claim={"id": "c1"},
        card="<p>367 drones</p>",
    )


def said(story: Story, by: User, text: str = "I doubt it.", state: str = Visibility.VISIBLE, **more: object) -> Comment:
    """A comment as it is kept, whatever the rules for new ones."""
    return Comment.objects.create(story=story, author=by, text=text, state=state, **more)
