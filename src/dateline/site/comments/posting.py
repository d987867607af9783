"""New comments: who may say something, what is held for a moderator, and that nothing is said twice by mistake."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from dateline.site.accounts.models import User
from dateline.site.audit import trail
from dateline.site.comments.linking import links
from dateline.site.comments.models import Comment, Visibility
from dateline.site.comments.showing import open_to_comments
from dateline.site.stories.edition import bump
from dateline.site.stories.models import State, Story

#: The same words under the same story within this time are the same comment, sent twice.
TWICE = dt.timedelta(hours=1)
#: With so many addresses a comment is held.
MANY_LINKS = 3
LONGEST = 4000


class Refused(Exception):
    """A comment that is not taken; the message says why."""


def post(story: Story, author: User, text: str, parent: Comment | None = None) -> Comment:
    """Says `text` under a story, or below `parent`; sent twice it is said once. Raises Refused."""
    said = "\n".join(line.rstrip() for line in text.replace("\x00", "").strip().splitlines())
    _refuse(story, author, said, parent)
    with transaction.atomic():
        # one at a time for each author: the second sees the first
        User.objects.select_for_update(no_key=True).get(pk=author.pk)
        since = timezone.now() - TWICE
        mine = Comment.objects.filter(author=author, story=story, parent=parent, at__gte=since)
        same = mine.filter(text=said).exclude(state=Visibility.DELETED).first()
        if same is not None:
            return same
        comment = Comment.objects.create(
            story=story, author=author, parent=parent, text=said, state=_visibility(author, said)
        )
        trail.note(author, "comment.posted", comment, story=story.slug, state=comment.state)
        if comment.state == Visibility.VISIBLE:
            transaction.on_commit(lambda: bump(story.slug))
    return comment


def delete(comment: Comment, author: User) -> None:
    """An author takes back what they said: the text is gone for good, the place in the thread stays. Raises Refused."""
    if comment.author_id != author.pk:
        raise Refused("Only its author can delete a comment.")
    with transaction.atomic():
        comment = Comment.objects.select_for_update().get(pk=comment.pk)
        if comment.state == Visibility.DELETED:
            return
        comment.state, comment.text = Visibility.DELETED, ""
        comment.save(update_fields=["state", "text"])
        trail.note(author, "comment.deleted", comment, story=comment.story.slug)
        transaction.on_commit(lambda: bump(comment.story.slug))


def _refuse(story: Story, author: User, text: str, parent: Comment | None) -> None:
    """Raises Refused with the first thing that stands against a comment."""
    if not author.may("comment.write"):
        raise Refused("Confirm your e-mail address before you comment.")
    if story.state != State.PUBLISHED or not open_to_comments(story):
        raise Refused("Comments are closed under this story.")
    if not text:
        raise Refused("Write something first.")
    if len(text) > LONGEST:
        raise Refused(f"A comment can have {LONGEST} characters; this one has {len(text)}.")
    if parent is not None and (parent.story_id != story.pk or parent.parent_id is not None):
        raise Refused("Reply to a comment of this story that is not a reply itself.")
    if parent is not None and parent.state != Visibility.VISIBLE:
        raise Refused("The comment that you reply to is no longer shown.")


def _visibility(author: User, text: str) -> str:
    """Held or shown at once, as $DATELINE_SITE_HOLD has it: `new` (many links, or nothing of this author was shown
    before), `links`, `all` or `none`. The desk's own are never held."""
    hold = settings.COMMENTS_HOLD
    if author.desk or hold == "none":
        return Visibility.VISIBLE
    if hold == "all" or links(text) >= MANY_LINKS:
        return Visibility.HELD
    known = Comment.objects.filter(author=author, state=Visibility.VISIBLE).exists()
    return Visibility.VISIBLE if known or hold == "links" else Visibility.HELD
