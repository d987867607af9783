"""The queue of comments that wait for a moderator, and what a moderator does with them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from dateline.site.accounts.models import User
from dateline.site.audit import trail
from dateline.site.comments.models import Closed, Comment, Flag, Visibility
from dateline.site.comments.posting import Refused
from dateline.site.stories.edition import bump
from dateline.site.stories.models import Story

#: What a moderator can do, and where a comment stands after it.
ACTS = {"show": Visibility.VISIBLE, "hide": Visibility.HIDDEN}
OPEN = Q(flags__settled__isnull=True, flags__isnull=False)


def waiting() -> QuerySet[Comment]:
    """Comments that are held, and visible ones that readers reported; oldest first, with `flagged`, how many did."""
    flagged = Count("flags", filter=Q(flags__settled__isnull=True), distinct=True)
    found = Comment.objects.annotate(flagged=flagged)
    found = found.filter(Q(state=Visibility.HELD) | Q(state=Visibility.VISIBLE, flagged__gt=0))
    return _told(found).order_by("at", "id")


def taken_down() -> QuerySet[Comment]:
    """Comments that a moderator hid, newest first."""
    return _told(Comment.objects.filter(state=Visibility.HIDDEN)).order_by("-at", "-id")


def flag(comment: Comment, by: User, reason: str) -> Flag:
    """A reader reports a comment; a second report by the same reader replaces the reason of the first and opens it
    again. Raises Refused."""
    words = " ".join(reason.split())
    if not words:
        raise Refused("Say what is wrong with the comment.")
    if len(words) > 300:
        raise Refused(f"A reason can have 300 characters; this one has {len(words)}.")
    if comment.state != Visibility.VISIBLE:
        raise Refused("This comment is no longer shown.")
    if comment.author_id == by.pk:
        raise Refused("This is your own comment; you can delete it.")
    with transaction.atomic():
        made, _ = Flag.objects.update_or_create(
            comment=comment, by=by, defaults={"reason": words, "settled": None, "at": timezone.now()}
        )
        trail.note(by, "comment.flagged", comment, reason=words)
    return made


def moderate(comments: Iterable[int], act: str, by: User, reason: str = "") -> list[Comment]:
    """Shows or hides comments by their numbers, settles what readers reported of them, and says which were changed;
    those that are deleted or gone are passed over. Hiding asks for a reason. Raises Refused."""
    if act not in ACTS:
        raise Refused("Choose what to do with the comments: show or hide.")
    words = " ".join(reason.split())[:300]
    if act == "hide" and not words:
        raise Refused("Say why the comments are taken down.")
    with transaction.atomic():
        found = Comment.objects.select_for_update().filter(pk__in=list(comments)).exclude(state=Visibility.DELETED)
        changed = list(found.order_by("id"))
        for comment in changed:
            before, comment.state = comment.state, ACTS[act]
            comment.save(update_fields=["state"])
            trail.note(by, f"comment.{_verb(act, before)}", comment, before=before, reason=words)
        Flag.objects.filter(comment__in=changed, settled__isnull=True).update(settled=timezone.now())
        slugs = set(Story.objects.filter(comments__in=changed).values_list("slug", flat=True))
        if slugs:
            transaction.on_commit(lambda: bump(*sorted(slugs)))
    return changed


def close(story: Story, by: User, shut: bool) -> None:
    """Closes a story to comments, or opens it again."""
    with transaction.atomic():
        if shut:
            _, changed = Closed.objects.get_or_create(story=story, defaults={"by": by})
        else:
            changed = bool(Closed.objects.filter(story=story).delete()[0])
        if changed:
            trail.note(by, "comments.closed" if shut else "comments.opened", story)
            transaction.on_commit(lambda: bump(story.slug))


def _verb(act: str, before: str) -> str:
    if act == "hide":
        return "hidden"
    return "restored" if before == Visibility.HIDDEN else "shown"


def _told(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    """With all that the queue shows of each."""
    return comments.select_related("author", "story__publication__revision").prefetch_related("flags__by")
