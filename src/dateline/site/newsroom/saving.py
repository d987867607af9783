"""Saving what an editor wrote, unless somebody else saved in the meantime."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.text import slugify

from dateline.site.accounts.models import User
from dateline.site.accounts.roles import Role, may
from dateline.site.audit import trail
from dateline.site.checks.keeping import KeepingError, kept
from dateline.site.stories.models import Revision, Section, Story, Tag, whole
from dateline.site.stories.writing import Draft, begin, revise


class Outdated(Exception):
    """The draft was begun from a revision that is no longer the story's last; `current` is."""

    def __init__(self, current: Revision) -> None:
        self.current = current
        super().__init__(f"revision {current.number} was saved in the meantime by {current.author}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a story stands on the site, and whose it is."""

    section: Section | None
    tags: Sequence[str]
    authors: Sequence[User]


def start(by: User, draft: Draft, place: Place, source: str = "") -> Story:
    """A new story with its first revision."""
    with transaction.atomic():
        story = begin(by, draft, place.section, source)
        _file(story, by, place)
    return story


def save(story: Story, by: User, draft: Draft, place: Place | None = None, *, base: int, reason: str = "") -> Revision:
    """What the editor wrote as a new revision; the current one where nothing was changed. Without a `place` the story
    stays where it is.

    `base` is the number of the revision that the editor began from. Raises Outdated, and then nothing is saved.
    """
    with transaction.atomic():
        locked = Story.objects.select_for_update().get(pk=story.pk)
        current = locked.current
        if current is not None and current.number != base:
            raise Outdated(current)
        draft = _of_its_day(locked, draft)
        if place is not None:
            _file(locked, by, place)
        if current is not None and _says(current, draft):
            return current
        revision = revise(locked, by, draft, reason)
    story.refresh_from_db()
    return revision


def settle(story: Story, by: User) -> Revision | None:
    """The story's current revision, to be checked; where it was published without a day of its own, a new one that has
    the day on which it was checked then: "last night" stays the same night."""
    with transaction.atomic():
        locked = Story.objects.select_for_update().get(pk=story.pk)
        current = locked.current
        if current is None:
            return None
        draft = _of_its_day(locked, draft_of(current))
        if draft.day != current.day:
            current = revise(locked, by, draft, "the day of the report, as it was published")
    story.refresh_from_db()
    return current


def writers() -> Iterable[User]:
    """Those whose name may stand over a story."""
    roles = [role.value for role in Role if may(role, "story.write")]
    return User.objects.filter(role__in=roles, is_active=True).order_by("name")


def draft_of(revision: Revision) -> Draft:
    """A revision as a draft, to begin from."""
    return Draft(
        revision.title, revision.text, revision.standfirst, revision.picture, revision.theatre, revision.day
    )  # fmt: skip


def _of_its_day(story: Story, draft: Draft) -> Draft:
    """The draft, with the day that the published story was read from where neither it nor its text names one."""
    if draft.day is not None or story.publication is None:
        return draft
    try:
        report = kept(story.publication.evidence).report
    except KeepingError:
        return draft
    return replace(draft, day=report.date) if report.date_basis == "today" else draft


def _says(revision: Revision, draft: Draft) -> bool:
    """Whether the draft says just what the revision says."""
    read = hashlib.sha256(whole(draft.title, draft.standfirst, draft.text).encode()).hexdigest()
    return (revision.sha256, revision.picture, revision.theatre, revision.day) == (
        read, draft.picture, draft.theatre, draft.day,
    )  # fmt: skip


def _file(story: Story, by: User, place: Place) -> None:
    """Puts the story in its section, with its tags and authors."""
    tags = [_tag(name) for name in place.tags]
    before = _filed(story)
    if story.section != place.section:
        story.section = place.section
        story.save(update_fields=["section"])
    story.tags.set(tags)
    if place.authors:
        story.authors.set(place.authors)
    after = _filed(story)
    if before != after:
        trail.note(by, "story.filed", story, **after)


def _filed(story: Story) -> dict[str, object]:
    return {
        "section": story.section.slug if story.section else "",
        "tags": sorted(story.tags.values_list("slug", flat=True)),
        "authors": sorted(story.authors.values_list("slug", flat=True)),
    }


def _tag(name: str) -> Tag:
    slug = slugify(name)[:50]
    return Tag.objects.get_or_create(slug=slug, defaults={"name": " ".join(name.split())[:60]})[0]
