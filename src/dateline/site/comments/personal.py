"""What a page that is kept whole cannot say: who is reading it. A script asks for it apart."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from dateline.site.accounts.adapting import KNOWN, known
from dateline.site.accounts.models import User
from dateline.site.comments.forms import CommentForm
from dateline.site.comments.models import Comment, Visibility
from dateline.site.comments.moderating import waiting
from dateline.site.comments.showing import open_to_comments
from dateline.site.stories.models import State, Story


@require_safe
@never_cache
def me(request: HttpRequest) -> HttpResponse:
    """The personal parts of a page as HTML: `data-part="header"`, and for `?story=SLUG` `data-part="comments"`. Empty
    for whoever is not logged in."""
    user = request.user
    if not isinstance(user, User):
        response = HttpResponse()
        response.delete_cookie(KNOWN, samesite="Lax")
        return response
    slug = request.GET.get("story", "")
    story = Story.objects.filter(slug=slug, state=State.PUBLISHED).first() if slug else None
    told = {
        "story": story,
        "form": CommentForm(auto_id="comment-%s") if story and user.may("comment.write") else None,
        "open": bool(story and open_to_comments(story)),
        "own": Comment.objects.filter(author=user, story=story, state=Visibility.VISIBLE) if story else (),
        "moderator": user.may("comment.moderate"),
        "queue": waiting().count() if user.may("comment.moderate") else 0,
    }
    response = render(request, "comments/me.html", told)
    known(response)
    return response
