"""A story as its readers would see it: published for a moment, drawn, and taken back before anybody else can see it."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from dateline.site.accounts.models import User
from dateline.site.checks.keeping import keep
from dateline.site.newsroom.publishing import put_down, show
from dateline.site.newsroom.readiness import examine
from dateline.site.stories import views
from dateline.site.stories.models import Story

_MAIN = b'<main id="main">'
#: Its figures have no address yet: the links to them lead nowhere before the story is published.
_NOTE = (
    '<p class="notice warning">Preview: nobody else sees this. The figures get their addresses, and the cards their '
    'charts, when the story is published. <a href="{}">Back to the desk</a></p>'
)


def shown(request: HttpRequest, story: Story, by: User) -> HttpResponse | None:
    """The reader's page of what would be published, whatever still stands in its way; None before there is a check."""
    with transaction.atomic():
        locked = Story.objects.select_for_update().get(pk=story.pk)
        _, ready = examine(locked)
        if ready is None:
            return None
        show(locked, put_down(locked, by, ready, keep(ready.check), charts=False))
        answer = views.story(request, locked.slug)
        transaction.set_rollback(True)
    note = format_html(_NOTE, reverse("desk-publish", args=[story.slug]))
    answer.content = answer.content.replace(_MAIN, _MAIN + note.encode(), 1)
    answer["Cache-Control"] = "no-store"
    return answer
