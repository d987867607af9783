"""Writing: new stories, typed or received, and new revisions of them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from dateline.site.accounts.guarding import needs
from dateline.site.intake.models import Item
from dateline.site.newsroom import receiving
from dateline.site.newsroom.differences import differences
from dateline.site.newsroom.forms import ReceiveForm, StoryForm, values_of
from dateline.site.newsroom.pictures import PictureError
from dateline.site.newsroom.saving import Outdated, save, start
from dateline.site.newsroom.views.asking import number_in, story_at, who
from dateline.site.stories.models import Picture, Story
from dateline.site.stories.rendering import body_html


@needs("story.write")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A new story: a form to write in, and ways to begin from a report."""
    if request.method != "POST":
        item = Item.objects.filter(pk=number_in(request.GET.get("item", ""))).first()
        received = receiving.from_item(item) if item is not None else None
        return _new(request, _begun(request, received, item), ReceiveForm(), received)
    form = StoryForm(request.POST, request.FILES)
    if form.is_valid() and request.POST.get("do") != "preview":
        try:
            draft = form.draft(form.take_picture())
        except PictureError as error:
            form.add_error("picture", str(error))
        else:
            story = start(who(request), draft, form.place(who(request)), form.cleaned_data["source"])
            Item.objects.filter(pk=form.cleaned_data["item"] or 0, story=None).update(story=story)
            messages.success(request, "The draft is saved. Check its figures next.")
            return redirect("desk-story", story.slug)
    return _new(request, form, ReceiveForm(), None)


@needs("story.write")
@require_POST
def receive(request: HttpRequest) -> HttpResponse:
    """The writing form filled from a file, an address or pasted text; nothing is saved yet."""
    form = ReceiveForm(request.POST, request.FILES)
    received = form.receive()
    item = Item.objects.filter(pk=number_in(request.POST.get("item", ""))).first()
    if received is None:
        return _new(request, _begun(request, None, item), form, None)
    return _new(request, _begun(request, received, item), ReceiveForm(), received)


@needs("story.write")
@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """What the text in the form will look like, for the form's script."""
    return render(request, "newsroom/_preview.html", {"shown": _shown(StoryForm(request.POST))})


@needs("story.write")
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """A new revision of a story. One begun from an older revision than the last is not saved: both are shown."""
    story = story_at(slug)
    assert story.current is not None
    kept = story.current.picture
    if request.method != "POST":
        return _edit(request, story, StoryForm(initial=values_of(story, story.current), kept=kept))
    form = StoryForm(request.POST, request.FILES, kept=kept)
    if form.is_valid() and request.POST.get("do") != "preview":
        try:
            return _save(request, story, form)
        except PictureError as error:
            form.add_error("picture", str(error))
        except Outdated as outdated:
            return _both(request, story, form, outdated)
    return _edit(request, story, form)


def _save(request: HttpRequest, story: Story, form: StoryForm) -> HttpResponse:
    """Raises Outdated and PictureError."""
    assert story.current is not None
    base = form.cleaned_data["base"] or 0
    if base != story.current.number:  # before a picture is kept for nothing
        raise Outdated(story.current)
    before = story.current.pk
    revision = save(
        story, who(request), form.draft(form.take_picture()), form.place(who(request)),
        base=base, reason=form.cleaned_data["reason"].strip(),
    )  # fmt: skip
    same = revision.pk == before
    messages.success(request, "Nothing in the text was changed." if same else f"Revision {revision.number} is saved.")
    return redirect("desk-story", story.slug)


def _both(request: HttpRequest, story: Story, form: StoryForm, outdated: Outdated) -> HttpResponse:
    """The refusal: what was written, and what somebody else saved meanwhile. Saving again is then on top of that."""
    values = QueryDict(request.POST.urlencode(), mutable=True)
    values["base"] = str(outdated.current.number)
    again = StoryForm(values, kept=outdated.current.picture)
    again.is_valid()
    context = {
        "saved": outdated.current,
        "between": differences(outdated.current.whole, _whole(form)),
    }
    return _edit(request, story, again, status=409, **context)


def _whole(form: StoryForm) -> str:
    c = form.cleaned_data
    return "\n\n".join(part for part in (f"# {c['title']}", c["standfirst"], c["text"]) if part)


def _begun(request: HttpRequest, received: receiving.Received | None, item: Item | None) -> StoryForm:
    """The writing form, with what was received in it."""
    initial: dict[str, Any] = {"authors": [who(request).pk]}
    if received is not None:
        draft = received.draft
        initial |= {
            "title": draft.title[:200], "standfirst": draft.standfirst, "text": draft.text, "day": draft.day,
            "source": received.source,
        }  # fmt: skip
    if item is not None:
        initial |= {"item": item.pk, "section": item.feed.section_id}
    return StoryForm(initial=initial)


def _new(
    request: HttpRequest, form: StoryForm, begin: ReceiveForm, received: receiving.Received | None
) -> HttpResponse:
    context = {
        "form": form, "begin": begin, "received": received, "shown": _asked(request, form),
        "feeds": Item.objects.filter(story=None).count(),
    }  # fmt: skip
    return render(request, "newsroom/new.html", context, status=_status(form, begin))


def _edit(request: HttpRequest, story: Story, form: StoryForm, status: int = 0, **context: Any) -> HttpResponse:
    picture: Picture | None = form.kept
    context |= {"story": story, "form": form, "picture": picture, "shown": _asked(request, form)}
    return render(request, "newsroom/edit.html", context, status=status or _status(form))


def _status(*forms: StoryForm | ReceiveForm) -> int:
    return 422 if any(form.is_bound and form.errors for form in forms) else 200


def _asked(request: HttpRequest, form: StoryForm) -> dict[str, str] | None:
    return _shown(form) if request.POST.get("do") == "preview" else None


def _shown(form: StoryForm) -> dict[str, str]:
    """Headline, standfirst and text as they will be shown."""
    data = form.data
    text = str(data.get("text", ""))[:800_000]
    return {"title": data.get("title", ""), "standfirst": data.get("standfirst", ""), "body": body_html(text)}
