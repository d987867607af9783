"""What pages ask the database for: published stories, the figures in them, their corrections."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncMonth

from dateline.site.accounts.models import User
from dateline.site.stories.models import Correction, Figure, State, Story, Tag
from dateline.site.stories.prepared import NUMBER, WORD, Prepared

#: Words of a search beyond these are not looked for.
MOST_WORDS = 8

#: A story by its address, with what its page says of its section.
STORY: Final = Prepared(
    WORD,
    lambda slug: Story.objects.filter(slug=slug).annotate(in_slug=F("section__slug"), in_name=F("section__name")),
)
#: What stands around a story, by the story's id.
AUTHORS: Final = Prepared(
    NUMBER,
    lambda story: User.objects.filter(stories=story).only("id", "name", "username", "slug", "biography", "picture"),
)
TAGS: Final = Prepared(NUMBER, lambda story: Tag.objects.filter(stories=story))
CORRECTIONS: Final = Prepared(
    NUMBER, lambda story: Correction.objects.filter(story=story).only("story_id", "text", "at")
)


def stories() -> QuerySet[Story]:
    """Published stories for a list, the latest first: all but their text, page and evidence."""
    return (
        Story.objects.filter(state=State.PUBLISHED, publication__isnull=False)
        .select_related("section", "publication__revision__picture")
        .defer("publication__evidence", "publication__page", "publication__revision__text")
        .prefetch_related("authors")
        .order_by("-published", "-id")
    )


def months() -> list[tuple[dt.date, int]]:
    """Months (their first day) in which stories were published, the latest first, and how many."""
    found = (
        Story.objects.filter(state=State.PUBLISHED, published__isnull=False)
        .annotate(month=TruncMonth("published"))
        .values("month")
        .annotate(count=Count("id"))
        .order_by("-month")
    )
    return [(row["month"].date(), row["count"]) for row in found]


def authors() -> QuerySet[User]:
    """Accounts under which something is published; no other has a page."""
    return User.objects.filter(stories__state=State.PUBLISHED).distinct()


def search(words: str) -> QuerySet[Story]:
    """Published stories that have every word in their headline, standfirst, text or figures, the latest first."""
    found = stories()
    for word in words.split()[:MOST_WORDS]:
        inside = Figure.objects.filter(publication=OuterRef("publication"), exact__icontains=word)
        found = found.filter(
            Q(publication__revision__title__icontains=word)
            | Q(publication__revision__standfirst__icontains=word)
            | Q(publication__revision__text__icontains=word)
            | Exists(inside)
        )
    return found


def figures() -> QuerySet[Figure]:
    """The figures that readers see now, the latest stories' first, in order of the text."""
    return (
        Figure.objects.filter(
            publication__story__publication=F("publication"), publication__story__state=State.PUBLISHED
        )
        .select_related("publication__story", "publication__revision")
        .defer("claim", "card", "chart", "series", "publication__evidence", "publication__page",
               "publication__revision__text")
        .order_by("-publication__story__published", "publication_id", "id")
    )  # fmt: skip


def corrections() -> QuerySet[Correction]:
    """Every correction, the latest first."""
    return Correction.objects.select_related("story__publication__revision").order_by("-at", "-id")
