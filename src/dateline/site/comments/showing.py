"""The comments of a story as its page shows them: the same for every reader."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import F
from django.utils.safestring import SafeString

from dateline.site.accounts.models import User
from dateline.site.comments.linking import drawn
from dateline.site.comments.models import Closed, Comment, Visibility
from dateline.site.stories.models import Story
from dateline.site.stories.prepared import NUMBER, Prepared

#: What stands where a comment was that others have answered.
GONE = {Visibility.HIDDEN.value: "Taken down by a moderator.", Visibility.DELETED.value: "Deleted by its author."}


@dataclass(frozen=True, slots=True)
class Shown:
    """One comment. `html` is escaped; where it was taken down `gone` says by whom, and neither name nor text stay.
    `desk`: its author belongs to the newsroom, whatever others call themselves."""

    id: int
    name: str
    at: dt.datetime
    html: SafeString
    permalink: str
    desk: bool = False
    gone: str = ""


#: What can be read under a story, by its id: of the author what a name and the mark of the desk need, and no more.
_READABLE: Final = Prepared(
    NUMBER,
    lambda story: Comment.objects.filter(story=story)
    .exclude(state=Visibility.HELD)
    .only("story_id", "parent_id", "author_id", "text", "at", "state")
    .annotate(by_name=F("author__name"), by_username=F("author__username"), by_role=F("author__role"),
              by_active=F("author__is_active"))
    .order_by("at", "id"),
)  # fmt: skip
_CLOSED: Final = Prepared(NUMBER, lambda story: Closed.objects.filter(story=story).only("id"))


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and what was replied to it, oldest first."""

    comment: Shown
    replies: tuple[Shown, ...] = ()


def shown(story: Story) -> list[Thread]:
    """What readers see under a story, oldest first. A comment that is gone leaves a line saying so: one that its author
    deleted always, one that was taken down only where a reply stands below it."""
    answers: defaultdict[int | None, list[Comment]] = defaultdict(list)
    for comment in _READABLE.of(story.pk):
        comment.author = _author(comment)
        answers[comment.parent_id].append(comment)
    threads = []
    for first in answers[None]:
        replies = tuple(show(r) for r in answers[first.pk] if r.state != Visibility.HIDDEN)
        if first.state != Visibility.HIDDEN or replies:
            threads.append(Thread(show(first), replies))
    return threads


def _author(comment: Any) -> User:
    """Whoever wrote a comment of `_READABLE`, without anything that readers do not see."""
    return User(id=comment.author_id, name=comment.by_name, username=comment.by_username, role=comment.by_role,
                is_active=comment.by_active)  # fmt: skip


def count(story: Story) -> int:
    """How many comments of a story can be read."""
    return Comment.objects.filter(story=story, state=Visibility.VISIBLE).count()


def open_to_comments(story: Story) -> bool:
    """Whether more can be said under a story."""
    return not _CLOSED.of(story.pk)


def show(comment: Comment) -> Shown:
    """One comment as readers see it."""
    gone = GONE.get(comment.state, "")
    if gone:
        return Shown(comment.pk, "", comment.at, SafeString(), comment.permalink(), gone=gone)
    by = comment.author
    return Shown(comment.pk, str(by), comment.at, drawn(comment.text), comment.permalink(), by.desk)
