"""What a story said at each time: revisions, their differences, going back; publications and their evidence."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from dateline.site.accounts.guarding import needs
from dateline.site.newsroom.differences import differences
from dateline.site.newsroom.saving import Outdated, draft_of, save
from dateline.site.newsroom.verifying import verify
from dateline.site.newsroom.views.asking import number_in, story_at, who
from dateline.site.stories.models import Publication, Revision, Story


@needs("desk.see")
@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Every revision and every publication, the last first."""
    story = story_at(slug)
    context = {
        "story": story,
        "revisions": story.revisions.select_related("author").defer("text"),
        "publications": story.publications.select_related("by", "revision").defer("evidence", "page"),
        "corrections": story.corrections.select_related("by", "publication"),
    }
    return render(request, "newsroom/history.html", context)


@needs("desk.see")
@require_safe
def difference(request: HttpRequest, slug: str) -> HttpResponse:
    """What differs between two revisions, word for word; the last two where none is named."""
    story = story_at(slug)
    last = story.current.number if story.current is not None else 0
    new = _revision(story, request.GET.get("to") or str(last))
    old = _revision(story, request.GET.get("from") or str(max(1, new.number - 1)))
    context = {"story": story, "old": old, "new": new, "between": differences(old.whole, new.whole)}
    return render(request, "newsroom/difference.html", context)


@needs("story.write")
@require_POST
def restore(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What an older revision said, as a new one."""
    story = story_at(slug)
    old = _revision(story, str(number))
    said = request.POST.get("reason", "").replace("\0", "").strip()[:250]
    reason = f"back to revision {number}" + (f": {said}" if said else "")
    try:
        revision = save(
            story, who(request), draft_of(old), base=number_in(request.POST.get("revision", "")), reason=reason
        )
    except Outdated as outdated:
        messages.warning(request, f"Nothing was changed: {outdated}.")
    else:
        messages.success(request, f"Revision {revision.number} says what revision {number} said.")
    return redirect("desk-history", slug)


@needs("desk.see")
@require_safe
def publication(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One publication: its figures, and whether what is stored still has its hash."""
    found = _publication(slug, number)
    context = {"story": story_at(slug), "publication": found, "verified": verify(found), "figures": found.figures.all()}
    return render(request, "newsroom/publication.html", context)


@needs("desk.see")
@require_safe
def evidence(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The check behind a publication, byte for byte as it was frozen."""
    found = _publication(slug, number)
    answer = HttpResponse(found.evidence.encode(), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{slug}-{number}.evidence.json"'
    answer["X-Content-SHA256"] = found.sha256
    return answer


def _revision(story: Story, number: str) -> Revision:
    """Raises Http404."""
    found: Revision | None = story.revisions.select_related("author").filter(number=number_in(number)).first()
    if found is None:
        raise Http404(f"the story has no revision {number[:12]}")
    return found


def _publication(slug: str, number: int) -> Publication:
    found: Publication = get_object_or_404(
        Publication.objects.select_related("revision", "by"), story__slug=slug, number=number
    )
    return found
