"""The parts of the site that stories stand in."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from dateline.site.accounts.guarding import needs
from dateline.site.audit import trail
from dateline.site.newsroom.forms import SectionForm
from dateline.site.newsroom.views.asking import who
from dateline.site.stories.models import Section

_FORM = require_http_methods(["GET", "HEAD", "POST"])


@needs("section.manage")
@_FORM
def sections(request: HttpRequest) -> HttpResponse:
    """Every section with the number of its stories, and a form for another."""
    form = SectionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with transaction.atomic():
            made = form.save()
            trail.note(who(request), "section.added", made, name=made.name)
        messages.success(request, f"The section {made} is there. Stories can be put into it.")
        return redirect("desk-sections")
    context = {"sections": Section.objects.annotate(filed=Count("stories")), "form": form}
    return render(request, "newsroom/sections.html", context, status=422 if form.is_bound else 200)


@needs("section.manage")
@_FORM
def section(request: HttpRequest, slug: str) -> HttpResponse:
    """One section's name and what it is about."""
    found = get_object_or_404(Section, slug=slug)
    before = found.name
    form = SectionForm(request.POST if request.method == "POST" else None, instance=found)
    if form.is_valid():
        with transaction.atomic():
            saved = form.save()
            trail.note(who(request), "section.changed", saved, before=before, name=saved.name, fields=form.changed_data)
        messages.success(request, "The section is saved.")
        return redirect("desk-sections")
    context = {"section": found, "before": before, "form": form}
    return render(request, "newsroom/section.html", context, status=422 if form.is_bound else 200)
