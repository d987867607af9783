"""One's own account, and everybody's for administrators."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth import logout
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from dateline.site.accounts.forms import CloseForm, ProfileForm, RoleForm
from dateline.site.accounts.guarding import needs
from dateline.site.accounts.hearing import shown_changed
from dateline.site.accounts.keeping import Refused, close, decide
from dateline.site.accounts.models import User
from dateline.site.accounts.roles import ACTIONS, Role
from dateline.site.audit import trail

PAGE = 50


@needs("profile.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Name, biography, picture; links to all else that is one's own."""
    user = User.objects.get(pk=cast(User, request.user).pk)
    old = user.picture.name
    posted = request.method == "POST"
    form = ProfileForm(request.POST if posted else None, request.FILES if posted else None, instance=user)
    if posted and form.is_valid():
        with transaction.atomic():
            saved = form.save()
            trail.note(saved, "profile.edited", saved, fields=sorted(form.changed_data))
            transaction.on_commit(lambda: shown_changed.send(sender=User, user=saved))
            if old and old != saved.picture.name:
                transaction.on_commit(lambda: saved.picture.storage.delete(old))
        messages.success(request, "Your profile is saved.")
        return redirect("profile")
    status = 422 if form.is_bound else 200
    return render(request, "accounts/profile.html", {"form": form, "kept": old}, status=status)


@needs("profile.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def close_account(request: HttpRequest) -> HttpResponse:
    """Closes one's own account for good."""
    user = cast(User, request.user)
    posted = request.method == "POST"
    form = CloseForm(user, request.POST if posted else None)
    if posted and form.is_valid():
        try:
            close(user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            logout(request)
            return render(request, "accounts/closed.html")
    return render(request, "accounts/close.html", {"form": form}, status=422 if form.is_bound else 200)


@needs("account.manage")
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Every account, by name; `q` searches names and addresses, `role` keeps one role."""
    query, role = request.GET.get("q", "").strip(), request.GET.get("role", "")
    found = User.objects.order_by("name", "id")
    if query:
        found = found.filter(Q(name__icontains=query) | Q(email__icontains=query))
    if role:
        found = found.filter(role=role)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    told = {"page": page, "query": query, "role": role, "roles": [r.value for r in Role]}
    return render(request, "accounts/people.html", told)


@needs("account.manage")
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: its role, whether it may log in, and what was done to it."""
    user = get_object_or_404(User, pk=pk)
    posted = request.method == "POST"
    form = RoleForm(request.POST if posted else None, initial={"role": user.role, "active": user.is_active})
    if posted and form.is_valid():
        wished = form.cleaned_data
        try:
            decide(user, Role(wished["role"]), wished["active"], cast(User, request.user), wished["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"The account of {user} is saved.")
            return redirect("person", pk)
    events = trail.of(user)[:PAGE]
    told = {"person": user, "form": form, "events": events, "actions": ACTIONS}
    return render(request, "accounts/person.html", told, status=422 if form.is_bound else 200)
