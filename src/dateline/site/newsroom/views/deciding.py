"""One finding: its proof, and what an editor can say of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dateline.publishing import wording
from dateline.site.accounts.guarding import needs
from dateline.site.checks.deciding import DecidingError, decide
from dateline.site.checks.models import DecisionKind
from dateline.site.checks.running import ask
from dateline.site.newsroom.correcting import Mended, NotFound, mend, suggested
from dateline.site.newsroom.differences import words
from dateline.site.newsroom.findings import Findings, Row, findings
from dateline.site.newsroom.readiness import basis
from dateline.site.newsroom.saving import Outdated, draft_of, save
from dateline.site.newsroom.views.asking import number_in, story_at, who
from dateline.site.stories.freezing import annotated, card_parts
from dateline.site.stories.models import Story

_SAID = {
    "accept": "accepted as found", "dismiss": "put aside", "override": "decided otherwise",
    "withdraw": "left to the machine again",
}  # fmt: skip


@needs("desk.see")
@require_safe
def finding(request: HttpRequest, slug: str, claim: str) -> HttpResponse:
    """One finding with its proof."""
    return _page(request, *_found(slug, claim))


@needs("finding.decide")
@require_POST
def decision(request: HttpRequest, slug: str, claim: str) -> HttpResponse:
    """Keeps what an editor says of one finding."""
    story, found, row = _found(slug, claim)
    given = {name: request.POST.get(name, "").replace("\0", "") for name in ("reason", "verdict", "source")}
    kind = request.POST.get("kind", "")
    if story.current is None or number_in(request.POST.get("revision", "")) != story.current.number:
        messages.warning(request, "The story was saved again in the meantime: look at its findings as they are now.")
        return redirect("desk-story", slug)
    try:
        decide(story, row.found, kind, who(request), **given)
    except DecidingError as error:
        return _page(request, story, found, row, kind=kind, given=given, error=error)
    messages.success(request, f"“{row.exact}” is {_SAID[kind]}.")
    if request.POST.get("next") == "list":
        return redirect(f"{reverse('desk-story', args=[slug])}#row-{claim}")
    return redirect("desk-finding", slug, claim) if kind == DecisionKind.WITHDRAW else redirect(_next(story))


@needs("story.write")
@require_http_methods(["GET", "HEAD", "POST"])
def sentence(request: HttpRequest, slug: str, claim: str) -> HttpResponse:
    """The corrected sentence in the place of the one there is: the difference, and POST to take it."""
    story, found, row = _found(slug, claim)
    try:
        mended = _mended(story, found, row)
    except NotFound as error:
        messages.error(request, str(error))
        return redirect("desk-edit", slug)
    assert story.current is not None
    if request.method != "POST":
        context = {"story": story, "row": row, "pieces": words(mended.before, mended.after), "field": mended.field}
        return render(request, "newsroom/sentence.html", context)
    try:
        revision = save(
            story, who(request), mended.draft, base=number_in(request.POST.get("revision", "")),
            reason=f"the corrected sentence for “{row.exact[:120]}”",
        )  # fmt: skip
    except Outdated as outdated:
        messages.warning(request, f"Nothing was changed: {outdated}. Look at the findings as they are now.")
        return redirect("desk-story", slug)
    ask(revision, who(request), basis(story))
    messages.success(request, f"Revision {revision.number} has the corrected sentence; it is being checked.")
    return redirect("desk-progress", slug)


def _found(slug: str, claim: str) -> tuple[Story, Findings, Row]:
    """Raises Http404."""
    story = story_at(slug)
    found = findings(story)
    row = found.row(claim) if found is not None else None
    if found is None or row is None:
        raise Http404("no such finding on what the story says now")
    return story, found, row


def _mended(story: Story, found: Findings, row: Row) -> Mended:
    """Raises Http404 and NotFound."""
    better = suggested(found.found, row.found)
    if better is None or story.current is None:
        raise Http404("nothing is suggested for this figure")
    return mend(draft_of(story.current), found.found, row.found, better)


def _page(
    request: HttpRequest, story: Story, found: Findings, row: Row, *, kind: str = "",
    given: dict[str, str] | None = None, error: DecidingError | None = None,
) -> HttpResponse:  # fmt: skip
    assert story.current is not None
    # A figure that was put aside is in no drawn page: its card is that of the check as it was found.
    drawn = annotated(found.found if row.aside else found.decided, story.current.text)
    figure = next(figure for figure in drawn.figures if figure.key == row.claim.id)
    before, after = found.beside(row.claim.id)
    context: dict[str, Any] = {
        "story": story, "row": row, "card": card_parts(figure.card), "before": before, "after": after,
        "verdicts": [(verdict, wording.WORDS[verdict]) for verdict in wording.ORDER], "kind": kind,
        "may_decide": who(request).may("finding.decide"),
        "given": given or {}, "error": error, "said": story.decisions.filter(quote__exact=row.claim.quote.exact),
    }  # fmt: skip
    return render(request, "newsroom/finding.html", context, status=422 if error else 200)


def _next(story: Story) -> str:
    """The next finding for which publishing waits, else the draft."""
    found = findings(story)
    waiting = [row for row in found.rows if row.pressing] if found is not None else []
    if waiting:
        return reverse("desk-finding", args=[story.slug, waiting[0].claim.id])
    return reverse("desk-story", args=[story.slug])
