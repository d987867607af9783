"""New stories and new revisions of them. Nothing that was written is ever changed: a rollback is a new revision."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.utils.text import slugify

from dateline.site.accounts.models import User
from dateline.site.audit import trail
from dateline.site.stories.models import Picture, Revision, Section, Story, whole


@dataclass(frozen=True, slots=True)
class Draft:
    """What a revision says. `theatre` is empty where the text itself shall say which war it is about."""

    title: str
    text: str
    standfirst: str = ""
    picture: Picture | None = None
    theatre: str = ""
    day: dt.date | None = None


@transaction.atomic
def begin(author: User, draft: Draft, section: Section | None = None, source: str = "") -> Story:
    """A new story with its first revision."""
    story = Story.objects.create(slug=_free_slug(draft.title), section=section, source=source)
    story.authors.add(author)
    revise(story, author, draft, "")
    trail.note(author, "story.begun", story)
    return story


@transaction.atomic
def revise(story: Story, author: User, draft: Draft, reason: str) -> Revision:
    """A new revision, from now on the story's current one."""
    locked = Story.objects.select_for_update().get(pk=story.pk)
    last = locked.revisions.order_by("-number").first()
    revision = Revision.objects.create(
        story=locked,
        number=last.number + 1 if last else 1,
        title=draft.title,
        standfirst=draft.standfirst,
        text=draft.text,
        picture=draft.picture,
        theatre=draft.theatre,
        day=draft.day,
        author=author,
        reason=reason,
        sha256=hashlib.sha256(whole(draft.title, draft.standfirst, draft.text).encode()).hexdigest(),
    )
    locked.current = revision
    locked.save(update_fields=["current"])
    story.current = revision
    trail.note(author, "story.revised", story, number=revision.number, reason=reason)
    return revision


def roll_back(story: Story, number: int, author: User, reason: str) -> Revision:
    """What revision `number` said, as a new revision. Raises Revision.DoesNotExist."""
    old = story.revisions.get(number=number)
    draft = Draft(old.title, old.text, old.standfirst, old.picture, old.theatre, old.day)
    return revise(story, author, draft, reason or f"back to revision {number}")


def _free_slug(title: str) -> str:
    """An address made of the title, told apart from those taken by a number."""
    stem = slugify(title)[:100] or "story"
    taken = set(Story.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    number = 1
    slug = stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
