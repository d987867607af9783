"""Brings a story's comments into its page: stories know nothing of comments."""

from __future__ import annotations

from dataclasses import dataclass

from django import template

from dateline.site.comments.showing import Thread, open_to_comments, shown
from dateline.site.stories.models import Story

register = template.Library()


@dataclass(frozen=True, slots=True)
class Talk:
    """What is said under a story, how many comments that is, and whether more can be said."""

    threads: tuple[Thread, ...]
    count: int
    open: bool


@register.simple_tag
def talk_of(story: Story) -> Talk:
    """The comments of a story."""
    threads = tuple(shown(story))
    said = [comment for thread in threads for comment in (thread.comment, *thread.replies) if not comment.gone]
    return Talk(threads, len(said), open_to_comments(story))
