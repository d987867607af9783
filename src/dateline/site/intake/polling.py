"""Reads feeds: fetched under the guard, parsed apart, each report kept once."""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from dateline.reading import ReadingError
from dateline.reading.feed import fetch_feed
from dateline.site.intake.apart import parse_apart
from dateline.site.intake.fetching import guard
from dateline.site.intake.models import Feed, Item
from dateline.site.intake.parsing import FeedError, Parsed

log = logging.getLogger(__name__)

#: What is said of a page that cannot be read, where a reporter can give the file instead; a feed has none.
_OF_A_PAGE = re.compile(r"(?:check it, or )?save the page (?:as a file|and give the file)")
#: Minutes between two polls at least, and after many failures at most.
FEWEST, MOST = 5, 24 * 60
#: Minutes within which a poll that was begun is over, or lost with its worker.
_TAKEN = 10
#: Feeds of which one look begins the polls.
_AT_ONCE = 20
#: Texts shorter than this may be the same by chance.
_TELLING = 80


@dataclass(frozen=True, slots=True)
class Polled:
    """What a poll brought: how many new reports, or why none in one line."""

    new: int = 0
    error: str = ""


def ask_due() -> int:
    """Asks for a poll of each feed that is due, once however many workers look; gives how many."""
    now = timezone.now()
    due = Feed.objects.filter(Q(due=None) | Q(due__lte=now), active=True).order_by("due")[:_AT_ONCE]
    asked = 0
    for feed in due:
        mine = Feed.objects.filter(pk=feed.pk, due=feed.due).update(due=now + dt.timedelta(minutes=_TAKEN))
        if mine:
            poll_feed.enqueue(feed.pk)
            asked += 1
    return asked


@task  # type: ignore[untyped-decorator]
def poll_feed(pk: int) -> str:
    """The task: polls one feed, if it is still there."""
    feed = Feed.objects.filter(pk=pk, active=True).first()
    return "" if feed is None else poll(feed).error


def poll(feed: Feed) -> Polled:
    """Reads the feed now, keeps what is new, and notes when to read it next."""
    try:
        fetched = fetch_feed(feed.address, etag=feed.etag, modified=feed.modified, guard=guard())
        title, found = ("", []) if fetched.data is None else parse_apart(fetched.data, fetched.kind)
    except (ReadingError, FeedError) as error:
        failures = min(feed.failures + 1, 20)
        said = _fitting(_OF_A_PAGE.sub(r"check the feed's address", str(error)), "error")
        _note(feed, error=said, failures=failures, due=_next(feed.minutes, failures))
        return Polled(error=said)
    with transaction.atomic():
        Feed.objects.select_for_update().get(pk=feed.pk)  # two who poll at once keep a report once
        new = _keep(feed, found)
    named = {} if feed.name or not title else {"name": title[:120]}
    _note(feed, error="", failures=0, due=_next(feed.minutes, 0), etag=_fitting(fetched.etag, "etag"),
          modified=_fitting(fetched.modified, "modified"), **named)  # fmt: skip
    return Polled(new)


def _keep(feed: Feed, found: Iterable[Parsed]) -> int:
    """Keeps reports that nobody has passed on before; gives how many. One whose words changed is brought up to date as
    long as no story was made of it."""
    new = 0
    for one in found:
        old = feed.items.filter(guid=one.guid).first()
        if old is not None:
            if old.sha256 != one.sha256 and old.story_id is None:
                feed.items.filter(pk=old.pk).update(title=one.title, text=one.text, sha256=one.sha256)
        elif not _is_known(one):
            published = dt.datetime.fromisoformat(one.published) if one.published else None
            feed.items.create(
                guid=one.guid, address=one.address, title=one.title, text=one.text, sha256=one.sha256,
                published=published,
            )  # fmt: skip
            new += 1
    return new


def _is_known(one: Parsed) -> bool:
    """Whether some feed has passed on the same report: the page it is on, or its very words."""
    same = Q(pk__in=())
    if one.address:
        same |= Q(address=one.address)
    if len(one.text) >= _TELLING:
        same |= Q(sha256=one.sha256)
    return Item.objects.filter(same).exists()


def _next(minutes: int, failures: int) -> dt.datetime:
    """When to read a feed again: twice as long after each failure."""
    return timezone.now() + dt.timedelta(minutes=min(max(minutes, FEWEST) * 2**failures, max(MOST, minutes)))


def _note(feed: Feed, **fields: object) -> None:
    """What a poll left, without what an editor has changed meanwhile."""
    fields["polled"] = timezone.now()
    Feed.objects.filter(pk=feed.pk).update(**fields)
    for name, value in fields.items():
        setattr(feed, name, value)


def _fitting(text: str, field: str) -> str:
    """One line, as long as the field is; what a server says to be told again is whole or nothing."""
    most = getattr(Feed._meta.get_field(field), "max_length", None) or 300
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: most - 1] + "…" if field == "error" else ""
